// Rules answer with a code and parameters; here they become a sentence in the reader's language.
import { hasText, translate } from '@/app/i18n'

export interface Reason {
  code: string
  params?: Record<string, string | number>
}

/** A code without a text says nothing rather than showing itself: codes never stand on a page. */
export function say(reason: Reason | null | undefined): string {
  if (reason === null || reason === undefined) return ''
  const key = `reason.${reason.code.replaceAll('.', '/')}`
  return hasText(key) ? translate(key, reason.params ?? {}) : ''
}
