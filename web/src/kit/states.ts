// The outcome words, their order and the sign each has on paper. The server says which one holds.

export type State =
  | 'upcoming'
  | 'open'
  | 'due_soon'
  | 'overdue'
  | 'lapsed'
  | 'met'
  | 'met_late'
  | 'excused'
  | 'withdrawn'
  | 'none'
  | 'reopened'

/** Counts of one bar. A missing part is nothing to draw; a missing bar is no data. */
export type Bar = Partial<Record<BarPart, number>>
export type BarPart = 'met' | 'met_late' | 'due_soon' | 'overdue' | 'lapsed' | 'open'

/** Order in bars and legends, everywhere the same. */
export const barOrder: BarPart[] = ['met', 'met_late', 'due_soon', 'overdue', 'lapsed', 'open']

const signs: Record<State, string> = {
  upcoming: '·',
  open: '○',
  due_soon: '◐',
  overdue: '▲',
  lapsed: '■',
  met: '●',
  met_late: '◇',
  excused: '⊖',
  withdrawn: '⊘',
  none: '—',
  reopened: '↻',
}

export function sign(state: State): string {
  return signs[state]
}

/** Name of the state in the style sheet: `--due-soon`. Reopening borrows the colour of late completion. */
export function colour(state: State, part: '' | '-tint' | '-fill' = ''): string {
  const name = state === 'reopened' ? 'met-late' : state.replace('_', '-')
  return `var(--${name}${part})`
}

export function barTotal(bar: Bar): number {
  return barOrder.reduce((sum, part) => sum + (bar[part] ?? 0), 0)
}

export function barDone(bar: Bar): number {
  return (bar.met ?? 0) + (bar.met_late ?? 0)
}

/** Still to be done, late or not. */
export function barLate(bar: Bar): number {
  return (bar.overdue ?? 0) + (bar.lapsed ?? 0)
}
