// Nobody passes without a session, and nobody loses the address he came for.
import type { Router } from 'vue-router'
import { translate } from './i18n'
import { useSession } from './session'

export function guard(router: Router): void {
  router.beforeEach((to) => {
    const session = useSession()
    const known = session.caller !== undefined
    if (!known && !to.meta.open) return { name: 'sign-in', query: { to: to.fullPath } }
    const change = session.caller?.must_change ?? false
    if (change && to.name !== 'password') return { name: 'password', query: { to: to.fullPath } }
    if (known && to.name === 'sign-in') return safeTarget(to.query.to)
    return true
  })
  router.afterEach((to, from) => {
    const place = to.meta.title === undefined ? '' : `${translate(to.meta.title)} · `
    document.title = place + translate('app.name')
    if (to.path !== from.path) {
      focusMain()
      if (useSession().caller?.must_change === false) void useSession().refreshBadge()
    }
  })
}

/** Only addresses of this site: a link may not send a person elsewhere after signing in. */
export function safeTarget(wanted: unknown): string {
  if (typeof wanted !== 'string') return '/inbox'
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/inbox'
}

function focusMain(): void {
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
}
