// Key periods and events: what somebody enters so that duties open by themselves.
import { api, take, type Schema } from '@/api/client'

export type KeyPeriod = Schema<'KeyPeriodView'>
export type KeyPeriods = Schema<'KeyPeriods'>
export type NewKeyPeriod = Schema<'NewKeyPeriod'>
export type Event = Schema<'OccurrenceView'>
export type Events = Schema<'Events'>
export type NewEvent = Schema<'NewEvent'>

export const keyPeriods = (signal?: AbortSignal) => take(api.GET('/key-periods', { signal }))
export const enterKeyPeriod = (body: NewKeyPeriod) => take(api.POST('/key-periods', { body }))
export const withdrawKeyPeriod = (id: string) =>
  take(api.DELETE('/key-periods/{id}', { params: { path: { id } } }))

export const events = (after: string | undefined, signal?: AbortSignal) =>
  take(api.GET('/events', { params: { query: { after, limit: 50 } }, signal }))
export const enterEvent = (body: NewEvent) => take(api.POST('/events', { body }))
