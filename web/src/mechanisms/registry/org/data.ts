import { get } from '@/api/client'
import type { Page } from '@/kit/load'

export interface Named {
  id: string
  name: string
}

export interface Org {
  id: string
  name: string
  kind: string
  credit_code?: string | null
  sector?: string | null
  area: string
  area_name: string
  superior_id?: string | null
  superior_name?: string | null
  /** Absent where nobody stated the beginning. */
  from?: string | null
  until?: string | null
  version: number
}

export interface Post {
  id: string
  title: string
  rank: number
  approver: boolean
  receiving_clerk: boolean
  /** Who holds it today; absent when it is vacant. */
  person?: { id: string; name: string; from?: string | null } | null
  stand_in?: Named | null
}

export interface OrgView extends Org {
  aliases: string[]
  identities: string[]
  sectors: string[]
  office_of?: Named | null
  office?: Named | null
  superior?: Named | null
  /** Who answers for it today. */
  answers?: Named | null
  posts: Post[]
  members: Named[]
  member_of: Named[]
  subordinates: Named[]
  people: Named[]
  /** Number of sites that it runs. */
  sites: number
}

export interface RegisterQuery {
  q?: string
  kind?: string
  area?: string
  org?: string
  after?: string
  limit?: number
}

export const orgs = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Org>>('/orgs', { query: { ...query }, signal })
export const org = (id: string, signal?: AbortSignal) => get<OrgView>('/orgs/{id}', { path: { id }, signal })
