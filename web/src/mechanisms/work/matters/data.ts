// Matters: each party has its own state and clocks; which step is offered, and why another is not, comes with it.
import { get, post } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Reason } from '@/kit/reasons'
import type { State } from '@/kit/states'
import type { Named } from '../../engine/obligations/data'
import type { StoredAttachment } from '../../engine/records/data'

export interface MatterRow {
  id: string
  number: string
  title: string
  /** On-screen word of its kind. */
  word: string
  grade?: string | null
  subject?: Named | null
  state: string
  opened_at: number
  closed_at?: number | null
  /** The worst clock of all its parties. */
  clock: State
  distance?: Reason | null
  parties: { name: string; role: string }[]
}

export interface MatterClock {
  obligation: string
  title: string
  state: State
  due_at: number
  met_at?: number | null
  distance: Reason
}

export interface MatterParty {
  id: string
  party: Named
  person?: Named | null
  role: string
  role_title: string
  line?: string | null
  state: string
  state_word: string
  mine: boolean
  clocks: MatterClock[]
}

export interface Transition {
  id: string
  title: string
  /** Why it may not be taken now; empty when it may. */
  reasons: Reason[]
  form?: string | null
  /** A reason must be given, as when something is sent back. */
  needs_reason?: boolean
}

export interface MatterEvent {
  id: string
  title: string
  actor?: string | null
  org?: string | null
  text?: string | null
  stated_at: number
  received_at: number
}

export interface Matter {
  id: string
  number: string
  title: string
  text?: string | null
  word: string
  grade?: string | null
  source?: string | null
  subject?: Named | null
  clauses: { id: string; no: string; pack: string }[]
  state: string
  opened_at: number
  closed_at?: number | null
  parties: MatterParty[]
  timeline: MatterEvent[]
  transitions: Transition[]
  attachments: (StoredAttachment & {
    phase?: 'before' | 'after' | null
    place?: string | null
    taken_at?: number | null
  })[]
  steps?: { title: string; state: State; at?: number | null }[]
  revision: number
}

export interface Lifecycle {
  id: string
  title: string
  word: string
  roles: { id: string; title: string }[]
}

export interface NewMatter {
  lifecycle: string
  title: string
  text?: string
  site?: string
  grade?: string
  source?: string
  parties: Record<string, string>
  stated_at?: number
  attachments?: { hash: string; name: string }[]
}

export interface MatterQuery {
  state?: string
  site?: string
  party?: string
  q?: string
  after?: string
  limit?: number
}

export const matters = (query: MatterQuery, signal?: AbortSignal) =>
  get<Page<MatterRow>>('/matters', { query: { ...query }, signal })
export const matter = (id: string, signal?: AbortSignal) =>
  get<Matter>('/matters/{id}', { path: { id }, signal })
export const lifecycles = (signal?: AbortSignal) => get<Lifecycle[]>('/lifecycles', { signal })
export const openMatter = (body: NewMatter) => post<{ id: string }>('/matters', { body })
export const transit = (
  id: string,
  name: string,
  body: { reason?: string; attachments?: { hash: string; name: string }[] },
  revision: number,
) => post<void>('/matters/{id}/transitions/{name}', { path: { id, name }, body, revision })
