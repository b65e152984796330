import { get } from '@/api/client'
import type { ObligationRow } from '../obligations/data'

export type Tab = 'todo' | 'done' | 'copied' | 'started'
export type Mine = 'person' | 'body'

export interface Group {
  /** `overdue`, `today`, `tomorrow`, `week`, `later`, or `all` where the tab has no groups. */
  key: string
  day?: string | null
  items: ObligationRow[]
}

export interface Counts {
  todo: number
  overdue: number
  due_today: number
  body_todo: number
  body_unsigned: number
}

export interface Inbox {
  groups: Group[]
  counts: Counts
}

export const inbox = (tab: Tab, mine: Mine, signal?: AbortSignal) =>
  get<Inbox>('/inbox', { query: { tab, mine }, signal })
