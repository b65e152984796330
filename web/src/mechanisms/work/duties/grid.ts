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

/** The period of `label`s in which the day `now` lies, by the form of the label alone. */
export function currentPeriod(periods: string[], day: string): string | undefined {
  const [year = '', month = ''] = day.split('-')
  const names = [
    `${year}Q${Math.ceil(Number(month) / 3)}`,
    `${year}-${month}`,
    `${year}H${Number(month) <= 6 ? 1 : 2}`,
    year,
    day,
  ]
  return periods.find((period) => names.includes(period))
}
