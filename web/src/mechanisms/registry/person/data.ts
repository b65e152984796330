import { get } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Named, RegisterQuery } from '../org/data'

export interface Person {
  id: string
  name: string
  org?: string | null
  org_name?: string | null
  /** Posts of the day, with the body. */
  posts: string[]
  version: number
}

export interface Holding {
  post: string
  title: string
  org: string
  org_name: string
  stand_in: boolean
  from?: string | null
  until?: string | null
}

export interface Answer {
  site: string
  site_name: string
  role: string
  party: Named
  from?: string | null
}

export interface PersonView extends Person {
  holdings: Holding[]
  /** Everything as which the person can owe or receive. */
  parties: Named[]
  answers_for: Answer[]
}

export const persons = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Person>>('/persons', { query: { ...query }, signal })
export const person = (id: string, signal?: AbortSignal) =>
  get<PersonView>('/persons/{id}', { path: { id }, signal })
