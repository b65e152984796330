// The duty matrix and the circular, both computed from the same obligations.
import { get } from '@/api/client'
import type { Reason } from '@/kit/reasons'
import type { State } from '@/kit/states'
import type { Named } from '../../engine/obligations/data'

export interface MatrixBrief {
  id: string
  title: string
  title_en: string
  clauses: string[]
}

export interface Action {
  definition: string
  title: string
  title_en: string
}

export interface Cell {
  subject: string
  definition: string
  period: string
  state: State
  distance: Reason
  met_at?: number | null
  due_at: number
  obligation: string
}

export interface Missing {
  subject: Named
  action: string
  obligation: string
  state: State
}

export interface Totals {
  period: string
  total: number
  done: number
  done_late: number
  late: number
  missing: Missing[]
}

export interface Matrix {
  id: string
  title: string
  title_en: string
  subjects: Named[]
  actions: Action[]
  periods: string[]
  cells: Cell[]
  totals: Totals[]
  as_of: number
}

export interface Line {
  subject: Named
  total: number
  done: number
  done_late: number
  late: number
}

export interface Circular {
  id: string
  title: string
  title_en: string
  issuer: string
  period: string
  total: number
  done: number
  done_late: number
  late: number
  missing: Missing[]
  lines: Line[]
  as_of: number
}

export const matrices = (signal?: AbortSignal) => get<MatrixBrief[]>('/matrices', { signal })
export const matrix = (id: string, year?: string, signal?: AbortSignal) =>
  get<Matrix>('/matrices/{id}', { path: { id }, query: { year }, signal })
export const circular = (id: string, period?: string, signal?: AbortSignal) =>
  get<Circular>('/circulars/{id}', { path: { id }, query: { period }, signal })
