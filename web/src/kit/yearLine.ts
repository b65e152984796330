// Days of one year by their number, and back. Civil days have no zone, so they are counted in UTC.
import { day as oneDay } from './times'

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** 1 is the first of January. */
export function dayNumber(day: string): number {
  return Math.round((at(day) - at(`${day.slice(0, 4)}-01-01`)) / oneDay) + 1
}

export function dayAt(year: string, number: number): string {
  return new Date(at(`${year}-01-01`) + (number - 1) * oneDay).toISOString().slice(0, 10)
}

/** Each day of change once, in order, within the year. */
export function changesOf(changes: string[], year: string): string[] {
  return [...new Set(changes)].filter((one) => one.startsWith(year)).sort()
}
