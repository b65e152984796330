import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/element.css'
import App from './app/App.vue'
import { whenSignedOut } from './api/client'
import { i18n } from './app/i18n'
import { applyPreferences, followSystemTheme, readPreferences } from './app/preferences'
import { router } from './app/router'
import { useSession } from './app/session'

async function start(): Promise<void> {
  await applyPreferences(readPreferences())
  followSystemTheme()
  const app = createApp(App).use(createPinia()).use(i18n)
  const session = useSession()
  whenSignedOut(() => {
    session.forget()
    void router.push({ name: 'sign-in', query: { to: router.currentRoute.value.fullPath } })
  })
  // A server that cannot be reached is shown on the sign-in page, not as a blank window.
  await session.start().catch(() => undefined)
  app.use(router).mount('#app')
}

void start()
