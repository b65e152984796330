// Forms and records. A record is never overwritten; its id is made here, so sending it again keeps it single.
import { get, post, put, upload } from '@/api/client'

export type FieldKind =
  | 'text'
  | 'number'
  | 'choice'
  | 'date'
  | 'place'
  | 'photo'
  | 'file'
  | 'signature'
  | 'person'
  | 'org'
  | 'site'
  | 'table'

export interface Choice {
  code: string
  label: string
  label_en: string
}

export interface Field {
  id: string
  label: string
  label_en: string
  kind: FieldKind
  required: boolean
  many: boolean
  unit?: string | null
  choices: Choice[]
  /** Asked only when this field has this value. */
  when_field?: string | null
  when_is?: string | null
  max_length?: number | null
  columns: Field[]
}

export interface Form {
  id: string
  version: number
  title: string
  title_en: string
  approval: boolean
  fields: Field[]
}

export interface Attachment {
  hash: string
  name: string
}

export interface Filing {
  form: string
  form_version: number
  /** Party whose record it is. */
  body: string
  values: Record<string, unknown>
  stated_at?: number
  covers?: string
  subjects?: string[]
  obligation?: string
  supersedes?: string
}

export interface Filed {
  id: string
  counts_for: string[]
  new: boolean
}

export interface StoredAttachment {
  field: string
  hash: string
  name: string
  media: string
  size: number
}

export interface RecordView {
  id: string
  form: string
  form_version: number
  title: string
  body: string
  body_name: string
  filed_by: string
  filed_by_name: string
  covers: string
  stated_at: number
  received_at: number
  approved_at?: number | null
  approved_by_name?: string | null
  state: string
  supersedes?: string | null
  values: Record<string, unknown>
  names: Record<string, string>
  attachments: StoredAttachment[]
  counts_for: string[]
  revision: number
}

export const form = (id: string, signal?: AbortSignal) => get<Form>('/forms/{id}', { path: { id }, signal })
export const file = (id: string, filing: Filing) =>
  put<Filed>('/records/{id}', { path: { id }, body: filing })
export const record = (id: string, signal?: AbortSignal) =>
  get<RecordView>('/records/{id}', { path: { id }, signal })
export const approve = (id: string) =>
  post<{ counts_for: string[] }>('/records/{id}/approve', { path: { id } })
export const attach = (file: File) =>
  upload<{ hash: string; media: string; size: number }>('/attachments', file, { name: file.name })
