// How a group of the inbox is named and which sign it bears.
import { hasText, translate } from '@/app/i18n'
import type { State } from '@/kit/states'
import type { Group } from './data'

export function groupState(group: Group): State {
  if (group.key === 'overdue') return 'overdue'
  if (group.key === 'done') return 'met'
  return group.items.some((item) => item.state === 'due_soon') ? 'due_soon' : 'open'
}

export function groupTitle(group: Group, day: (at: number) => string): string {
  const key = `inbox.group.${group.key}`
  if (!hasText(key)) return group.key
  const date = typeof group.params?.day === 'number' ? day(group.params.day) : (group.params?.day ?? '')
  return translate(key, { ...group.params, day: date }).trim()
}
