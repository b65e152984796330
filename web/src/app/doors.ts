// The pages inside a room. A door without a right to pass is not shown.

export interface Door {
  key: string
  to: string
  /** One of these rights opens the door; none named means everybody. */
  rights: string[]
}

export const doors: Record<string, Door[]> = {
  inbox: [
    { key: 'inbox', to: '/inbox', rights: [] },
    { key: 'messages', to: '/messages', rights: [] },
  ],
  lists: [
    { key: 'obligations', to: '/obligations', rights: ['obligations.read'] },
    { key: 'owing', to: '/owing', rights: ['obligations.read'] },
  ],
  papers: [
    { key: 'papers', to: '/papers', rights: ['figures.read', 'draws.read'] },
    { key: 'documents', to: '/documents', rights: ['tasks.read'] },
  ],
}
