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
    { key: 'tray', to: '/tray', rights: ['trays.read'] },
    { key: 'calendar', to: '/calendar', rights: ['obligations.read'] },
    { key: 'instructions', to: '/instructions', rights: ['instructions.read'] },
    { key: 'leader', to: '/leader', rights: ['obligations.read'] },
    { key: 'messages', to: '/messages', rights: [] },
  ],
  plan: [
    { key: 'plan', to: '/plan', rights: ['plans.read'] },
    { key: 'packs', to: '/packs', rights: ['plans.read'] },
    { key: 'keyPeriods', to: '/key-periods', rights: ['duties.key_periods'] },
    { key: 'events', to: '/events', rights: ['duties.events'] },
  ],
  lists: [
    { key: 'obligations', to: '/obligations', rights: ['obligations.read'] },
    { key: 'owing', to: '/owing', rights: ['obligations.read'] },
    { key: 'collections', to: '/collections', rights: ['collections.read'] },
    { key: 'census', to: '/census', rights: ['records.read'] },
    { key: 'undelivered', to: '/undelivered', rights: ['channels.read'] },
  ],
  papers: [
    { key: 'papers', to: '/papers', rights: ['figures.read', 'draws.read'] },
    { key: 'documents', to: '/documents', rights: ['tasks.read'] },
  ],
}
