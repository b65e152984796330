// Addresses that other pages use to open what stands behind a figure.
import type { ClauseRef, ObligationRow } from './data'

export const clauseTo = (clause: ClauseRef) => `/plan/${clause.pack}/${clause.id}`
export const obligationTo = (id: string) => `/obligations/${id}`
export const listTo = (query: Record<string, string>) => ({ path: '/obligations', query })

/** Where the offered verb is done. */
export function actTo(row: ObligationRow): string {
  if (row.source?.kind === 'matter') return `/matters/${row.source.id}`
  if (row.action === 'file') return `/records/new?obligation=${row.id}`
  if (row.source?.kind === 'task') return `/tasks/${row.source.id}`
  return obligationTo(row.id)
}
