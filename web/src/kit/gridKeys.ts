// Where an arrow key leads in a grid of `rows` × `columns` cells.

export interface Cell {
  row: number
  column: number
}

export function moveInGrid(at: Cell, key: string, rows: number, columns: number): Cell | undefined {
  const last = { row: rows - 1, column: columns - 1 }
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(last.row, at.row + 1), column: at.column }
    case 'ArrowUp':
      return { row: Math.max(0, at.row - 1), column: at.column }
    case 'ArrowRight':
      return { row: at.row, column: Math.min(last.column, at.column + 1) }
    case 'ArrowLeft':
      return { row: at.row, column: Math.max(0, at.column - 1) }
    case 'Home':
      return { row: at.row, column: 0 }
    case 'End':
      return { row: at.row, column: last.column }
    default:
      return undefined
  }
}
