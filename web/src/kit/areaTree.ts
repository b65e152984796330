// The keyboard pattern of a tree, without a page: which rows show, and what a key means.

export interface AreaNode {
  id: string
  name: string
  code?: string
  leaf?: boolean
}

export interface TreeRow {
  node: AreaNode
  depth: number
  open: boolean
  parent?: AreaNode
}

export type Move = { kind: 'go' | 'fold' | 'unfold' | 'pick'; node: AreaNode }

/** Rows in reading order; children of folded nodes are left out. `''` holds the roots. */
export function flatten(loaded: Record<string, AreaNode[]>, open: Set<string>): TreeRow[] {
  const rows: TreeRow[] = []
  const walk = (key: string, depth: number, parent?: AreaNode) => {
    for (const node of loaded[key] ?? []) {
      rows.push({ node, depth, open: open.has(node.id), parent })
      if (open.has(node.id)) walk(node.id, depth + 1, node)
    }
  }
  walk('', 1)
  return rows
}

export function step(rows: TreeRow[], current: string | undefined, key: string): Move | undefined {
  const index = rows.findIndex((row) => row.node.id === current)
  const row = rows[index]
  if (!row) return undefined
  const go = (target: TreeRow | undefined): Move | undefined =>
    target ? { kind: 'go', node: target.node } : undefined
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1])
    case 'ArrowUp':
      return go(rows[index - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      if (row.node.leaf) return undefined
      return row.open ? go(rows[index + 1]) : { kind: 'unfold', node: row.node }
    case 'ArrowLeft':
      if (row.open) return { kind: 'fold', node: row.node }
      return row.parent ? { kind: 'go', node: row.parent } : undefined
    case 'Enter':
    case ' ':
      return { kind: 'pick', node: row.node }
    default:
      return undefined
  }
}
