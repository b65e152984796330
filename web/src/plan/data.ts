// The plan as a live document: items, clauses and, for one clause, the chain down to the records.
import { get } from '@/api/client'
import type { Bar } from '@/kit/states'
import type { Reason } from '@/kit/reasons'
import type { RecordLine } from '@/mechanisms/engine/obligations/data'

export type ClauseState = 'runs' | 'tracked' | 'planned'

export interface Clause {
  id: string
  no: string
  summary: string
  kind: string
  state: ClauseState
  /** False for clauses that register something and count nothing. */
  countable: boolean
  bar?: Bar | null
  late: number
  open: number
  done: number
  note?: string | null
}

export interface Item {
  no: string
  section: string
  title: string
  lead: string[] | string
  cooperating: string[]
  joint?: string | null
  bar?: Bar | null
  clauses: Clause[]
}

export interface Plan {
  pack: string
  title: string
  number?: string | null
  issuer?: string | null
  date?: string | null
  area?: string | null
  counts: Record<ClauseState, number>
  items: Item[]
  as_of: number
}

export interface Definition {
  id: string
  title: string
  who: string
  when: string
  evidence: string
  after_due: string
  version: number
}

export interface Period {
  label: string
  bar: Bar
  done?: number
  total?: number
  note?: Reason | null
}

export interface LateLine {
  obligation: string
  holder: string
  person?: string | null
  period?: string | null
  late_by?: Reason | null
  urged?: number
}

export interface ClauseChain {
  clause: Clause
  basis?: string | null
  definitions: Definition[]
  periods: Period[]
  late: LateLine[]
  records: RecordLine[]
  counts?: { obligations?: number; records?: number }
}

export const plan = (pack: string, signal?: AbortSignal) =>
  get<Plan>('/plans/{pack}', { path: { pack }, signal })
export const clauseChain = (pack: string, id: string, signal?: AbortSignal) =>
  get<ClauseChain>('/plans/{pack}/clauses/{id}', { path: { pack, id }, signal })

export const leads = (item: Item): string[] =>
  Array.isArray(item.lead) ? item.lead : item.lead ? [item.lead] : []
