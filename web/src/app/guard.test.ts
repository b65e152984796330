import { expect, it } from 'vitest'
import { safeTarget } from './guard'

it.each([
  ['/plan/anji-2022/AJ-04.5?which=late', '/plan/anji-2022/AJ-04.5?which=late'],
  ['//elsewhere.example', '/inbox'],
  ['/\\elsewhere.example', '/inbox'],
  ['https://elsewhere.example', '/inbox'],
  [undefined, '/inbox'],
])('after signing in with the address %s one lands on %s', (wanted, target) => {
  expect(safeTarget(wanted)).toBe(target)
})
