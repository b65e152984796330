// What a filling needs before it is sent. The server checks again; this only saves a round trip. Pure.
import type { Field, Form } from './data'

export type Values = Record<string, unknown>

export interface Fault {
  field: string
  label: string
  code: 'required' | 'number' | 'day' | 'long'
  limit?: number
}

export function asked(field: Field, values: Values): boolean {
  return !field.when_field || values[field.when_field] === field.when_is
}

export function empty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

/** Only what is asked and filled travels; a hidden answer would be refused. */
export function wire(form: Form, values: Values): Values {
  const sent: Values = {}
  for (const field of form.fields) {
    const value = values[field.id]
    if (asked(field, values) && !empty(value)) sent[field.id] = value
  }
  return sent
}

export function check(form: Form, values: Values): Fault[] {
  return form.fields.flatMap((field): Fault[] => {
    const value = values[field.id]
    if (!asked(field, values)) return []
    const fault = (code: Fault['code'], limit?: number): Fault[] => [
      { field: field.id, label: field.label, code, limit },
    ]
    if (empty(value)) return field.required ? fault('required') : []
    if (field.kind === 'number' && !Number.isFinite(value)) return fault('number')
    if (field.kind === 'date' && !isDay(value)) return fault('day')
    const limit = field.max_length ?? 4000
    if (typeof value === 'string' && [...value].length > limit) return fault('long', limit)
    return []
  })
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
