// The plan as a live document: items, clauses and, for one clause, the chain down to the records.
import { get } from '@/api/client'
import type { Bar } from '@/kit/states'
import type { ObligationRow, RecordBrief } from '@/mechanisms/engine/obligations/data'

export type ClauseState = 'runs' | 'tracked' | 'planned'

export interface Clause {
  id: string
  no: string
  summary: string
  summary_en: string
  kind: string
  state: ClauseState
  /** False where nothing countable belongs to it. */
  countable: boolean
  bar: Bar
  late: number
  open: number
  done: number
  /** How many definitions realise it. */
  definitions: number
  waits_for: string[]
}

export interface Item {
  no: string
  section: string
  title: string
  lead: string[]
  cooperating: string[]
  joint?: string | null
  bar: Bar
  clauses: Clause[]
}

export interface Plan {
  pack: string
  title: string
  number: string
  issuer: string
  from: string
  until: string
  counts: Record<ClauseState, number>
  total: Bar
  items: Item[]
  as_of: number
}

export interface Period {
  label: string
  bar: Bar
}

export interface Definition {
  id: string
  title: string
  kind: string
  version: number
  who: string
  when: string
  evidence: string
  after_due: string
  periods: Period[]
}

export interface Parameter {
  name: string
  value: string
  /** A default that an administrator has yet to confirm. */
  assumed: boolean
}

export interface ClauseChain {
  id: string
  no: string
  item: string
  item_title: string
  summary: string
  summary_en: string
  issuer: string
  parameters: Parameter[]
  waits_for: string[]
  definitions: Definition[]
  total: Bar
  late: ObligationRow[]
  records: RecordBrief[]
  as_of: number
}

export const plan = (pack: string, signal?: AbortSignal) =>
  get<Plan>('/plans/{pack}', { path: { pack }, signal })
export const clauseChain = (pack: string, id: string, signal?: AbortSignal) =>
  get<ClauseChain>('/plans/{pack}/clauses/{id}', { path: { pack, id }, signal })
