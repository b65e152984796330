import { describe, expect, it } from 'vitest'
import type { Clause, Item, Plan } from './data'
import { allLeads, count, filterItems, itemNo, sections, totals } from './filter'

const none = { met: 0, met_late: 0, due_soon: 0, overdue: 0, lapsed: 0, open: 0 }
const clause = (no: string, more: Partial<Clause> = {}): Clause => ({
  id: `X-${no}`,
  no,
  summary: `clause ${no}`,
  summary_en: '',
  kind: 'duty',
  state: 'runs',
  countable: true,
  bar: none,
  late: 0,
  open: 0,
  done: 0,
  definitions: 1,
  waits_for: [],
  ...more,
})
const item = (no: string, section: string, lead: string[], clauses: Clause[]): Item => ({
  no,
  section,
  title: `item ${no}`,
  lead,
  cooperating: [],
  bar: none,
  clauses,
})
const plan: Plan = {
  pack: 'x',
  area: '',
  version: 1,
  title: '',
  number: '',
  issuer: '',
  from: '',
  until: '',
  counts: { runs: 2, tracked: 0, planned: 1 },
  total: { met: 5, met_late: 1, overdue: 2, lapsed: 1, due_soon: 3, open: 40 },
  items: [
    item('04', 'I', ['A'], [clause('4.1', { late: 1 }), clause('4.2', { open: 2 })]),
    item('10', 'II', ['B', 'A'], [clause('10.1', { state: 'planned', countable: false })]),
  ],
  as_of: 0,
}
const shown = (filter: object) =>
  filterItems(plan, { which: 'all', lead: '', words: '', ...filter }).flatMap((one) =>
    one.clauses.map((found) => found.no),
  )

describe('the plan page', () => {
  it('shows what the filter says and nothing else', () => {
    expect(shown({})).toEqual(['4.1', '4.2', '10.1'])
    expect(shown({ which: 'late' })).toEqual(['4.1'])
    expect(shown({ which: 'planned' })).toEqual(['10.1'])
    expect(shown({ lead: 'B' })).toEqual(['10.1'])
    expect(shown({ words: '4.2' })).toEqual(['4.2'])
    expect(shown({ words: 'item 10' })).toEqual(['10.1'])
  })

  it('counts each filter over the whole plan', () => {
    expect([count(plan, 'all'), count(plan, 'late'), count(plan, 'open')]).toEqual([3, 1, 1])
  })

  it('counts as due only what had to be done by now', () => {
    expect(totals(plan)).toEqual({ due: 12, done: 6, late: 2, lapsed: 1 })
  })

  it('keeps the order of the document', () => {
    expect(sections(plan.items).map((part) => [part.title, part.items.length])).toEqual([
      ['I', 1],
      ['II', 1],
    ])
    expect(allLeads(plan)).toEqual(['A', 'B'])
    expect([itemNo('04'), itemNo('15a'), itemNo('10')]).toEqual(['4', '15a', '10'])
  })
})
