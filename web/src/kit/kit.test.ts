import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { useSession } from '@/app/session'
import DataTable from './DataTable.vue'
import DeadlineCell from './DeadlineCell.vue'
import DutyMatrix from './DutyMatrix.vue'
import PartyClocks from './PartyClocks.vue'
import ReasonButton from './ReasonButton.vue'
import { say } from './reasons'
import Timeline from './Timeline.vue'

const noon = Date.parse('2022-09-29T12:00:00+08:00')

function onTraining(): void {
  useSession().instance = { title: '', kind: 'training', now: noon, zone: 'Asia/Shanghai', version: '' }
}

describe('a deadline', () => {
  it('says how late in words and when by the clock of the place', () => {
    onTraining()
    const cell = mount(DeadlineCell, {
      props: {
        state: 'overdue',
        due: Date.parse('2022-07-01T00:00:00+08:00'),
        late: { code: 'obligations.late_by_days', params: { n: '91' } },
      },
    })
    expect(cell.text()).toContain('逾期 91 天')
    expect(cell.text()).toContain('06-30 24:00 到期')
    expect(cell.find('svg').attributes('aria-label')).toBe('逾期未办')
  })

  it('never shows a code that has no text', () => {
    expect(say({ code: 'nobody.knows' })).toBe('')
  })
})

describe('a refused act', () => {
  const reasons = [{ code: 'obligations.in_time' }]

  it('can be read by everybody and cannot be taken', async () => {
    const button = mount(ReasonButton, { props: { reasons }, slots: { default: '销号' } })
    expect(button.text()).toContain('按期')
    expect(button.find('button').attributes('aria-disabled')).toBe('true')
    await button.find('button').trigger('click')
    expect(button.emitted('act')).toBeUndefined()
  })

  it('is a button like any other when nothing speaks against it', async () => {
    const button = mount(ReasonButton, { props: { reasons: [] }, slots: { default: '销号' } })
    await button.find('button').trigger('click')
    expect(button.emitted('act')).toHaveLength(1)
  })
})

describe('a table', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }))
  const props = {
    caption: 'list',
    columns: [{ id: 'id', title: 'id' }],
    rows,
    rowKey: (row: unknown) => (row as { id: string }).id,
    count: 10_000,
    ticked: new Set<string>(),
  }

  it('says how many rows there are in all', () => {
    const table = mount(DataTable, { props })
    expect(table.find('table').attributes('aria-rowcount')).toBe('10001')
    expect(table.findAll('tbody tr').map((row) => row.attributes('aria-rowindex'))).toEqual(['2', '3', '4'])
  })

  it('walks by j and k and ticks by x', async () => {
    const table = mount(DataTable, { props, attachTo: document.body })
    const press = async (key: string) => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key }))
      await nextTick()
      await nextTick()
    }
    await press('j')
    await press('j')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('3')
    await press('k')
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('2')
    await press('x')
    expect(table.emitted('tick')?.[0]?.[0]).toEqual(new Set(['a']))
    table.unmount()
  })
})

describe('the duty matrix', () => {
  const cell = (key: string) => ({ key, state: 'met' as const, text: '', label: key })
  const props = {
    caption: 'matrix',
    corner: '',
    endTitle: '',
    groups: [{ title: 'g', columns: [{ title: '1' }, { title: '2' }] }],
    rows: [
      { id: 'r', name: 'r', end: '', cells: [cell('a'), cell('b')] },
      { id: 's', name: 's', end: '', cells: [cell('c'), undefined] },
    ],
  }

  it('has one tab stop that the arrows move', async () => {
    const grid = mount(DutyMatrix, { props, attachTo: document.body })
    const stops = () =>
      grid.findAll('[role=gridcell][tabindex="0"]').map((one) => one.attributes('aria-label'))
    expect(stops()).toEqual(['a'])
    await grid.find('table').trigger('keydown', { key: 'ArrowRight' })
    expect(stops()).toEqual(['b'])
    await grid.find('table').trigger('keydown', { key: 'Enter' })
    expect(grid.emitted('open')).toEqual([['b']])
    grid.unmount()
  })

  it('opens nothing where no obligation stands', async () => {
    const grid = mount(DutyMatrix, { props })
    await grid.find('table').trigger('keydown', { key: 'ArrowDown' })
    await grid.find('table').trigger('keydown', { key: 'End' })
    await grid.find('table').trigger('keydown', { key: 'Enter' })
    expect(grid.emitted('open')).toBeUndefined()
  })
})

describe('two parties of one matter', () => {
  it('each have a card with clocks of their own, the own one marked', () => {
    onTraining()
    const clock = { id: 'k', title: '签收', state: 'met' as const, due_at: noon }
    const cards = mount(PartyClocks, {
      props: {
        parties: [
          { id: '1', name: '企业', role: '整改单位', clocks: [clock, { ...clock, id: 'l', title: '整改' }] },
          { id: '2', name: '镇', role: '属地监管', mine: true, clocks: [{ ...clock, state: 'overdue' }] },
        ],
      },
    }).findAll('[data-testid=party]')
    expect(cards.map((card) => card.findAll('.clock').length)).toEqual([2, 1])
    expect(cards.map((card) => card.classes('mine'))).toEqual([false, true])
  })
})

describe('the timeline', () => {
  it('tells the received time only where it differs from the stated one', () => {
    onTraining()
    const events = [
      { id: '1', title: '现场发现', stated_at: noon, received_at: noon + 960_000 },
      { id: '2', title: '签收', stated_at: noon, received_at: noon + 1_000 },
    ]
    const lines = mount(Timeline, { props: { events } }).findAll('li')
    expect(lines[0]?.text()).toContain('09-29 12:16 收到')
    expect(lines[1]?.text()).not.toContain('收到')
  })
})
