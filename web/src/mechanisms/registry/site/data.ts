import { get } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Named, RegisterQuery } from '../org/data'

export interface Site {
  id: string
  name: string
  kind: string
  credit_code?: string | null
  sector?: string | null
  area: string
  area_name: string
  org_name?: string | null
  tags: string[]
  lat?: number | null
  lng?: number | null
  version: number
}

/** Who answers for the site in which role, and from when to when. */
export interface Capacity {
  id: string
  role: string
  /** In the reader's language. */
  role_title: string
  party: Named
  /** Who answers for the party on the day; none is a vacancy. */
  person?: Named | null
  from?: string | null
  until?: string | null
}

export interface DatedTag {
  tag: string
  value?: string | null
  reason?: string | null
  from?: string | null
  until?: string | null
}

export interface SiteView extends Site {
  org?: Named | null
  parent?: Named | null
  parts: Named[]
  attributes: Record<string, unknown>
  dated_tags: DatedTag[]
  capacities: Capacity[]
  from?: string | null
  until?: string | null
  /** The day as of which tags and parts are shown. */
  day: string
}

export const sites = (query: RegisterQuery, signal?: AbortSignal) =>
  get<Page<Site>>('/sites', { query: { ...query }, signal })
export const site = (id: string, signal?: AbortSignal) =>
  get<SiteView>('/sites/{id}', { path: { id }, signal })
