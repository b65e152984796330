import { get } from '@/api/client'
import type { Named } from '../obligations/data'

export interface Draw {
  id: string
  period: string
  drawn_at: number
  quota: number
  population: number
  /** Hexadecimal; with the population anybody can repeat the draw. */
  seed: string
  drawn: Named[]
}

export const draws = (definition: string, period?: string, signal?: AbortSignal) =>
  get<Draw[]>('/draws/{definition}', { path: { definition }, query: { period }, signal })
