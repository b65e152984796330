// Tasks: the wall chart, one task, and what rests on the reader.
import { get, post } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Reason } from '@/kit/reasons'
import type { Bar, State } from '@/kit/states'
import type { Named, ObligationRow } from '../../engine/obligations/data'

export type Shape = 'lead' | 'leads' | 'joint'

export interface WallCell {
  /** 1 to 12. */
  month: number
  /** The worst of the nodes in the month. */
  state: State
  count: number
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
  counts: { total: number; done: number; open: number; late: number; reopened: number }
  reopened: { id: string; item: string; number: string; title: string; reason: string }[]
  worst: { id: string; holder: string; number: string; title: string; distance: Reason; obligation: string }[]
  as_of: number
}

export interface TaskRow {
  id: string
  number: string
  title: string
  item: string
  shape: Shape
  due_at: number
  state: State
  distance: Reason
  leads: Named[]
  done: number
  total: number
}

export interface TaskParty {
  party: Named
  role: 'lead' | 'joint' | 'cooperating' | 'patron'
  guards: boolean
  obligation?: ObligationRow | null
}

export interface Milestone {
  id: string
  title: string
  due_at: number
  state: State
  distance: Reason
}

export interface Evaluation {
  id: string
  at: number
  by: Named
  failed: boolean
  reason: string
}

export interface TaskView {
  id: string
  pack: string
  number: string
  title: string
  title_en: string
  item: string
  clauses: { id: string; no: string; pack: string }[]
  shape: Shape
  due_at: number
  opened_at: number
  state: State
  distance: Reason
  parent?: Named | null
  children: TaskRow[]
  parties: TaskParty[]
  milestones: Milestone[]
  evaluations: Evaluation[]
  /** Acts that are offered to the reader, and why the others are not. */
  acts?: { name: string; reasons: Reason[] }[]
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
  post<void>('/tasks/{id}/evaluate', { path: { id }, body: { failed, reason } })
export const myItems = (signal?: AbortSignal) => get<Page<TaskRow>>('/my-items', { signal })
