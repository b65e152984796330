import { api, take, type Schema } from '@/api/client'

export type Draw = Schema<'DrawView'>

export const draws = (definition: string, period?: string, signal?: AbortSignal) =>
  take(api.GET('/draws/{definition}', { params: { path: { definition }, query: { period } }, signal }))
