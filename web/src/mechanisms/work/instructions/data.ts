// A leader's written wish on a thing, and what was reported back on it.
import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Instruction = Schema<'InstructionView'>
export type OnKind = Schema<'OnKind'>
export type InstructionQuery = NonNullable<paths['/instructions']['get']['parameters']['query']>

/** What an instruction is written on. */
export interface Thing {
  kind: OnKind
  id: string
  title: string
}

export const instructions = (query: InstructionQuery, signal?: AbortSignal) =>
  take(api.GET('/instructions', { params: { query }, signal }))
export const instruction = (id: string, signal?: AbortSignal) =>
  take(api.GET('/instructions/{id}', { params: { path: { id } }, signal }))
export const give = (body: Schema<'GiveInstruction'>) => take(api.POST('/instructions', { body }))
