import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Site = Schema<'SiteRow'>
export type SiteView = Schema<'SiteView'>
export type Capacity = Schema<'CapacityRow'>
export type SiteQuery = NonNullable<paths['/sites']['get']['parameters']['query']>

export const sites = (query: SiteQuery, signal?: AbortSignal) =>
  take(api.GET('/sites', { params: { query }, signal }))
export const site = (id: string, signal?: AbortSignal) =>
  take(api.GET('/sites/{id}', { params: { path: { id } }, signal }))
