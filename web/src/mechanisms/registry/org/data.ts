import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Org = Schema<'OrgRow'>
export type OrgView = Schema<'OrgView'>
export type OrgQuery = NonNullable<paths['/orgs']['get']['parameters']['query']>

export const orgs = (query: OrgQuery, signal?: AbortSignal) =>
  take(api.GET('/orgs', { params: { query }, signal }))
export const org = (id: string, signal?: AbortSignal) =>
  take(api.GET('/orgs/{id}', { params: { path: { id } }, signal }))
