// Addresses that other pages use to open what stands behind a figure.
import type { ClauseRef, ObligationRow } from './data'

/** Ids of packs bear dots, and a path with a dot asks for a file: they travel in the query. */
export const clauseTo = (clause: ClauseRef) => `/plan/${clause.pack}?clause=${clause.id}`
export const obligationTo = (id: string) => `/obligations/${id}`
export const listTo = (query: Record<string, string>) => ({ path: '/obligations', query })

/** Where the offered verb is done. A step of a task or matter is done on its page, a receipt on the obligation's. */
export function actTo(row: ObligationRow): string {
  if (row.action === 'accept' && row.record) return `/records/${row.record}?about=${row.source}`
  if (row.action === 'file') return `/records/new?obligation=${row.id}`
  if (row.source && row.kind === 'step') return `/matters/${row.source}`
  return obligationTo(row.id)
}
