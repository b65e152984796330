// Forms and records. A record is never overwritten; its id is made here, so sending it again keeps it single.
import { api, bytes, seen, take, type Schema } from '@/api/client'

export type Field = Schema<'FieldView'>
export type Form = Schema<'FormView'>
export type Filing = Schema<'FileRecord'>
export type Filed = Schema<'FiledView'>
export type RecordView = Schema<'RecordView'>

/** How a field refers to a file that was stored before. */
export interface Attachment {
  hash: string
  name: string
}

export const form = (id: string, signal?: AbortSignal) =>
  take(api.GET('/forms/{id}', { params: { path: { id } }, signal }))
export const file = (id: string, body: Filing) =>
  take(api.PUT('/records/{id}', { params: { path: { id } }, body }))
export const record = (id: string, signal?: AbortSignal) =>
  take(api.GET('/records/{id}', { params: { path: { id } }, signal }))
export const approve = (id: string) => take(api.POST('/records/{id}/approve', { params: { path: { id } } }))
export const attach = (content: File) =>
  take(
    api.POST('/attachments', {
      params: { query: { name: content.name } },
      body: content as never,
      ...bytes(content),
    }),
  )
/** The body says that what was filed for it is not so. */
export const contest = (id: string, reason: string, revision: number) =>
  take(api.POST('/records/{id}/contest', { params: { path: { id } }, body: { reason }, ...seen(revision) }))
export const settle = (id: string, verdict: 'stands' | 'falls', reason: string, revision: number) =>
  take(
    api.POST('/records/{id}/settle', {
      params: { path: { id } },
      body: { verdict, reason },
      ...seen(revision),
    }),
  )
/** Takes what was put before the reader's body; all obligations for which it waits there. */
export const accept = (id: string) =>
  take(api.POST('/records/{id}/accept', { params: { path: { id } }, body: {} }))
export const giveBack = (id: string, reason: string, missing: string[]) =>
  take(api.POST('/records/{id}/return', { params: { path: { id } }, body: { reason, missing } }))
