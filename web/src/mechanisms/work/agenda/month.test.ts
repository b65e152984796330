import { expect, test } from 'vitest'
import { plusMonths, span, weekday, weeks } from './month'

test('the page of a month shows whole weeks from Monday to Sunday', () => {
  expect(span('2022-09')).toEqual({ from: '2022-08-29', to: '2022-10-02' })
  expect(span('2021-02')).toEqual({ from: '2021-02-01', to: '2021-02-28' })
  for (const month of ['2022-01', '2022-10', '2024-02']) {
    const { from, to } = span(month)
    expect([weekday(from), weekday(to)]).toEqual([0, 6])
  }
})

test('months step over the end of a year', () => {
  expect(plusMonths('2022-12', 1)).toBe('2023-01')
  expect(plusMonths('2022-01', -1)).toBe('2021-12')
})

test('days stand seven in a row', () => {
  const days = Array.from({ length: 14 }, (_, i) => ({ day: String(i) }))
  expect(weeks(days).map((week) => week.length)).toEqual([7, 7])
})
