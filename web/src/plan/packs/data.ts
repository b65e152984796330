// Installed packs: clauses with parameters, definitions in words, activation with its preview, the attached text.
import { api, take, type Schema } from '@/api/client'

export type PackBrief = Schema<'PackBrief'>
export type PackView = Schema<'PackView'>
export type ClauseRow = Schema<'ClauseRow'>
export type DefinitionRow = Schema<'DefinitionRow'>
export type TextView = Schema<'TextView'>

export const packs = (signal?: AbortSignal) => take(api.GET('/packs', { signal }))
export const pack = (id: string, q?: string, table?: string, signal?: AbortSignal) =>
  take(api.GET('/packs/{pack}', { params: { path: { pack: id }, query: { q, table } }, signal }))
export const confirmParameters = (
  id: string,
  confirm: string,
  parameters?: { clause: string; name: string }[],
) =>
  take(
    api.POST('/packs/{pack}/parameters/confirm', {
      params: { path: { pack: id } },
      body: { confirm, parameters },
    }),
  )

export type Preview = Schema<'PreviewView'>

/** What putting the pack in force on a day would do; nothing is kept. */
export const preview = (id: string, on: string, limit: number | undefined, signal?: AbortSignal) =>
  take(api.GET('/packs/{pack}/preview', { params: { path: { pack: id }, query: { on, limit } }, signal }))
export const activate = (id: string, body: Schema<'ActivatePack'>) =>
  take(api.POST('/packs/{pack}/activate', { params: { path: { pack: id } }, body }))

export const planText = (id: string, signal?: AbortSignal) =>
  take(api.GET('/plans/{pack}/text', { params: { path: { pack: id } }, signal }))
export const attachText = (id: string, text: string) =>
  take(api.POST('/plans/{pack}/text', { params: { path: { pack: id } }, body: { text } }))
export const tieParagraph = (id: string, place: number, clauses: string[]) =>
  take(api.PUT('/plans/{pack}/text/{place}', { params: { path: { pack: id, place } }, body: { clauses } }))
