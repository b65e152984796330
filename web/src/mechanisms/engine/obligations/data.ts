// Obligations as the server gives them. States, distances and offered acts come from there.
import { get, post } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Reason } from '@/kit/reasons'
import type { State } from '@/kit/states'

export interface Named {
  id: string
  name: string
}

export interface ClauseRef {
  id: string
  no: string
  pack: string
}

export interface Progress {
  done: number
  total: number
  /** Names of what is missing, at most twenty. */
  missing: string[]
}

export interface ObligationRow {
  id: string
  title: string
  kind: string
  definition: string
  clause?: ClauseRef | null
  issuer: string
  holder: Named
  /** Who answers for it today; absent where the post is vacant. */
  person?: Named | null
  subject: Named
  /** Task or matter that it belongs to. */
  source?: string | null
  period: string
  opened_at: number
  due_at: number
  signed_at?: number | null
  met_at?: number | null
  state: State
  distance: Reason
  progress: Progress
  /** The verb that is offered to the reader: sign, file, act … */
  action?: string | null
  form?: string | null
  reason?: string | null
  revision: number
}

export interface Member {
  id: string
  label: string
  part: number
  met_at?: number | null
  record?: string | null
}

export interface Assignee {
  party: Named
  from_at: number
  until_at?: number | null
}

export interface RecordBrief {
  id: string
  form: string
  title: string
  body: Named
  filed_by: Named
  stated_at: number
  received_at: number
  approved_at?: number | null
  state: string
  attachments: number
}

export interface Words {
  who: string
  when: string
  evidence: string
  after_due: string
}

export interface ObligationDetail {
  row: ObligationRow
  /** What counts, in words. */
  words: Words
  members: Member[]
  records: RecordBrief[]
  assignees: Assignee[]
}

/** A record that came near, and what keeps it from counting; nothing where it counts. */
export interface Near {
  record: RecordBrief
  part: string
  why_not?: Reason | null
}

export interface ObligationQuery {
  clause?: string
  definition?: string
  holder?: string
  subject?: string
  /** `open`, `late`, `met` or `all`. */
  state?: string
  period?: string
  after?: string
  limit?: number
}

export const obligations = (query: ObligationQuery, signal?: AbortSignal) =>
  get<Page<ObligationRow>>('/obligations', { query: { ...query }, signal })
export const obligation = (id: string, signal?: AbortSignal) =>
  get<ObligationDetail>('/obligations/{id}', { path: { id }, signal })
export const near = (id: string, signal?: AbortSignal) =>
  get<Near[]>('/obligations/{id}/near', { path: { id }, signal })
/** Answers whether a reminder went out: nobody is urged twice on one day. */
export const urge = (id: string) => post<{ sent: boolean }>('/obligations/{id}/urge', { path: { id } })
export const excuse = (id: string, reason: string) =>
  post<void>('/obligations/{id}/excuse', { path: { id }, body: { reason } })
export const sign = (id: string) => post<{ signed_at: number }>('/obligations/{id}/sign', { path: { id } })
