// The rooms of the rail. A room without a right to enter is not shown.
import type { IconName } from '@/kit/icons'

export interface Room {
  key: string
  to: string
  icon: IconName
  /** One of these rights opens the room; none named means everybody. */
  rights: string[]
}

export const rooms: Room[] = [
  { key: 'inbox', to: '/inbox', icon: 'inbox', rights: [] },
  { key: 'plan', to: '/plan', icon: 'plan', rights: ['plans.read'] },
  { key: 'tasks', to: '/tasks', icon: 'wall', rights: ['tasks.read'] },
  { key: 'duties', to: '/duties', icon: 'matrix', rights: ['figures.read'] },
  { key: 'matters', to: '/matters', icon: 'matter', rights: ['matters.read'] },
  { key: 'sites', to: '/sites', icon: 'site', rights: ['sites.read'] },
  { key: 'lists', to: '/obligations', icon: 'lists', rights: ['obligations.read'] },
  { key: 'papers', to: '/papers', icon: 'paper', rights: ['figures.read', 'draws.read', 'tasks.read'] },
  {
    key: 'admin',
    to: '/admin',
    icon: 'admin',
    rights: ['imports.run', 'clock.advance', 'ledger.read', 'orgs.read', 'accounts.manage', 'jobs.read'],
  },
]
