// Sentences about obligations that several pages share.
import { translate } from '@/app/i18n'
import type { Progress } from './data'

/** Names the missing: one by name, more by the first and the number. */
export function progressText(progress: Progress | null | undefined): string {
  if (!progress || progress.total === 0) return ''
  const base = translate('obligations.progress', { done: progress.done, total: progress.total })
  const [first] = progress.missing
  if (first === undefined) return base
  const missing =
    progress.missing.length === 1
      ? translate('obligations.missingOne', { name: first })
      : translate('obligations.missingMany', { name: first, count: progress.missing.length })
  return `${base}　${missing}`
}
