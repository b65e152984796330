// The duty matrix and the circular, both computed from the same obligations.
import { api, take, type Schema } from '@/api/client'

export type Cell = Schema<'Cell'>
export type Totals = Schema<'Totals'>
export type Matrix = Schema<'MatrixView'>
export type Circular = Schema<'CircularView'>

export const matrices = (signal?: AbortSignal) => take(api.GET('/matrices', { signal }))
export const matrix = (id: string, year?: number, signal?: AbortSignal) =>
  take(api.GET('/matrices/{id}', { params: { path: { id }, query: { year } }, signal }))
export const circular = (id: string, period?: string, signal?: AbortSignal) =>
  take(api.GET('/circulars/{id}', { params: { path: { id }, query: { period } }, signal }))
