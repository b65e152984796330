// Documents that were issued, and who has signed for them.
import { api, take, type Schema } from '@/api/client'

export type DocumentRow = Schema<'DocumentRow'>
export type DocumentView = Schema<'DocumentView'>
export type Issue = Schema<'IssueDocument'>

export const documents = (after: string | undefined, signal?: AbortSignal) =>
  take(api.GET('/documents', { params: { query: { after, limit: 50 } }, signal }))
export const document = (id: string, signal?: AbortSignal) =>
  take(api.GET('/documents/{id}', { params: { path: { id } }, signal }))
export const issue = (body: Issue) => take(api.POST('/documents', { body }))
