import { expect, it } from 'vitest'
import { moveInGrid } from './gridKeys'

it.each([
  ['ArrowDown', { row: 2, column: 1 }],
  ['ArrowUp', { row: 0, column: 1 }],
  ['ArrowLeft', { row: 1, column: 0 }],
  ['ArrowRight', { row: 1, column: 2 }],
  ['Home', { row: 1, column: 0 }],
  ['End', { row: 1, column: 3 }],
])('%s moves one step inside the grid', (key, target) => {
  expect(moveInGrid({ row: 1, column: 1 }, key, 3, 4)).toEqual(target)
})

it('never leaves the grid', () => {
  expect(moveInGrid({ row: 2, column: 3 }, 'ArrowDown', 3, 4)).toEqual({ row: 2, column: 3 })
  expect(moveInGrid({ row: 0, column: 0 }, 'ArrowLeft', 3, 4)).toEqual({ row: 0, column: 0 })
  expect(moveInGrid({ row: 0, column: 0 }, 'Tab', 3, 4)).toBeUndefined()
})
