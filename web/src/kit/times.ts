// Instants and days as readers of this place see them, whatever the clock of their machine says.
import { useSession } from '@/app/session'

export const day = 86_400_000

interface Parts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

export function parts(at: number, zone: string): Parts {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  const found: Record<string, string> = {}
  for (const part of format.formatToParts(at)) found[part.type] = part.value
  return found as unknown as Parts
}

/** 2022-09-29 16:00 */
export function moment(at: number, zone: string): string {
  const p = parts(at, zone)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** 2022-09-29 */
export function date(at: number, zone: string): string {
  const p = parts(at, zone)
  return `${p.year}-${p.month}-${p.day}`
}

/** 09-29 16:00 within the year of `now`, else with the year. */
export function short(at: number, zone: string, now: number): string {
  const p = parts(at, zone)
  const year = p.year === parts(now, zone).year ? '' : `${p.year}-`
  return `${year}${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** 09-29 within the year of `now`, else with the year. */
export function shortDate(at: number, zone: string, now: number): string {
  return short(at, zone, now).replace(/ .*$/, '')
}

/** A due instant is exclusive: midnight reads as 24:00 of the day before. */
export function due(at: number, zone: string, now: number): string {
  const p = parts(at, zone)
  if (p.hour !== '00' || p.minute !== '00') return short(at, zone, now)
  return `${shortDate(at - 1, zone, now)} 24:00`
}

/** The instant at which a civil day with hours begins in `zone`; zones without summer time only need one step. */
export function instant(text: string, zone: string): number {
  const wanted = Date.parse(`${text}Z`)
  const seen = parts(wanted, zone)
  const shown = Date.parse(`${seen.year}-${seen.month}-${seen.day}T${seen.hour}:${seen.minute}:00Z`)
  return wanted - (shown - Math.floor(wanted / 60_000) * 60_000)
}

export function useTimes() {
  const session = useSession()
  return {
    moment: (at: number) => moment(at, session.zone),
    date: (at: number) => date(at, session.zone),
    short: (at: number) => short(at, session.zone, session.now),
    shortDate: (at: number) => shortDate(at, session.zone, session.now),
    due: (at: number) => due(at, session.zone, session.now),
    instant: (text: string) => instant(text, session.zone),
  }
}
