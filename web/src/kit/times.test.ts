import { describe, expect, it } from 'vitest'
import { date, due, instant, moment, short } from './times'

const zone = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2022-09-29T16:00:00')

describe('times', () => {
  it('are those of the place, whatever the machine says', () => {
    expect(moment(at('2022-09-29T00:05:00'), zone)).toBe('2022-09-29 00:05')
    expect(date(at('2022-12-31T23:59:00'), zone)).toBe('2022-12-31')
    expect(moment(at('2022-09-29T00:05:00'), 'UTC')).toBe('2022-09-28 16:05')
  })

  it('leave the year out while it is the current one', () => {
    expect(short(at('2022-06-30T18:00:00'), zone, now)).toBe('06-30 18:00')
    expect(short(at('2021-06-30T18:00:00'), zone, now)).toBe('2021-06-30 18:00')
  })

  it('end a due day at 24:00', () => {
    expect(due(at('2022-10-01T00:00:00'), zone, now)).toBe('09-30 24:00')
    expect(due(at('2022-01-01T00:00:00'), zone, now)).toBe('2021-12-31 24:00')
    expect(due(at('2022-09-30T12:00:00'), zone, now)).toBe('09-30 12:00')
  })

  it('turn a typed day and hour of the place into an instant', () => {
    expect(instant('2022-09-30T08:00', zone)).toBe(at('2022-09-30T08:00:00'))
    expect(instant('2022-01-01T00:00', zone)).toBe(at('2022-01-01T00:00:00'))
  })
})
