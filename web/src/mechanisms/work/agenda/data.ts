// The calendar of what falls due, and a leader's day on one screen.
import { api, take, type Schema } from '@/api/client'

export type CalendarDay = Schema<'CalendarDay'>
export type CalendarView = Schema<'CalendarView'>
export type LeaderView = Schema<'LeaderView'>

export const calendar = (from: string, to: string, day: string | undefined, signal?: AbortSignal) =>
  take(api.GET('/calendar', { params: { query: { from, to, day, limit: 100 } }, signal }))
export const leader = (signal?: AbortSignal) => take(api.GET('/leader', { signal }))
