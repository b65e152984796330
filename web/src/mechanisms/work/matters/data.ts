// Matters: each party has its own state and clocks; which step is offered, and why another is not, comes with it.
import { get, post } from '@/api/client'
import type { Page } from '@/kit/load'
import type { Reason } from '@/kit/reasons'
import type { State } from '@/kit/states'
import type { ClauseRef, Named, RecordBrief } from '../../engine/obligations/data'

export interface MatterRow {
  id: string
  number: string
  title: string
  /** On-screen word of its kind. */
  word: string
  grade: string
  grade_word: string
  source?: string | null
  subject?: Named | null
  /** Where it stands, in words. */
  state: string
  opened_at: number
  closed_at?: number | null
  /** The most pressing clock of all its parties. */
  clock: State
  distance?: Reason | null
  parties: { id: string; name: string; role: string }[]
}

export interface MatterClock {
  obligation: string
  step: string
  title: string
  met_by: string
  state: State
  opened_at: number
  due_at: number
  signed_at?: number | null
  met_at?: number | null
  distance: Reason
}

export interface MatterParty {
  /** Its slot in the matter. */
  id: string
  party: Named
  person?: Named | null
  role: string
  role_title: string
  line?: string | null
  addressed_as?: string | null
  state: string
  state_word: string
  /** The reader acts for it. */
  mine: boolean
  clocks: MatterClock[]
}

export interface Transition {
  id: string
  title: string
  /** Role whose act it is. */
  role: string
  /** Why the reader may not take it; empty when he may. */
  reasons: Reason[]
  /** Form whose record must come with it. */
  form?: string | null
  /** That record must carry an attachment. */
  attachment: boolean
  needs_reason: boolean
}

export interface MatterEvent {
  id: string
  transition: string
  title: string
  /** Absent where a rule acted. */
  actor?: string | null
  org?: string | null
  text?: string | null
  stated_at: number
  received_at: number
  record?: RecordBrief | null
}

export interface Evidence {
  hash: string
  name: string
  media: string
  size: number
  taken_at: number
  record: string
}

export interface Matter {
  id: string
  number: string
  title: string
  text?: string | null
  word: string
  grade: string
  grade_word: string
  source?: string | null
  subject?: Named | null
  clauses: ClauseRef[]
  issuer: Named
  opened_by?: Named | null
  outer_number?: string | null
  outer_due_at?: number | null
  state: string
  opened_at: number
  closed_at?: number | null
  parties: MatterParty[]
  timeline: MatterEvent[]
  transitions: Transition[]
  attachments: Evidence[]
  steps: { title: string; state: State; at?: number | null }[]
  revision: number
}

export interface Lifecycle {
  id: string
  title: string
  title_en: string
  word: string
  roles: { id: string; title: string }[]
}

export interface NewMatter {
  lifecycle: string
  title: string
  site: string
  description?: string
  grade?: 'general' | 'major'
  source?: string
  /** Role → party; absent ones follow from the site. */
  parties: Record<string, string>
}

export interface MatterQuery {
  /** `open`, `late`, `closed` or `all`. */
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
export const openMatter = (body: NewMatter) => post<{ id: string; number: string }>('/matters', { body })
export const transit = (
  id: string,
  name: string,
  body: { reason?: string; record?: string },
  revision: number,
) => post<Matter>('/matters/{id}/transitions/{name}', { path: { id, name }, body, revision })
