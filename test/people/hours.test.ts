import { describe, expect, test } from 'vitest'
import { nextWorkingMoment, USUAL_HOURS, type WorkingTime } from '../../src/people/hours.ts'
import { laterMoments } from '../../src/people/later.ts'

const time = (more: Partial<WorkingTime> = {}): WorkingTime => ({
  zone: 'Asia/Shanghai',
  hours: USUAL_HOURS,
  workdays: 'mon-fri',
  leaves: [],
  ...more,
})
/** A wall time in a zone that is so many hours east of Greenwich; 2026-11-20 is a Friday. */
const at = (wall: string, east = 8) =>
  new Date(Date.parse(`${wall.replace(' ', 'T')}:00.000Z`) - east * 3600_000).toISOString()

describe('the next moment at which somebody may be written to', () => {
  test.each<[why: string, from: string, opens: string, more?: Partial<WorkingTime>]>([
    ['within the hours', '2026-11-20 09:00', '2026-11-20 09:00'],
    ['before them', '2026-11-20 08:59', '2026-11-20 09:00'],
    ['at their end', '2026-11-20 19:00', '2026-11-23 09:00'],
    ['on Sunday', '2026-11-22 12:00', '2026-11-23 09:00'],
    ['own days', '2026-11-20 19:00', '2026-11-22 09:00', { ownWeekdays: [7] }],
    [
      'past midnight, the day before counts',
      '2026-11-21 05:59',
      '2026-11-21 05:59',
      { hours: { from: '22:00', to: '06:00' } },
    ],
    [
      'past midnight, over',
      '2026-11-21 06:00',
      '2026-11-23 22:00',
      { hours: { from: '22:00', to: '06:00' } },
    ],
    [
      'Monday before dawn belongs to Sunday',
      '2026-11-23 03:00',
      '2026-11-23 22:00',
      { hours: { from: '22:00', to: '06:00' } },
    ],
    ['all day long', '2026-11-20 23:59', '2026-11-20 23:59', { hours: { from: '00:00', to: '00:00' } }],
    ['leave', '2026-11-20 10:00', '2026-11-26 09:00', { leaves: [{ from: '2026-11-20', to: '2026-11-25' }] }],
    [
      'half a year of leave',
      '2026-11-20 10:00',
      '2027-06-01 09:00',
      { leaves: [{ from: '2026-11-20', to: '2027-05-31' }] },
    ],
    ['a national holiday', '2026-10-01 10:00', '2026-10-08 09:00', { workdays: 'china' }],
    ['a make-up Saturday', '2026-10-10 10:00', '2026-10-10 10:00', { workdays: 'china' }],
    [
      'a make-up Saturday of who works Monday to Thursday',
      '2026-10-10 10:00',
      '2026-10-10 10:00',
      { workdays: 'china', ownWeekdays: [1, 2, 3, 4] },
    ],
    [
      'a holiday of who works every day',
      '2026-10-01 10:00',
      '2026-10-03 09:00',
      {
        workdays: {
          calendar: 'mon-fri',
          own: { '2026-10-01': { works: false, name: '' }, '2026-10-02': { works: false, name: '' } },
        },
        ownWeekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    ],
  ])('%s', (_why, from, opens, more) => {
    expect(nextWorkingMoment(time(more), at(from))).toBe(at(opens))
  })

  test('by the wall clock, over a change of clocks', () => {
    const newYork = time({ zone: 'America/New_York' })
    expect(nextWorkingMoment(newYork, '2026-03-06T23:59:00.000Z')).toBe('2026-03-06T23:59:00.000Z')
    expect(nextWorkingMoment(newYork, '2026-03-07T00:00:00.000Z')).toBe('2026-03-09T13:00:00.000Z')
  })

  test('nobody is lost where no day is ever a workday', () => {
    expect(
      nextWorkingMoment(time({ ownWeekdays: [] }), at('2026-11-20 10:00')) > at('2026-12-20 00:00'),
    ).toBe(true)
  })
})

describe('to when a question can be put off', () => {
  const offered = (now: string, until?: string, more: Partial<WorkingTime> = {}) =>
    laterMoments(time(more), at(now), until && at(until)).map((one) => [
      one.name,
      new Date(Date.parse(one.at) + 8 * 3600_000).toISOString().slice(5, 16).replace('T', ' '),
    ])

  test.each<[now: string, offered: string[][], until?: string | undefined, more?: Partial<WorkingTime>]>([
    [
      '2026-11-19 10:00',
      [
        ['hour', '11-19 11:00'],
        ['afternoon', '11-19 14:00'],
        ['tomorrow', '11-20 09:00'],
      ],
    ],
    [
      '2026-11-19 13:30',
      [
        ['hour', '11-19 14:30'],
        ['afternoon', '11-19 17:00'],
        ['tomorrow', '11-20 09:00'],
      ],
    ],
    [
      '2026-11-20 17:59',
      [
        ['hour', '11-20 18:59'],
        ['workday', '11-23 09:00'],
      ],
    ],
    ['2026-11-20 18:30', [['workday', '11-23 09:00']]],
    ['2026-11-20 17:59', [['workday', '11-23 09:00']], undefined, { hours: { from: '09:00', to: '18:00' } }],
    ['2026-11-20 17:30', [['hour', '11-20 18:30']], '2026-11-23 09:00'],
    ['2026-11-23 09:30', [], '2026-11-23 10:00'],
    [
      '2026-11-20 23:00',
      [
        ['hour', '11-21 00:00'],
        ['workday', '11-23 22:00'],
      ],
      undefined,
      { hours: { from: '22:00', to: '06:00' } },
    ],
  ])('%s', (now, moments, until, more) => {
    expect(offered(now, until, more)).toEqual(moments)
  })
})
