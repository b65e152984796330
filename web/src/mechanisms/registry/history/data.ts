import { get } from '@/api/client'
import type { Page } from '@/kit/load'

/** One entry of the tamper-proof log. */
export interface Entry {
  id: string
  /** Business time. */
  at: number
  recorded_at: number
  /** Absent when the system acted by itself. */
  actor?: string | null
  act: string
  verb: string
  body: unknown
  /** Place in the chain; absent until it is sealed. */
  seq?: number | null
}

export const history = (subject: string, after?: string, signal?: AbortSignal) =>
  get<Page<Entry>>('/history/{subject}', { path: { subject }, query: { after, limit: 20 }, signal })
