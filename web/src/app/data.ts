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
  account: string
  login: string
  person: string
  name: string
  /** Name of the main body; empty for administrators. */
  org: string
  org_id?: string | null
  /** The post in which the person acts. */
  identity?: string | null
  permissions: string[]
  areas: Area[]
  /** Nothing else works until the password is changed. */
  must_change: boolean
}

export interface PlanName {
  pack: string
  title: string
}

export const instance = () => get<Instance>('/instance')
export const me = () => get<Me>('/me')
export const signIn = (account: string, password: string) =>
  post<unknown>('/session', { body: { account, password } })
export const changePassword = (old: string, wanted: string) =>
  post<void>('/session/password', { body: { old, new: wanted } })
export const signOut = () => remove<unknown>('/session')
/** Overdue and due today: what the badge of the rail shows, and nothing else. */
export const pressing = async () => {
  const { counts } = await get<{ counts: { overdue: number; due_today: number } }>('/inbox')
  return counts.overdue + counts.due_today
}
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
