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
  missing: string[]
}

export interface ObligationRow {
  id: string
  title: string
  kind: string
  definition?: string | null
  clause?: ClauseRef | null
  issuer?: string | null
  holder: Named
  person?: string | null
  subject?: string | null
  period?: string | null
  opened_at: number
  due_at: number
  state: State
  late_by?: Reason | null
  progress?: Progress | null
  /** The verb that is offered to the reader: sign, file, review, verify … */
  action?: string | null
  /** Where the act happens when it is not a record: a task or a matter. */
  source?: { kind: 'task' | 'matter'; id: string } | null
}

export interface Assignee {
  name: string
  org?: string | null
  from: number
  until?: number | null
}

export interface LadderStep {
  at: number
  text?: string
  reason?: Reason
}

export interface Near {
  record: string
  title: string
  at: number
  reason: Reason
}

export interface ObligationDetail extends ObligationRow {
  basis?: { rhythm?: string; evidence?: string; also?: string }
  assignees?: Assignee[]
  ladder?: LadderStep[]
  records?: RecordLine[]
  near?: Near[]
  form?: string | null
  may?: string[]
  reason?: string | null
}

export interface RecordLine {
  id: string
  title: string
  by: string
  at: number
  subject?: string | null
  attachments?: number
}

export interface ObligationQuery {
  clause?: string
  definition?: string
  holder?: string
  state?: string
  period?: string
  q?: string
  after?: string
  limit?: number
}

export const obligations = (query: ObligationQuery, signal?: AbortSignal) =>
  get<Page<ObligationRow>>('/obligations', { query: { ...query }, signal })
export const obligation = (id: string, signal?: AbortSignal) =>
  get<ObligationDetail>('/obligations/{id}', { path: { id }, signal })
export const urge = (id: string) => post<unknown>('/obligations/{id}/urge', { path: { id }, body: {} })
export const excuse = (id: string, reason: string) =>
  post<unknown>('/obligations/{id}/excuse', { path: { id }, body: { reason } })
export const sign = (id: string) => post<unknown>('/obligations/{id}/sign', { path: { id }, body: {} })
