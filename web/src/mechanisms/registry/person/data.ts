import { get } from '@/api/client'
import type { Page } from '@/kit/load'
import type { RegisterQuery } from '../org/data'

export interface Person {
  id: string
  name: string
  org?: string | null
  org_name?: string | null
  posts?: string[]
}

export interface Holding {
  post: string
  title: string
  org: string
  org_name: string
  stand_in: boolean
  from: string
  until?: string | null
}

export interface PersonView extends Person {
  holdings: Holding[]
}

export const persons = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Person>>('/persons', { query: { ...query }, signal })
export const person = (id: string, signal?: AbortSignal) =>
  get<PersonView>('/persons/{id}', { path: { id }, signal })
