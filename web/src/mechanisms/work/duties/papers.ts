// Which papers the installed plans define: circulars and published draws.
import { get } from '@/api/client'
import { ApiProblem } from '@/api/problem'

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
  const [circulars, draws] = await Promise.all([briefs('/circulars', signal), briefs('/draws', signal)])
  return [
    ...circulars.map((one) => ({ ...one, kind: 'circular' as const })),
    ...draws.map((one) => ({ ...one, kind: 'draw' as const })),
  ]
}

/** A reader without the right to one kind of paper still sees the other. */
async function briefs(path: string, signal?: AbortSignal): Promise<Brief[]> {
  try {
    return await get<Brief[]>(path, { signal })
  } catch (cause) {
    if (cause instanceof ApiProblem && [403, 404].includes(cause.problem.status)) return []
    throw cause
  }
}
