import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayInWeek,
  nextOccurrence,
  occurrences,
  readSchedule,
  type Schedule,
} from '../../src/rituals/schedule.ts'

describe('a schedule as it is written', () => {
  test.each([
    ['weekly fri 16:00', { every: 'week', weekday: 5, time: '16:00' }],
    ['  Weekly  MON 9:05 ', { every: 'week', weekday: 1, time: '09:05' }],
    ['monthly first-workday 10:00', { every: 'month', day: 'first-workday', time: '10:00' }],
    ['monthly last-workday 17:00', { every: 'month', day: 'last-workday', time: '17:00' }],
    ['monthly 15 09:30', { every: 'month', day: 15, time: '09:30' }],
    ['workdays 18:00', { every: 'workday', time: '18:00' }],
  ])('%s', (written, meant) => {
    expect(readSchedule(written)).toEqual(meant)
  })

  test.each([
    '',
    'weekly',
    'weekly fri',
    'weekly fri 24:00',
    'weekly fryday 16:00',
    'monthly 0 10:00',
    'monthly 32 10:00',
    'fri 16:00',
    'workdays 18:60',
    'weekly fri 16:00 please',
  ])('"%s" is none', (written) => {
    expect(readSchedule(written)).toBeUndefined()
  })
})

describe('what falls due', () => {
  test.each<
    [
      why: string,
      schedule: string,
      zone: string,
      calendar: string,
      from: string,
      until: string,
      due: string[],
    ]
  >([
    [
      'a Friday in Shanghai',
      'weekly fri 16:00',
      'Asia/Shanghai',
      'mon-fri',
      '2026-11-15',
      '2026-11-29',
      ['2026-W47 2026-11-20T08:00', '2026-W48 2026-11-27T08:00'],
    ],
    [
      'summer and winter in New York',
      'weekly sun 02:30',
      'America/New_York',
      'mon-fri',
      '2026-03-01',
      '2026-03-16',
      ['2026-W09 2026-03-01T07:30', '2026-W10 2026-03-08T07:00', '2026-W11 2026-03-15T06:30'],
    ],
    [
      'an hour that New York shows twice',
      'weekly sun 01:30',
      'America/New_York',
      'mon-fri',
      '2026-10-31',
      '2026-11-09',
      ['2026-W44 2026-11-01T05:30', '2026-W45 2026-11-08T06:30'],
    ],
    [
      'half an hour that Lord Howe skips',
      'weekly sun 02:15',
      'Australia/Lord_Howe',
      'mon-fri',
      '2026-09-27',
      '2026-10-12',
      ['2026-W40 2026-10-03T15:30', '2026-W41 2026-10-10T15:15'],
    ],
    [
      'half an hour that Lord Howe repeats',
      'weekly sun 01:45',
      'Australia/Lord_Howe',
      'mon-fri',
      '2026-04-03',
      '2026-04-06',
      ['2026-W14 2026-04-04T14:45'],
    ],
    [
      'a midnight that Santiago skips',
      'weekly sun 00:00',
      'America/Santiago',
      'mon-fri',
      '2026-09-05',
      '2026-09-14',
      ['2026-W36 2026-09-06T04:00', '2026-W37 2026-09-13T03:00'],
    ],
    [
      'an hour that Santiago repeats',
      'weekly sat 23:30',
      'America/Santiago',
      'mon-fri',
      '2026-04-04',
      '2026-04-07',
      ['2026-W14 2026-04-05T02:30'],
    ],
    [
      'east of UTC+12',
      'weekly fri 16:00',
      'Pacific/Kiritimati',
      'mon-fri',
      '2026-11-19',
      '2026-11-21',
      ['2026-W47 2026-11-20T02:00'],
    ],
    [
      'the date line on a Monday morning',
      'weekly mon 09:00',
      'Pacific/Kiritimati',
      'mon-fri',
      '2026-11-22',
      '2026-11-23',
      ['2026-W48 2026-11-22T19:00'],
    ],
    [
      'Chatham, 13:45 ahead',
      'workdays 18:00',
      'Pacific/Chatham',
      'mon-fri',
      '2026-12-31',
      '2027-01-02',
      ['2026-12-31 2026-12-31T04:15', '2027-01-01 2027-01-01T04:15'],
    ],
    [
      'a leap day',
      'monthly 29 09:30',
      'Europe/Berlin',
      'mon-fri',
      '2028-02-01',
      '2028-03-01',
      ['2028-02 2028-02-29T08:30'],
    ],
    [
      'no leap day',
      'monthly 29 09:30',
      'Europe/Berlin',
      'mon-fri',
      '2027-02-01',
      '2027-03-01',
      ['2027-02 2027-02-28T08:30'],
    ],
    [
      'the 31st of shorter months',
      'monthly 31 10:00',
      'UTC',
      'mon-fri',
      '2026-04-01',
      '2026-06-01',
      ['2026-04 2026-04-30T10:00', '2026-05 2026-05-31T10:00'],
    ],
    [
      'the turn of a year in weeks',
      'weekly fri 16:00',
      'Asia/Shanghai',
      'mon-fri',
      '2026-12-24',
      '2027-01-10',
      ['2026-W52 2026-12-25T08:00', '2026-W53 2027-01-01T08:00', '2027-W01 2027-01-08T08:00'],
    ],
    [
      'the turn of a year in months',
      'monthly first-workday 10:00',
      'Asia/Shanghai',
      'mon-fri',
      '2026-12-02',
      '2027-02-02',
      ['2027-01 2027-01-01T02:00', '2027-02 2027-02-01T02:00'],
    ],
    [
      'first workdays after holidays',
      'monthly first-workday 10:00',
      'Asia/Shanghai',
      'china',
      '2026-09-30',
      '2026-11-03',
      ['2026-10 2026-10-08T02:00', '2026-11 2026-11-02T02:00'],
    ],
    [
      'a first workday that is a make-up Sunday',
      'monthly first-workday 10:00',
      'Asia/Shanghai',
      'china',
      '2026-01-01',
      '2026-01-31',
      ['2026-01 2026-01-04T02:00'],
    ],
    [
      'a last workday that is a make-up Saturday',
      'monthly last-workday 17:00',
      'Asia/Shanghai',
      'china',
      '2026-02-01',
      '2026-03-01',
      ['2026-02 2026-02-28T09:00'],
    ],
    [
      'workdays around the national holiday',
      'workdays 18:00',
      'Asia/Shanghai',
      'china',
      '2026-09-30',
      '2026-10-12',
      [
        '2026-09-30 2026-09-30T10:00',
        '2026-10-08 2026-10-08T10:00',
        '2026-10-09 2026-10-09T10:00',
        '2026-10-10 2026-10-10T10:00',
      ],
    ],
    [
      'a Friday in a week of holidays moves to the Wednesday before',
      'weekly fri 16:00',
      'Asia/Shanghai',
      'china',
      '2026-09-27',
      '2026-10-10',
      ['2026-W40 2026-09-30T08:00', '2026-W41 2026-10-09T08:00'],
    ],
    [
      'a whole week of holidays is left out',
      'weekly fri 16:00',
      'Asia/Shanghai',
      'china',
      '2026-02-13',
      '2026-02-28',
      ['2026-W07 2026-02-13T08:00', '2026-W09 2026-02-27T08:00'],
    ],
  ])('%s: %s', (_why, written, zone, calendar, from, until, due) => {
    const found = occurrences(
      schedule(written),
      { zone, calendar },
      `${from}T00:00:00.000Z`,
      `${until}T00:00:00.000Z`,
    )
    expect(found.map(({ occurrence, at }) => `${occurrence} ${at.slice(0, 16)}`)).toEqual(due)
  })

  test('after is excluded, until is included', () => {
    const at = '2026-11-20T08:00:00.000Z'
    const almanac = { zone: 'Asia/Shanghai', calendar: 'mon-fri' }
    expect(occurrences(schedule('weekly fri 16:00'), almanac, at, at)).toEqual([])
    expect(occurrences(schedule('weekly fri 16:00'), almanac, '2026-11-20T07:59:59.999Z', at)).toHaveLength(1)
  })

  test('however the time is cut into pieces, the same occurrences come out, each once', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z')
    fc.assert(
      fc.property(
        fc.constantFrom(
          'weekly fri 16:00',
          'weekly sun 02:30',
          'monthly first-workday 10:00',
          'monthly 31 00:00',
          'workdays 18:00',
        ),
        fc.constantFrom(
          'Asia/Shanghai',
          'America/New_York',
          'Australia/Lord_Howe',
          'America/Santiago',
          'Pacific/Kiritimati',
        ),
        fc.constantFrom('mon-fri', 'china'),
        fc.array(fc.integer({ min: 1, max: 20 * 24 * 60 }), { minLength: 1, maxLength: 12 }),
        (written, zone, calendar, minutes) => {
          const cuts = [start]
          for (const step of minutes) cuts.push((cuts.at(-1) ?? start) + step * 60_000)
          const instants = cuts.map((cut) => new Date(cut).toISOString())
          const almanac = { zone, calendar }
          const pieces = instants
            .slice(1)
            .flatMap((until, index) =>
              occurrences(schedule(written), almanac, instants[index] ?? until, until),
            )
          const whole = occurrences(schedule(written), almanac, instants[0] ?? '', instants.at(-1) ?? '')
          expect(pieces).toEqual(whole)
          expect(new Set(whole.map(({ occurrence }) => occurrence)).size).toBe(whole.length)
          const [first] = whole
          if (first) expect(nextOccurrence(schedule(written), almanac, instants[0] ?? '')).toEqual(first)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('the day of a week gives way to a public holiday', () => {
  expect(dayInWeek('2026-W47', 5, 'china')).toBe('2026-11-20')
  expect(dayInWeek('2026-W40', 5, 'china')).toBe('2026-09-30')
  expect(dayInWeek('2026-W40', 5, 'mon-fri')).toBe('2026-10-02')
  expect(dayInWeek('2026-W08', 5, 'china')).toBeUndefined()
})

function schedule(written: string): Schedule {
  const meant = readSchedule(written)
  if (!meant) throw new Error(`Not a schedule: ${written}`)
  return meant
}
