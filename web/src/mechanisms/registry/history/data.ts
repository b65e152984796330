import { api, take, type Schema } from '@/api/client'

export type Entry = Schema<'LedgerEntry'>

export const history = (subject: string, after?: string, signal?: AbortSignal) =>
  take(api.GET('/history/{subject}', { params: { path: { subject }, query: { after, limit: 20 } }, signal }))
