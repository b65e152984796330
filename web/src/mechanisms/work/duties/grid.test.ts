import { describe, expect, it } from 'vitest'
import type { Cell, Matrix } from './data'
import { columns, currentPeriod, rows, windowStart } from './grid'

const cell = (subject: string, definition: string, period: string, state: Cell['state']): Cell => ({
  subject,
  definition,
  period,
  state,
  distance: { code: 'obligations.in_time', params: {} },
  due_at: 0,
  count: 1,
  obligation: `${subject}${definition}${period}`,
})
const matrix: Matrix = {
  id: 'm',
  title: '',
  title_en: '',
  subjects: [{ id: 's', name: 'S' }],
  actions: ['a', 'b'].map((definition) => ({ definition, title: definition, title_en: '' })),
  periods: ['2022Q1', '2022Q2'],
  columns: [],
  cells: [
    cell('s', 'a', '2022Q1', 'met'),
    cell('s', 'b', '2022Q1', 'met_late'),
    cell('s', 'a', '2022Q2', 'overdue'),
    cell('s', 'b', '2022Q2', 'excused'),
  ],
  totals: [],
  as_of: 0,
}

describe('the matrix as a grid', () => {
  it('can be read by action or by period', () => {
    expect(columns(matrix, 'action').map((one) => one.action + one.period)).toEqual([
      'a2022Q1',
      'a2022Q2',
      'b2022Q1',
      'b2022Q2',
    ])
    expect(columns(matrix, 'period').map((one) => one.first)).toEqual([true, false, true, false])
  })

  it('does not count what was excused', () => {
    const [row] = rows(matrix, columns(matrix, 'action'))
    expect(row).toMatchObject({ done: 2, total: 3 })
    expect(row?.cells.map((one) => one?.state)).toEqual(['met', 'overdue', 'met_late', 'excused'])
  })

  it('knows in which period today lies, by the days of the columns', () => {
    const column = (period: string, from: string, to?: string) => ({ period, from, to, regular: true })
    const quarters = [
      column('2022Q2', '2022-04-01', '2022-06-30'),
      column('2022Q3', '2022-07-01', '2022-09-30'),
    ]
    expect(currentPeriod(quarters, '2022-09-29')).toBe('2022Q3')
    expect(currentPeriod(quarters, '2022-10-01')).toBeUndefined()
    const window = column('2022-09-26/2022-10-07', '2022-09-26', '2022-10-07')
    expect(currentPeriod([window, ...quarters], '2022-09-29')).toBe('2022-09-26/2022-10-07')
    expect(currentPeriod([column('once', '2022-01-01')], '2022-09-29')).toBe('once')
  })
})

describe('a window of periods', () => {
  it('has the running period last but one, or as near as there are periods', () => {
    expect(windowStart(52, 12, 38)).toBe(28)
    expect(windowStart(52, 12, 51)).toBe(40)
    expect(windowStart(4, 12, 2)).toBe(0)
  })
})
