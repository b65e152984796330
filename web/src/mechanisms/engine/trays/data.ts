// The tray of a body: what lies there, signing for it, handing it out, taking it back.
import { api, seen, take, type Schema } from '@/api/client'

export type Tray = Schema<'Tray'>
export type TrayItem = Schema<'TrayItem'>
export type Part = 'unsigned' | 'signed' | 'handed_out' | 'awaiting'

export const tray = (part: Part, body: string | undefined, after?: string, signal?: AbortSignal) =>
  take(api.GET('/tray', { params: { query: { part, body, after, limit: 50 } }, signal }))
export const signMany = (ids: string[]) => take(api.POST('/obligations/sign', { body: { ids } }))
export const handOut = (id: string, body: Schema<'HandOutTo'>, revision?: number) =>
  take(
    api.POST('/obligations/{id}/hand-out', {
      params: { path: { id } },
      body,
      ...(revision === undefined ? {} : seen(revision)),
    }),
  )
export const withdraw = (id: string, reason: string, revision: number) =>
  take(
    api.POST('/obligations/{id}/withdraw', { params: { path: { id } }, body: { reason }, ...seen(revision) }),
  )
