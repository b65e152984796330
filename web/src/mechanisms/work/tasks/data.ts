// Tasks: the wall chart, one task, and what rests on the reader.
import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type WallCell = Schema<'WallCell'>
export type WallRow = Schema<'WallRow'>
export type WallChart = Schema<'WallChart'>
export type TaskRow = Schema<'TaskRow'>
export type TaskView = Schema<'TaskView'>
export type TaskQuery = NonNullable<paths['/tasks']['get']['parameters']['query']>

export const wallChart = (plan: string | undefined, by: string, signal?: AbortSignal) =>
  take(api.GET('/wall-chart', { params: { query: { plan, by } }, signal }))
export const tasks = (query: TaskQuery, signal?: AbortSignal) =>
  take(api.GET('/tasks', { params: { query }, signal }))
export const task = (id: string, signal?: AbortSignal) =>
  take(api.GET('/tasks/{id}', { params: { path: { id } }, signal }))
export const evaluate = (id: string, failed: boolean, reason: string) =>
  take(api.POST('/tasks/{id}/evaluate', { params: { path: { id } }, body: { failed, reason } }))
export const myItems = (signal?: AbortSignal) => take(api.GET('/my-items', { signal }))
