import { api, take, type Schema } from '@/api/client'

export type Census = Schema<'CensusBrief'>
export type CensusView = Schema<'CensusView'>
export type CensusRow = Schema<'CensusRow'>

export const censuses = (signal?: AbortSignal) => take(api.GET('/census', { signal }))
export const census = (duty: string, period: string | undefined, after?: string, signal?: AbortSignal) =>
  take(
    api.GET('/census/{duty}', {
      params: { path: { duty }, query: { period, after, limit: 50 } },
      signal,
    }),
  )
