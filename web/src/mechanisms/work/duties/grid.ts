// The matrix as rows and columns. Pure; totals come from the server.
import type { Cell, Matrix } from './data'

export interface GridColumn {
  action: string
  period: string
  first: boolean
}

export interface GridRow {
  id: string
  name: string
  cells: (Cell | undefined)[]
  done: number
  total: number
}

const place = (subject: string, action: string, period: string) => `${subject}|${action}|${period}`

export function columns(matrix: Matrix, byPeriod: string): GridColumn[] {
  if (byPeriod === 'period') {
    return matrix.periods.flatMap((period) =>
      matrix.actions.map((action, index) => ({ action: action.definition, period, first: index === 0 })),
    )
  }
  return matrix.actions.flatMap((action) =>
    matrix.periods.map((period, index) => ({ action: action.definition, period, first: index === 0 })),
  )
}

export function rows(matrix: Matrix, heads: GridColumn[]): GridRow[] {
  const found = new Map(matrix.cells.map((cell) => [place(cell.subject, cell.definition, cell.period), cell]))
  return matrix.subjects.map((subject) => {
    const cells = heads.map((head) => found.get(place(subject.id, head.action, head.period)))
    const counted = cells.filter((cell) => cell && !['excused', 'withdrawn'].includes(cell.state))
    return {
      id: subject.id,
      name: subject.name,
      cells,
      done: counted.filter((cell) => cell?.state === 'met' || cell?.state === 'met_late').length,
      total: counted.length,
    }
  })
}

/** The period in which a day lies; of several the last that began. */
export function currentPeriod(columns: Matrix['columns'], day: string): string | undefined {
  const running = columns.filter((one) => one.from <= day && (!one.to || day <= one.to))
  return running.sort((a, b) => a.from.localeCompare(b.from)).at(-1)?.period
}

/** Where a window of `size` begins so that the running period is its last but one. */
export function windowStart(count: number, size: number, running: number): number {
  return Math.max(0, Math.min(running - size + 2, count - size))
}
