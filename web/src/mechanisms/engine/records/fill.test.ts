import { describe, expect, it } from 'vitest'
import type { Field, Form } from './data'
import { asked, check, wire } from './fill'

const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id,
  label: id,
  label_en: '',
  kind,
  required: false,
  many: false,
  choices: [],
  columns: [],
  ...more,
})
const form: Form = {
  id: 'f',
  version: 1,
  title: '',
  title_en: '',
  approval: false,
  fields: [
    field('day', 'date', { required: true }),
    field('found', 'choice', { required: true }),
    field('what', 'text', { required: true, when_field: 'found', when_is: '有', max_length: 5 }),
    field('count', 'number'),
  ],
}
const codes = (values: Record<string, unknown>) =>
  check(form, values).map((fault) => `${fault.field}:${fault.code}`)

describe('filling a form', () => {
  it('names every fault at once', () => {
    expect(codes({})).toEqual(['day:required', 'found:required'])
    expect(codes({ day: '2022-09-31', found: '有', what: '六个字那么长', count: Number.NaN })).toEqual([
      'day:day',
      'what:long',
      'count:number',
    ])
  })

  it('asks a conditional field only when its condition holds', () => {
    expect(asked(form.fields[2]!, { found: '无' })).toBe(false)
    expect(codes({ day: '2022-09-30', found: '无' })).toEqual([])
    expect(codes({ day: '2022-09-30', found: '有' })).toEqual(['what:required'])
  })

  it('sends only what is asked and filled', () => {
    const values = { day: '2022-09-30', found: '无', what: '旧答案', count: undefined }
    expect(wire(form, values)).toEqual({ day: '2022-09-30', found: '无' })
  })
})
