import { get } from '@/api/client'
import type { Page } from '@/kit/load'

export interface Area {
  id: string
  code: string
  name: string
  level: 'province' | 'city' | 'county' | 'town' | 'village'
  parent?: string | null
  /** Nothing below it. */
  leaf: boolean
  from?: string | null
  until?: string | null
}

export const areas = (
  query: { parent?: string; q?: string; limit?: number; after?: string },
  signal?: AbortSignal,
) => get<Page<Area>>('/areas', { query: { ...query }, signal })
export const area = (id: string, signal?: AbortSignal) => get<Area>('/areas/{id}', { path: { id }, signal })
