import { expect, it } from 'vitest'
import { periodText } from './periods'

it.each([
  ['2022Q2', '二季度'],
  ['2021Q4', '2021 年四季度'],
  ['2022H1', '上半年'],
  ['2022-09', '9 月'],
  ['2022-09a', '9 月上半月'],
  ['2022-W39', '第 39 周'],
  ['2022', '2022 年'],
  ['2022-09-29', '2022-09-29'],
  ['国庆节', '国庆节'],
  ['once', ''],
  ['', ''],
])('the period %s reads %s', (label, text) => {
  expect(periodText(label, '2022')).toBe(text)
})

it('windows of key periods, seasons and shifts are read as days', () => {
  expect(periodText('2022-10-01/2022-10-07', '2022')).toBe('10-01 — 10-07')
  expect(periodText('2022-12-30/2023-01-03', '2022')).toBe('12-30 — 2023-01-03')
  expect(periodText('2022-09-29T20:00', '2022')).toContain('09-29')
  expect(periodText('2022-09-29T20:00', '2022')).toContain('20:00')
})
