// Who still owes, urging them all, the same as text, and whom nothing reached.
import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type OwingRow = Schema<'OwingRow'>
export type OwingList = Schema<'OwingList'>
export type UrgedList = Schema<'UrgedList'>
export type OwingFilter = Omit<NonNullable<paths['/owing']['get']['parameters']['query']>, 'after' | 'limit'>

export const owing = (query: OwingFilter, after?: string, signal?: AbortSignal) =>
  take(api.GET('/owing', { params: { query: { ...query, after, limit: 50 } }, signal }))
export const owingText = (query: OwingFilter) =>
  take(api.GET('/owing.txt', { params: { query }, parseAs: 'text' })) as Promise<string>
export const urgeAll = (body: OwingFilter) => take(api.POST('/owing/urge', { body }))

export type UndeliveredRow = Schema<'UndeliveredRow'>

/** Open obligations whose holder no channel has reached. */
export const undelivered = (query: OwingFilter, signal?: AbortSignal) =>
  take(api.GET('/undelivered', { params: { query }, signal }))
