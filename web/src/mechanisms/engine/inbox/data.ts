import { api, take, type Schema } from '@/api/client'

export type Tab = 'todo' | 'done' | 'copied' | 'started'
export type Mine = 'person' | 'body'
export type Group = Schema<'Group'>

export const inbox = (tab: Tab, mine: Mine, signal?: AbortSignal) =>
  take(api.GET('/inbox', { params: { query: { tab, mine } }, signal }))
