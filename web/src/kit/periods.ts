// Labels of periods (2022Q2, 2022-09, 2022-W39 …) in words. The year is named only when it is not the current one.
import { translate } from '@/app/i18n'
import { useSession } from '@/app/session'
import { parts } from './times'

const forms: [RegExp, string][] = [
  [/^(\d{4})Q([1-4])$/, 'quarter'],
  [/^(\d{4})H([12])$/, 'half'],
  [/^(\d{4})-W(\d\d)$/, 'week'],
  [/^(\d{4})-(\d\d)a$/, 'firstHalfMonth'],
  [/^(\d{4})-(\d\d)b$/, 'secondHalfMonth'],
  [/^(\d{4})-(\d\d)$/, 'month'],
]

export function periodText(label: string | null | undefined, year: string): string {
  if (!label) return ''
  for (const [pattern, key] of forms) {
    const found = label.match(pattern)
    if (!found) continue
    const [, of = '', n = ''] = found
    const numbered = key === 'quarter' || key === 'half'
    const text = translate(numbered ? `kit.period.${key}${n}` : `kit.period.${key}`, { n: String(Number(n)) })
    return of === year ? text : translate('kit.period.ofYear', { year: of, text })
  }
  if (/^\d{4}$/.test(label)) return translate('kit.period.year', { year: label })
  const window = label.match(/^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/)
  if (window) return `${withinYear(window[1] ?? '', year)} — ${withinYear(window[2] ?? '', year)}`
  const shift = label.match(/^(\d{4}-\d\d-\d\d)T(\d\d):?(\d\d)$/)
  if (shift) {
    const at = `${shift[2]}:${shift[3]}`
    return translate('kit.period.shift', { day: withinYear(shift[1] ?? '', year), at })
  }
  // A day names itself; a code such as that of a single occasion says nothing to a reader.
  return /^\d{4}-\d\d-\d\d$/.test(label) || /[^\x20-\x7e]/.test(label) ? label : ''
}

const withinYear = (day: string, year: string) => (day.startsWith(`${year}-`) ? day.slice(5) : day)

export function usePeriods() {
  const session = useSession()
  return (label: string | null | undefined) => periodText(label, parts(session.now, session.zone).year)
}
