import { describe, expect, test } from 'vitest'
import { dueNow, lateness } from '../../src/rituals/due.ts'
import { closing, politely, promiseDueOn } from '../../src/rituals/weekly-retro/times.ts'

const FRIDAY_16 = '2026-11-20T08:00:00.000Z'
const ritual = {
  schedule: { every: 'week', weekday: 5, time: '16:00' } as const,
  catchUpHours: 24,
  settledUntil: '2026-11-19T00:00:00.000Z',
}
const due = (now: string, settledUntil = ritual.settledUntil) =>
  dueNow({ ...ritual, settledUntil }, { zone: 'Asia/Shanghai', calendar: 'mon-fri' }, now)

describe('what is to be done about a ritual', () => {
  test.each<[why: string, now: string, held: [string, number][], missed: string[]]>([
    ['before its time', '2026-11-20T07:59:59.999Z', [], []],
    ['on time', FRIDAY_16, [['2026-W47', 0]], []],
    ['a slow minute later', '2026-11-20T08:04:59.000Z', [['2026-W47', 0]], []],
    ['five minutes late', '2026-11-20T08:05:00.000Z', [['2026-W47', 5]], []],
    ['three hours late', '2026-11-20T11:00:00.000Z', [['2026-W47', 180]], []],
    ['at the end of the window', '2026-11-21T08:00:00.000Z', [['2026-W47', 1440]], []],
    ['after it', '2026-11-21T08:00:00.001Z', [], ['2026-W47']],
    ['a week and an hour later', '2026-11-27T09:00:00.000Z', [['2026-W48', 60]], ['2026-W47']],
    ['three weeks later', '2026-12-09T00:00:00.000Z', [], ['2026-W47', '2026-W48', '2026-W49']],
  ])('%s', (_why, now, held, missed) => {
    const found = due(now)
    expect(found.hold.map(({ occurrence, lateMinutes }) => [occurrence, lateMinutes])).toEqual(held)
    expect(found.missed.map(({ occurrence }) => occurrence)).toEqual(missed)
  })

  test('nothing again once it is settled, and the window again after the clock went back', () => {
    expect(due(FRIDAY_16, FRIDAY_16)).toEqual({ hold: [], missed: [] })
    expect(due('2026-11-20T09:00:00.000Z', '2027-01-01T00:00:00.000Z').hold).toHaveLength(1)
    expect(due('2026-11-24T09:00:00.000Z', '2027-01-01T00:00:00.000Z')).toEqual({ hold: [], missed: [] })
  })

  test('lateness is in whole minutes, and not worth a word below five', () => {
    expect(lateness(FRIDAY_16, FRIDAY_16)).toBe(0)
    expect(lateness(FRIDAY_16, '2026-11-20T08:06:59.000Z')).toBe(6)
    expect(lateness(FRIDAY_16, '2026-11-20T07:00:00.000Z')).toBe(0)
  })
})

describe('when a retro closes', () => {
  const shanghai = (calendar: string) => ({ zone: 'Asia/Shanghai', calendar })

  test.each([
    ['on the Monday after', '2026-W47', FRIDAY_16, 'mon-fri', '2026-11-23T02:00:00.000Z'],
    [
      'also when it was opened early',
      '2026-W47',
      '2026-11-17T02:00:00.000Z',
      'mon-fri',
      '2026-11-23T02:00:00.000Z',
    ],
    [
      'a day after it was held on that Monday',
      '2026-W47',
      '2026-11-23T07:00:00.000Z',
      'mon-fri',
      '2026-11-24T02:00:00.000Z',
    ],
    ['after the holidays', '2026-W40', '2026-09-30T08:00:00.000Z', 'china', '2026-10-08T02:00:00.000Z'],
    [
      'across the turn of the year',
      '2026-W53',
      '2027-01-01T08:00:00.000Z',
      'mon-fri',
      '2027-01-04T02:00:00.000Z',
    ],
  ])('%s', (_why, week, now, calendar, closesAt) => {
    const found = closing(week, now, shanghai(calendar))
    expect(found.closesAt).toBe(closesAt)
    expect(Date.parse(found.closesAt) - Date.parse(found.nudgeAt)).toBe(3_600_000)
  })

  test('what it promises is due on the next Friday, or the workday nearest to it', () => {
    expect(promiseDueOn('2026-W47', 'mon-fri')).toBe('2026-11-27')
    expect(promiseDueOn('2026-W39', 'china')).toBe('2026-09-30')
    expect(promiseDueOn('2026-W07', 'china')).toBe('2026-02-24')
  })
})

test('nobody is written to at night, unless the morning would be too late', () => {
  const nudgeAt = '2026-11-23T01:00:00.000Z'
  expect(politely(FRIDAY_16, 'Asia/Shanghai', nudgeAt, 'mon-fri')).toBe(FRIDAY_16)
  expect(politely(FRIDAY_16, 'America/New_York', nudgeAt, 'mon-fri')).toBe('2026-11-20T13:00:00.000Z')
  expect(politely('2026-11-19T14:00:00.000Z', 'Asia/Shanghai', nudgeAt, 'mon-fri')).toBe(
    '2026-11-20T00:00:00.000Z',
  )
  expect(politely('2026-11-20T14:00:00.000Z', 'Asia/Shanghai', nudgeAt, 'mon-fri')).toBe(
    '2026-11-21T00:00:00.000Z',
  )
  expect(politely(FRIDAY_16, 'Pacific/Auckland', nudgeAt, 'mon-fri')).toBe('2026-11-22T19:00:00.000Z')
  expect(politely('2026-11-22T20:00:00.000Z', 'Asia/Shanghai', nudgeAt, 'mon-fri')).toBe(
    '2026-11-22T20:00:00.000Z',
  )
})
