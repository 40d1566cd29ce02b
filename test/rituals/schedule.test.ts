import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/kernel/period.ts'
import type { OwnDay, Workdays } from '../../src/kernel/workdays.ts'
import {
  dayInWeek,
  nextOccurrence,
  occurrences,
  readSchedule,
  type Schedule,
} from '../../src/rituals/schedule.ts'

const off: OwnDay = { works: false, name: '放假' }
const works: OwnDay = { works: true, name: '补班' }
const february = Object.fromEntries(Array.from({ length: 28 }, (_, day) => [addDays('2027-02-01', day), off]))

describe('a schedule as it is written', () => {
  test.each([
    ['weekly fri 16:00', { every: 'week', weekday: 5, time: '16:00' }],
    ['  Weekly  MON 9:05 ', { every: 'week', weekday: 1, time: '09:05' }],
    ['monthly first-workday 10:00', { every: 'month', day: 'first-workday', time: '10:00' }],
    ['monthly last-workday 17:00', { every: 'month', day: 'last-workday', time: '17:00' }],
    ['monthly 15 09:30', { every: 'month', day: 15, time: '09:30' }],
    ['quarterly first-workday 10:00', { every: 'quarter', day: 'first-workday', time: '10:00' }],
    ['quarterly last-workday 17:00', { every: 'quarter', day: 'last-workday', time: '17:00' }],
    ['Quarterly 15 9:30', { every: 'quarter', day: 15, time: '09:30' }],
    ['yearly first-workday 10:00', { every: 'year', day: 'first-workday', time: '10:00' }],
    ['yearly 1-15 10:00', { every: 'year', day: '01-15', time: '10:00' }],
    ['yearly 02-29 10:00', { every: 'year', day: '02-29', time: '10:00' }],
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
    'quarterly 10:00',
    'quarterly 01-15 10:00',
    'quarterly 32 10:00',
    'yearly 15 10:00',
    'yearly 02-30 10:00',
    'yearly 13-01 10:00',
    'yearly 04-31 10:00',
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

  test.each<
    [
      why: string,
      schedule: string,
      zone: string,
      calendar: Workdays,
      fiscalStartMonth: number,
      from: string,
      until: string,
      due: string[],
    ]
  >([
    [
      'quarters of the calendar year',
      'quarterly first-workday 10:00',
      'Asia/Shanghai',
      'china',
      1,
      '2026-01-01',
      '2026-12-31',
      [
        '2026-Q1 2026-01-04T02:00',
        '2026-Q2 2026-04-01T02:00',
        '2026-Q3 2026-07-01T02:00',
        '2026-Q4 2026-10-08T02:00',
      ],
    ],
    [
      'quarters of a fiscal year from February',
      'quarterly 15 09:30',
      'America/New_York',
      'mon-fri',
      2,
      '2026-01-01',
      '2026-12-31',
      [
        '2026-Q1 2026-02-15T14:30',
        '2026-Q2 2026-05-15T13:30',
        '2026-Q3 2026-08-15T13:30',
        '2026-Q4 2026-11-15T14:30',
      ],
    ],
    [
      'the 31st of a quarter that begins with a short month',
      'quarterly 31 10:00',
      'UTC',
      'mon-fri',
      11,
      '2026-11-01',
      '2027-03-01',
      ['2026-Q1 2026-11-30T10:00', '2026-Q2 2027-02-28T10:00'],
    ],
    [
      'the last workday of quarters, at a repeated half hour of Lord Howe',
      'quarterly last-workday 17:00',
      'Australia/Lord_Howe',
      'mon-fri',
      1,
      '2026-03-01',
      '2026-10-01',
      ['2026-Q1 2026-03-31T06:00', '2026-Q2 2026-06-30T06:30', '2026-Q3 2026-09-30T06:30'],
    ],
    [
      'a quarter that begins at a midnight which Santiago skips',
      'quarterly 6 00:00',
      'America/Santiago',
      'mon-fri',
      9,
      '2026-08-01',
      '2026-10-01',
      ['2026-Q1 2026-09-06T04:00'],
    ],
    [
      'years, east of UTC+12',
      'yearly first-workday 10:00',
      'Pacific/Kiritimati',
      'mon-fri',
      1,
      '2025-12-30',
      '2027-02-01',
      ['2026 2025-12-31T20:00', '2027 2026-12-31T20:00'],
    ],
    [
      'a new year in Chatham, 13:45 ahead',
      'yearly 01-01 00:00',
      'Pacific/Chatham',
      'mon-fri',
      1,
      '2026-12-01',
      '2027-02-01',
      ['2027 2026-12-31T10:15'],
    ],
    [
      'a date of the fiscal year that lies in the next calendar year',
      'yearly 01-15 10:00',
      'Asia/Shanghai',
      'mon-fri',
      4,
      '2026-04-01',
      '2028-04-01',
      ['2026 2027-01-15T02:00', '2027 2028-01-15T02:00'],
    ],
    [
      'leap days',
      'yearly 02-29 10:00',
      'UTC',
      'mon-fri',
      1,
      '2027-01-01',
      '2029-03-01',
      ['2027 2027-02-28T10:00', '2028 2028-02-29T10:00', '2029 2029-02-28T10:00'],
    ],
    [
      'leap days of a fiscal year from March',
      'yearly 02-29 10:00',
      'UTC',
      'mon-fri',
      3,
      '2027-03-01',
      '2029-03-01',
      ['2027 2028-02-29T10:00', '2028 2029-02-28T10:00'],
    ],
    [
      'the year ends on the last workday before a weekend',
      'yearly last-workday 17:00',
      'Asia/Shanghai',
      'mon-fri',
      1,
      '2027-12-01',
      '2028-01-02',
      ['2027 2027-12-31T09:00'],
    ],
    [
      "days off and extra workdays that a company has entered go before the calendar's",
      'monthly first-workday 10:00',
      'Asia/Shanghai',
      { calendar: 'mon-fri', own: { '2027-03-01': off, '2027-05-01': works } },
      1,
      '2027-02-02',
      '2027-05-31',
      ['2027-03 2027-03-02T02:00', '2027-04 2027-04-01T02:00', '2027-05 2027-05-01T02:00'],
    ],
    [
      'a Friday that a company has off is served on the workday before',
      'weekly fri 16:00',
      'Asia/Shanghai',
      { calendar: 'mon-fri', own: { '2026-11-20': off, '2026-11-19': off } },
      1,
      '2026-11-15',
      '2026-11-22',
      ['2026-W47 2026-11-18T08:00'],
    ],
    [
      'a month in which a company has nothing but days off is left out',
      'monthly first-workday 10:00',
      'Asia/Shanghai',
      { calendar: 'mon-fri', own: february },
      1,
      '2027-01-31',
      '2027-03-05',
      ['2027-03 2027-03-01T02:00'],
    ],
  ])('%s: %s', (_why, written, zone, calendar, fiscalStartMonth, from, until, due) => {
    const found = occurrences(
      schedule(written),
      { zone, calendar, fiscalStartMonth },
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
          'quarterly last-workday 02:30',
          'yearly 02-29 00:00',
          'workdays 18:00',
        ),
        fc.constantFrom(
          'Asia/Shanghai',
          'America/New_York',
          'Australia/Lord_Howe',
          'America/Santiago',
          'Pacific/Kiritimati',
        ),
        fc.constantFrom<Workdays>('mon-fri', 'china', { calendar: 'china', own: february }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 20 * 24 * 60 }), { minLength: 1, maxLength: 12 }),
        (written, zone, calendar, fiscalStartMonth, minutes) => {
          const cuts = [start]
          for (const step of minutes) cuts.push((cuts.at(-1) ?? start) + step * 60_000)
          const instants = cuts.map((cut) => new Date(cut).toISOString())
          const almanac = { zone, calendar, fiscalStartMonth }
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
