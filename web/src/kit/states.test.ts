import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { barDone, barLate, barOrder, barTotal, colour, sign, type State } from './states'
import StateBar from './StateBar.vue'
import StateChip from './StateChip.vue'
import StateIcon from './StateIcon.vue'

const all: State[] = [
  'upcoming',
  'open',
  'due_soon',
  'overdue',
  'lapsed',
  'met',
  'met_late',
  'excused',
  'withdrawn',
  'none',
]

describe('states', () => {
  it('tell themselves apart on paper without colour', () => {
    expect(new Set(all.map(sign)).size).toBe(all.length)
  })

  it('tell themselves apart by shape alone', () => {
    const shapes = all.map((state) => mount(StateIcon, { props: { state, plain: true } }).html())
    expect(new Set(shapes).size).toBe(all.length)
  })

  it('always carry their word', () => {
    expect(mount(StateChip, { props: { state: 'overdue' } }).text()).toBe('逾期未办')
    const icon = mount(StateIcon, { props: { state: 'met_late', named: true } })
    expect(icon.attributes('aria-label')).toBe('逾期完成')
  })

  it('name their tokens as the style sheet does', () => {
    expect(colour('due_soon', '-fill')).toBe('var(--due-soon-fill)')
    expect(colour('reopened')).toBe('var(--met-late)')
  })
})

describe('a bar', () => {
  const bar = { met: 12, met_late: 1, overdue: 2, lapsed: 1, open: 4 }

  it('keeps the fixed order and leaves out what is nothing', () => {
    const parts = mount(StateBar, { props: { bar } }).findAll('i')
    expect(parts.map((part) => part.attributes('style')?.match(/--([a-z-]+)-fill/)?.[1])).toEqual([
      'met',
      'met-late',
      'overdue',
      'lapsed',
      'open',
    ])
  })

  it('speaks all its counts', () => {
    const label = mount(StateBar, { props: { bar } }).attributes('aria-label')
    expect(label).toBe('按期完成 12，逾期完成 1，逾期未办 2，漏办 1，待办 4')
  })

  it('shows no data as no data, not as zero', () => {
    expect(mount(StateBar, { props: { bar: null } }).attributes('aria-label')).toBe('无数据')
    expect(mount(StateBar, { props: { bar: {} } }).attributes('aria-label')).toBe('无数据')
  })

  it('adds up', () => {
    expect([barTotal(bar), barDone(bar), barLate(bar)]).toEqual([20, 13, 3])
    expect(barOrder).toHaveLength(6)
  })
})
