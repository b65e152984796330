// Who is here, on which instance, and what business time it is.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { ApiProblem } from '@/api/problem'
import * as data from './data'
import type { Instance, Me, PlanName } from './data'

export const useSession = defineStore('session', () => {
  const instance = shallowRef<Instance>()
  const caller = shallowRef<Me>()
  const plans = shallowRef<PlanName[]>([])
  const badge = ref(0)
  const unread = ref(0)
  /** Browser time at which `instance.now` was read; a training clock stands, a real one runs. */
  const readAt = ref(0)
  const connected = ref(true)

  const training = computed(() => instance.value?.kind === 'training')
  const zone = computed(() => instance.value?.zone ?? 'Asia/Shanghai')
  const now = computed(() => instance.value?.now ?? 0)

  async function start(): Promise<void> {
    await refreshInstance()
    try {
      await loadCaller()
    } catch (cause) {
      if (!(cause instanceof ApiProblem) || cause.problem.status !== 401) throw cause
    }
  }

  async function refreshInstance(): Promise<void> {
    try {
      instance.value = await data.instance()
      readAt.value = Date.now()
      connected.value = true
    } catch (cause) {
      connected.value = false
      if (instance.value === undefined) throw cause
    }
  }

  async function loadCaller(): Promise<void> {
    caller.value = await data.me()
    if (caller.value.must_change) return
    // The plan switch is a convenience: who may read no plan simply has none.
    plans.value = await data.plans().catch(() => [])
    await refreshBadge()
  }

  async function refreshBadge(): Promise<void> {
    const [pressing, news] = await Promise.all([data.pressing().catch(() => 0), data.unread().catch(() => 0)])
    badge.value = pressing
    unread.value = news
  }

  async function changePassword(old: string, wanted: string): Promise<void> {
    await data.changePassword(old, wanted)
    await loadCaller()
  }

  async function signIn(account: string, password: string): Promise<void> {
    await data.signIn(account, password)
    await loadCaller()
    await refreshInstance()
  }

  async function signOut(): Promise<void> {
    await data.signOut()
    forget()
  }

  async function moveClock(to: number): Promise<void> {
    await data.moveClock(to)
    await refreshInstance()
    await loadCaller()
  }

  function forget(): void {
    caller.value = undefined
  }

  /** Only decides what is offered; the server decides what is allowed. */
  function may(permission: string): boolean {
    return caller.value?.permissions.includes(permission) ?? false
  }

  function mayAny(permissions: string[]): boolean {
    return permissions.length === 0 || permissions.some(may)
  }

  return {
    instance,
    caller,
    plans,
    badge,
    unread,
    readAt,
    connected,
    training,
    zone,
    now,
    start,
    refreshInstance,
    loadCaller,
    refreshBadge,
    changePassword,
    signIn,
    signOut,
    moveClock,
    forget,
    may,
    mayAny,
  }
})
