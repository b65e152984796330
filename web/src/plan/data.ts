// The plan as a live document: items, clauses and, for one clause, the chain down to the records.
import { api, take, type Schema } from '@/api/client'

export type Clause = Schema<'ClauseView'>
export type Item = Schema<'ItemView'>
export type Plan = Schema<'PlanView'>
export type Definition = Schema<'DefinitionView'>
export type ClauseChain = Schema<'ClauseChain'>

export const plan = (pack: string, signal?: AbortSignal) =>
  take(api.GET('/plans/{pack}', { params: { path: { pack } }, signal }))
export const clauseChain = (pack: string, id: string, signal?: AbortSignal) =>
  take(api.GET('/plans/{pack}/clauses/{id}', { params: { path: { pack, id } }, signal }))
