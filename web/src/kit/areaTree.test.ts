import { describe, expect, it } from 'vitest'
import { flatten, step, type AreaNode } from './areaTree'

const county: AreaNode = { id: 'c', name: 'county' }
const town: AreaNode = { id: 't', name: 'town' }
const other: AreaNode = { id: 'o', name: 'other' }
const village: AreaNode = { id: 'v', name: 'village', leaf: true }
const loaded = { '': [county], c: [town, other], t: [village] }
const rows = flatten(loaded, new Set(['c', 't']))

describe('the tree of areas', () => {
  it('reads parents before children and leaves folded ones out', () => {
    expect(rows.map((row) => [row.node.id, row.depth])).toEqual([
      ['c', 1],
      ['t', 2],
      ['v', 3],
      ['o', 2],
    ])
    expect(flatten(loaded, new Set(['c'])).map((row) => row.node.id)).toEqual(['c', 't', 'o'])
  })

  it.each([
    ['c', 'ArrowDown', 'go', 't'],
    ['o', 'ArrowUp', 'go', 'v'],
    ['v', 'Home', 'go', 'c'],
    ['c', 'End', 'go', 'o'],
    ['t', 'ArrowRight', 'go', 'v'],
    ['o', 'ArrowRight', 'unfold', 'o'],
    ['t', 'ArrowLeft', 'fold', 't'],
    ['v', 'ArrowLeft', 'go', 't'],
    ['v', 'Enter', 'pick', 'v'],
  ])('on %s, %s means %s %s', (current, key, kind, target) => {
    expect(step(rows, current, key)).toMatchObject({ kind, node: { id: target } })
  })

  it('leaves other keys to the page', () => {
    expect(step(rows, 'v', 'Tab')).toBeUndefined()
    expect(step(rows, 'v', 'ArrowRight')).toBeUndefined()
    expect(step(rows, 'nobody', 'Enter')).toBeUndefined()
  })
})
