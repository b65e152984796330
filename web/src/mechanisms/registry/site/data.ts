import { get } from '@/api/client'
import type { Page } from '@/kit/load'
import type { RegisterQuery } from '../org/data'

export interface Site {
  id: string
  name: string
  kind: string
  credit_code?: string | null
  area_name?: string
  org_name?: string | null
  tags?: string[]
}

/** Who answers for the site in which role, and from when to when. */
export interface Capacity {
  role: string
  role_title: string
  line?: string | null
  party: { id: string; name: string }
  from: string
  until?: string | null
}

export interface SiteView extends Site {
  org?: { id: string; name: string } | null
  parent?: { id: string; name: string } | null
  sector?: string | null
  attributes: Record<string, unknown>
  dated_tags: {
    tag: string
    value?: string | null
    reason?: string | null
    from: string
    until?: string | null
  }[]
  capacities: Capacity[]
  from: string
  until?: string | null
}

export const sites = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Site>>('/sites', { query: { ...query }, signal })
export const site = (id: string, signal?: AbortSignal) =>
  get<SiteView>('/sites/{id}', { path: { id }, signal })
