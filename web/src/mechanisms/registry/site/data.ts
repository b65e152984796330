import { api, seen, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Site = Schema<'SiteRow'>
export type SiteView = Schema<'SiteView'>
export type Capacity = Schema<'CapacityRow'>
export type SiteQuery = NonNullable<paths['/sites']['get']['parameters']['query']>
export type SiteChange = Schema<'ChangeSite'>

export const sites = (query: SiteQuery, signal?: AbortSignal) =>
  take(api.GET('/sites', { params: { query }, signal }))
/** The site as it is, or as it was on a day. */
export const site = (id: string, day?: string, signal?: AbortSignal) =>
  take(api.GET('/sites/{id}', { params: { path: { id }, query: { day } }, signal }))
export const changeSite = (id: string, body: SiteChange, version: number) =>
  take(api.PATCH('/sites/{id}', { params: { path: { id } }, body, ...seen(version) }))
