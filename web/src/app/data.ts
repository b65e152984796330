// Instance, session and caller as the server gives them.
import { get, post, remove } from '@/api/client'

export interface Instance {
  title: string
  kind: 'training' | 'production'
  /** Business time in UTC milliseconds. */
  now: number
  zone: string
  notice?: string
}

export interface Area {
  id: string
  name: string
}

export interface Me {
  /** Party as which the person files records of his own. */
  party?: string
  person: string
  name: string
  org: string
  identity?: string
  permissions: string[]
  areas: Area[]
  /** Overdue and due today, nothing else. */
  badge: number
}

export interface PlanName {
  pack: string
  title: string
}

export const instance = () => get<Instance>('/instance')
export const me = () => get<Me>('/me')
export const signIn = (account: string, password: string) =>
  post<unknown>('/session', { body: { account, password } })
export const signOut = () => remove<unknown>('/session')
export const plans = () => get<PlanName[]>('/plans')
export const moveClock = (to: number) => post<Instance>('/clock', { body: { to } })

export interface Hit {
  kind: string
  id: string
  title: string
  note?: string | null
}

export const search = (q: string, signal?: AbortSignal) =>
  get<{ items: Hit[] }>('/search', { query: { q }, signal })
