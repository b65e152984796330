import { expect, test } from 'vitest'
import { changesOf, dayAt, dayNumber } from './yearLine'

test('a day of the year has a number, and the number leads back', () => {
  expect(dayNumber('2022-01-01')).toBe(1)
  expect(dayNumber('2024-12-31')).toBe(366)
  for (const day of ['2022-02-28', '2022-09-29', '2024-02-29']) {
    expect(dayAt(day.slice(0, 4), dayNumber(day))).toBe(day)
  }
})

test('changes stand once and in order', () => {
  expect(changesOf(['2022-09-01', '2021-12-31', '2022-03-05', '2022-09-01'], '2022')).toEqual([
    '2022-03-05',
    '2022-09-01',
  ])
})
