// Collecting: prefilled sheets for whoever owes, taken back row by row.
import { api, bytes, take, type Schema } from '@/api/client'
import type { OwingFilter } from '../chasing/data'

export type Collection = Schema<'CollectionRow'>
export type CollectionView = Schema<'CollectionView'>
export type ReturnReport = Schema<'ReturnReport'>
export type Sheet = Schema<'SheetView'>

export const collections = (signal?: AbortSignal) => take(api.GET('/collections', { signal }))
export const collection = (id: string, signal?: AbortSignal) =>
  take(api.GET('/collections/{id}', { params: { path: { id } }, signal }))
export const issue = (filter: OwingFilter, due: string, note: string, title?: string, form?: string) =>
  take(api.POST('/collections', { body: { filter, due, note, title, form } }))
export const giveBack = (id: string, file: File, goodRowsOnly: boolean) =>
  take(
    api.POST('/collections/{id}/returns', {
      params: { path: { id }, query: { name: file.name, good_rows_only: goodRowsOnly } },
      body: file as never,
      ...bytes(file),
    }),
  )
