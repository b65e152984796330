import { get } from '@/api/client'
import type { Page } from '@/kit/load'

export interface Org {
  id: string
  name: string
  kind: string
  credit_code?: string | null
  sector?: string | null
  area_name?: string | null
  superior_name?: string | null
  from: string
  until?: string | null
}

export interface Post {
  id: string
  title: string
  rank: number
  approver: boolean
  receiving_clerk: boolean
  /** Who holds it today; absent when it is vacant. */
  person?: { id: string; name: string; from: string } | null
  stand_in?: { id: string; name: string } | null
}

export interface OrgView extends Org {
  aliases: string[]
  office_of?: { id: string; name: string } | null
  superior?: { id: string; name: string } | null
  posts: Post[]
  members: { id: string; name: string }[]
}

export interface RegisterQuery {
  q?: string
  kind?: string
  area?: string
  after?: string
  limit?: number
}

export const orgs = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Org>>('/orgs', { query: { ...query }, signal })
export const org = (id: string, signal?: AbortSignal) => get<OrgView>('/orgs/{id}', { path: { id }, signal })
