import { api, seen, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Org = Schema<'OrgRow'>
export type OrgView = Schema<'OrgView'>
export type OrgPost = Schema<'OrgPost'>
export type OrgQuery = NonNullable<paths['/orgs']['get']['parameters']['query']>
export type OrgChange = Schema<'ChangeOrg'>

export const orgs = (query: OrgQuery, signal?: AbortSignal) =>
  take(api.GET('/orgs', { params: { query }, signal }))
export const org = (id: string, signal?: AbortSignal) =>
  take(api.GET('/orgs/{id}', { params: { path: { id } }, signal }))
export const changeOrg = (id: string, body: OrgChange, version: number) =>
  take(api.PATCH('/orgs/{id}', { params: { path: { id } }, body, ...seen(version) }))
