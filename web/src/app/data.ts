// Instance, session and caller as the server gives them.
import { api, take, type Schema } from '@/api/client'

export type Instance = Schema<'Instance'>
export type Me = Schema<'Me'>
export type PlanName = Schema<'PlanBrief'>

export const instance = () => take(api.GET('/instance'))
export const me = () => take(api.GET('/me'))
export const signIn = (account: string, password: string) =>
  take(api.POST('/session', { body: { account, password } }))
export const changePassword = (old: string, wanted: string) =>
  take(api.POST('/session/password', { body: { old, new: wanted } }))
export const signOut = () => take(api.DELETE('/session'))
export const plans = () => take(api.GET('/plans'))
export const moveClock = (to: number) => take(api.POST('/clock', { body: { to } }))

/** Overdue and due today: what the badge of the rail shows, and nothing else. */
export async function pressing(): Promise<number> {
  const { counts } = await take(api.GET('/inbox'))
  return counts.overdue + counts.due_today
}

export type Hit = Schema<'Hit'>

export async function search(q: string, signal?: AbortSignal): Promise<Hit[]> {
  return (await take(api.GET('/search', { params: { query: { q } }, signal }))).items
}

export type Message = Schema<'MessageRow'>
export type Job = Schema<'JobView'>

export const messages = (after: string | undefined, signal?: AbortSignal) =>
  take(api.GET('/messages', { params: { query: { after, limit: 50 } }, signal }))
export const readMessage = (id: string) => take(api.POST('/messages/{id}/read', { params: { path: { id } } }))
/** Counted up to a hundred. */
export const unread = async () =>
  (await take(api.GET('/messages', { params: { query: { limit: 1 } } }))).unread

export const jobs = (signal?: AbortSignal) => take(api.GET('/jobs', { signal }))
export const cancelJob = (id: string) => take(api.POST('/jobs/{id}/cancel', { params: { path: { id } } }))
