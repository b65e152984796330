import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Area = Schema<'AreaRow'>
export type AreaQuery = NonNullable<paths['/areas']['get']['parameters']['query']>

export const areas = (query: AreaQuery, signal?: AbortSignal) =>
  take(api.GET('/areas', { params: { query }, signal }))
