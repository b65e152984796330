// The weeks of a month's page, Monday first. Civil days have no zone, so they are counted in UTC.
import { day as oneDay } from '@/kit/times'

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const text = (at: number) => new Date(at).toISOString().slice(0, 10)

export function plusDays(day: string, n: number): string {
  return text(at(day) + n * oneDay)
}

export function plusMonths(month: string, n: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + n, 1)).toISOString().slice(0, 7)
}

/** 0 is Monday. */
export function weekday(day: string): number {
  return (new Date(at(day)).getUTCDay() + 6) % 7
}

/** First and last day that the page of a month shows: whole weeks. */
export function span(month: string): { from: string; to: string } {
  const first = `${month}-01`
  const last = plusDays(`${plusMonths(month, 1)}-01`, -1)
  return { from: plusDays(first, -weekday(first)), to: plusDays(last, 6 - weekday(last)) }
}

export function weeks<T extends { day: string }>(days: T[]): T[][] {
  const rows: T[][] = []
  for (let start = 0; start < days.length; start += 7) rows.push(days.slice(start, start + 7))
  return rows
}
