import { api, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Person = Schema<'PersonRow'>
export type PersonView = Schema<'PersonView'>
export type PersonQuery = NonNullable<paths['/persons']['get']['parameters']['query']>

export const persons = (query: PersonQuery, signal?: AbortSignal) =>
  take(api.GET('/persons', { params: { query }, signal }))
export const person = (id: string, signal?: AbortSignal) =>
  take(api.GET('/persons/{id}', { params: { path: { id } }, signal }))
