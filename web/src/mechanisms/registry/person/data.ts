import { api, seen, take, type Schema } from '@/api/client'
import type { paths } from '@/api/schema'

export type Person = Schema<'PersonRow'>
export type PersonView = Schema<'PersonView'>
export type Post = Schema<'PostRow'>
export type PersonQuery = NonNullable<paths['/persons']['get']['parameters']['query']>
export type PostQuery = NonNullable<paths['/posts']['get']['parameters']['query']>
export type PersonChange = Schema<'ChangePerson'>
export type PostChange = Schema<'ChangePost'>

export const persons = (query: PersonQuery, signal?: AbortSignal) =>
  take(api.GET('/persons', { params: { query }, signal }))
export const person = (id: string, signal?: AbortSignal) =>
  take(api.GET('/persons/{id}', { params: { path: { id } }, signal }))
export const changePerson = (id: string, body: PersonChange, version: number) =>
  take(api.PATCH('/persons/{id}', { params: { path: { id } }, body, ...seen(version) }))

export const posts = (query: PostQuery, signal?: AbortSignal) =>
  take(api.GET('/posts', { params: { query }, signal }))
export const post = (id: string, signal?: AbortSignal) =>
  take(api.GET('/posts/{id}', { params: { path: { id } }, signal }))
export const changePost = (id: string, body: PostChange, version: number) =>
  take(api.PATCH('/posts/{id}', { params: { path: { id } }, body, ...seen(version) }))
export const appoint = (id: string, body: Schema<'Appoint'>) =>
  take(api.POST('/posts/{id}/holders', { params: { path: { id } }, body }))
