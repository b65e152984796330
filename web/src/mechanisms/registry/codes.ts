// Words of code lists that the server hands over as codes. A code without a word is shown as nothing, never as itself.
import { hasText, translate } from '@/app/i18n'

export function codeText(list: string, code: string | null | undefined): string {
  if (!code) return ''
  const key = `registry.${list}.${code}`
  if (hasText(key)) return translate(key)
  // Packs may name kinds in words already.
  return /^[a-z_.-]+$/i.test(code) ? '' : code
}
