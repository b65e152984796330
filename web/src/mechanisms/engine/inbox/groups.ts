// How a group of the inbox is named and which sign it bears.
import { translate } from '@/app/i18n'
import type { State } from '@/kit/states'
import type { Group, Tab } from './data'

const named = ['overdue', 'today', 'tomorrow', 'week', 'later']

export function groupState(group: Group, tab: Tab): State {
  if (group.key === 'overdue') return 'overdue'
  if (tab === 'done') return 'met'
  return group.items.some((item) => item.state === 'due_soon') ? 'due_soon' : 'open'
}

export function groupTitle(group: Group, tab: Tab): string {
  if (!named.includes(group.key)) return translate(`inbox.tabs.${tab}`)
  return translate(`inbox.group.${group.key}`, { day: group.day?.slice(5) ?? '' }).trim()
}
