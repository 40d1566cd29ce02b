import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateAt, instantAt, isZone, timeAt } from '../../src/kernel/calendar.ts'

describe('a wall time becomes an instant', () => {
  test.each([
    ['2026-11-20', '16:00', 'Asia/Shanghai', '2026-11-20T08:00:00.000Z'],
    ['2026-12-31', '10:00', 'Pacific/Kiritimati', '2026-12-30T20:00:00.000Z'],
    ['2026-11-20', '16:00', 'Asia/Kathmandu', '2026-11-20T10:15:00.000Z'],
    // New York skips 02:00–03:00 on 8 March and shows 01:00–02:00 twice on 1 November.
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Lord Howe moves by half an hour.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    // Santiago skips midnight itself.
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(instant)
  })
})

test('an instant shows its own date and time again, except where the clock skips', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  )
  const minutes = fc.integer({ min: 0, max: 10 * 365 * 24 * 60 })
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const instant = new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString()
      const again = instantAt(dateAt(instant, zone), timeAt(instant, zone), zone)
      // An hour that is shown twice is read as the first of the two.
      const earlierBy = Date.parse(instant) - Date.parse(again)
      expect([0, 30 * 60_000, 60 * 60_000]).toContain(earlierBy)
      expect(timeAt(again, zone)).toBe(timeAt(instant, zone))
    }),
  )
})

test('zones are known by name', () => {
  expect(isZone('Asia/Shanghai')).toBe(true)
  expect(isZone('Asia/Peking')).toBe(false)
})
