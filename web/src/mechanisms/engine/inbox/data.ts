import { get } from '@/api/client'
import type { ObligationRow } from '../obligations/data'

export type Tab = 'todo' | 'done' | 'copied' | 'started'
export type Mine = 'person' | 'body'

export interface InboxItem extends ObligationRow {
  /** What the reader did and when, on the tab of what is done. */
  done_at?: number | null
  done_text?: string | null
}

export interface Group {
  key: string
  params?: Record<string, string | number>
  items: InboxItem[]
}

export interface Inbox {
  groups: Group[]
  counts: Partial<Record<Tab, number>> & { person?: number; body?: number; late?: number; soon?: number }
}

export const inbox = (tab: Tab, mine: Mine, signal?: AbortSignal) =>
  get<Inbox>('/inbox', { query: { tab, mine }, signal })
