// Which papers the installed plans define: circulars and published draws.
import { listed } from '@/api/client'

export interface Paper {
  id: string
  kind: 'circular' | 'draw'
  title: string
  title_en: string
  /** Cadence of a circular: `quarter`, `month` … */
  every?: string
}

type Brief = Omit<Paper, 'kind'>

export async function papers(signal?: AbortSignal): Promise<Paper[]> {
  const [circulars, draws] = await Promise.all([
    listed<Brief>('/circulars', {}, signal),
    listed<Brief>('/draws', {}, signal),
  ])
  return [
    ...circulars.map((one) => ({ ...one, kind: 'circular' as const })),
    ...draws.map((one) => ({ ...one, kind: 'draw' as const })),
  ]
}
