// Obligations as the server gives them. States, distances and offered acts come from there.
import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Named = Schema<'Named'>
export type ClauseRef = Schema<'ClauseRef'>
export type Progress = Schema<'ProgressView'>
export type ObligationRow = Schema<'ObligationRow'>
export type ObligationDetail = Schema<'ObligationView'>
export type RecordBrief = Schema<'RecordBrief'>
export type Near = Schema<'Near'>
export type ObligationQuery = NonNullable<paths['/obligations']['get']['parameters']['query']>

export const obligations = (query: ObligationQuery, signal?: AbortSignal) =>
  take(api.GET('/obligations', { params: { query }, signal }))
export const obligation = (id: string, signal?: AbortSignal) =>
  take(api.GET('/obligations/{id}', { params: { path: { id } }, signal }))
export const near = (id: string, signal?: AbortSignal) =>
  take(api.GET('/obligations/{id}/near', { params: { path: { id } }, signal }))
/** Answers whether a reminder went out: nobody is urged twice on one day. */
export const urge = (id: string) => take(api.POST('/obligations/{id}/urge', { params: { path: { id } } }))
export const excuse = (id: string, reason: string) =>
  take(api.POST('/obligations/{id}/excuse', { params: { path: { id } }, body: { reason } }))
export const sign = (id: string) => take(api.POST('/obligations/{id}/sign', { params: { path: { id } } }))
