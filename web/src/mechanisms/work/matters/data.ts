// Matters: each party has its own state and clocks; which step is offered, and why another is not, comes with it.
import { api, seen, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type MatterRow = Schema<'MatterRow'>
export type Matter = Schema<'MatterView'>
export type Transition = Schema<'TransitionView'>
export type Lifecycle = Schema<'LifecycleView'>
export type NewMatter = Schema<'OpenMatter'>
export type MatterQuery = NonNullable<paths['/matters']['get']['parameters']['query']>

export const matters = (query: MatterQuery, signal?: AbortSignal) =>
  take(api.GET('/matters', { params: { query }, signal }))
export const matter = (id: string, signal?: AbortSignal) =>
  take(api.GET('/matters/{id}', { params: { path: { id } }, signal }))
export const lifecycles = (signal?: AbortSignal) => take(api.GET('/lifecycles', { signal }))
export const openMatter = (body: NewMatter) => take(api.POST('/matters', { body }))
export const transit = (
  id: string,
  name: string,
  body: { reason?: string; record?: string },
  revision: number,
) =>
  take(
    api.POST('/matters/{id}/transitions/{name}', { params: { path: { id, name } }, body, ...seen(revision) }),
  )
