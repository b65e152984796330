// Tasks: the wall chart, one task, and what rests on the reader.
import { get, post } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Reason } from '@/kit/reasons'
import type { Bar, State } from '@/kit/states'
import type { ClauseRef, Named, ObligationRow, RecordBrief } from '../../engine/obligations/data'

export type Shape = 'lead' | 'leads' | 'joint'

export interface WallCell {
  /** 1 to 12. */
  month: number
  /** The worst of the nodes in the month. */
  state: State
  count: number
  /** Of those, how many are in that state. */
  as_bad: number
}

export interface WallRow {
  item: string
  title: string
  lead: string[]
  joint?: string | null
  cooperating: string[]
  cells: WallCell[]
  done: number
  total: number
  bar: Bar
}

export interface WallChart {
  pack: string
  title: string
  year: number
  rows: WallRow[]
  counts: { total: number; done: number; done_late: number; open: number; late: number; reopened: number }
  reopened: { id: string; item: string; number: string; title: string; reason: string; at: number }[]
  worst: { id: string; holder: string; number: string; title: string; distance: Reason; obligation: string }[]
  as_of: number
}

export interface TaskRow {
  id: string
  pack: string
  /** `plan`, `table` or `hand`. */
  origin: string
  /** Number in the table that it came from; empty for tasks of the plan itself. */
  number: string
  title: string
  item: string
  item_title: string
  parent?: string | null
  shape: Shape
  leads: Named[]
  joint: Named[]
  cooperating: Named[]
  patrons: Named[]
  due_at: number
  state: State
  finished_at?: number | null
  /** A failed evaluation stands, and why. */
  reopened: boolean
  reason?: string | null
  distance: Reason
  /** Guarding parties that are done, of how many. */
  done: number
  total: number
  version: number
}

export interface TaskParty {
  party: Named
  role: 'lead' | 'joint' | 'cooperating' | 'patron'
  /** Whether the task waits for it. */
  guards: boolean
  obligation?: ObligationRow | null
  missing: string[]
}

export interface Milestone {
  id: string
  title: string
  due_at: number
  state: State
  distance: Reason
  obligations: string[]
}

export interface Evaluation {
  id: string
  at: number
  by: Named
  failed: boolean
  reason: string
  parties: Named[]
}

export interface TaskEvent {
  /** `opened`, `receipt`, `filed`, `approved`, `passed` or `failed`. */
  kind: string
  stated_at: number
  received_at: number
  party?: Named | null
  person?: Named | null
  record?: string | null
  reason?: string | null
}

export interface TaskView {
  id: string
  pack: string
  number: string
  title: string
  title_en: string
  item: string
  item_title: string
  clauses: ClauseRef[]
  issuer: string
  form: string
  shape: Shape
  opened_at: number
  due_at: number
  finished_at?: number | null
  state: State
  reopened: boolean
  reason?: string | null
  distance: Reason
  done: number
  total: number
  parent?: Named | null
  children: TaskRow[]
  parties: TaskParty[]
  milestones: Milestone[]
  evaluations: Evaluation[]
  records: RecordBrief[]
  timeline: TaskEvent[]
  /** Acts that the reader may take; the others say why not. */
  acts: { name: string; reasons: Reason[] }[]
  version: number
}

export interface TaskQuery {
  pack?: string
  item?: string
  month?: string
  state?: string
  after?: string
  limit?: number
}

export const wallChart = (plan: string | undefined, signal?: AbortSignal) =>
  get<WallChart>('/wall-chart', { query: { plan }, signal })
export const tasks = (query: TaskQuery, signal?: AbortSignal) =>
  get<Page<TaskRow>>('/tasks', { query: { ...query }, signal })
export const task = (id: string, signal?: AbortSignal) =>
  get<TaskView>('/tasks/{id}', { path: { id }, signal })
export const evaluate = (id: string, failed: boolean, reason: string) =>
  post<unknown>('/tasks/{id}/evaluate', { path: { id }, body: { failed, reason } })
export const myItems = (signal?: AbortSignal) => get<Page<TaskRow>>('/my-items', { signal })
