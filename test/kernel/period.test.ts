import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  kindOf,
  monthsOf,
  periodOf,
  periodsOf,
  shift,
  spanOf,
  weekdayOf,
} from '../../src/kernel/period.ts'

const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days))
const kinds = fc.constantFrom('day', 'week', 'month', 'quarter', 'year' as const)
const fiscalStarts = fc.integer({ min: 1, max: 12 })

test('a date lies in its day, week, month, quarter and year', () => {
  expect(periodsOf('2026-11-20')).toEqual(['2026-11-20', '2026-W47', '2026-11', '2026-Q4', '2026'])
})

test.each([
  ['2027-01-01', '2026-W53'],
  ['2026-12-31', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2026-01-01', '2026-W01'],
])('%s lies in the ISO week %s', (date, week) => {
  expect(periodOf(date, 'week')).toBe(week)
})

test('a fiscal year that starts in April is named after the year it starts in', () => {
  expect(periodOf('2027-02-10', 'quarter', 4)).toBe('2026-Q4')
  expect(spanOf('2026-Q4', 4)).toEqual({ from: '2027-01-01', to: '2027-03-31' })
  expect(spanOf('2026', 4)).toEqual({ from: '2026-04-01', to: '2027-03-31' })
  expect(monthsOf('2026-Q4', 4)).toEqual(['2027-01', '2027-02', '2027-03'])
})

describe('always', () => {
  test('a date lies in the span of its period, and the spans of neighbours touch', () => {
    fc.assert(
      fc.property(dates, kinds, fiscalStarts, (date, kind, start) => {
        const period = periodOf(date, kind, start)
        const { from, to } = spanOf(period, start)
        expect(kindOf(period)).toBe(kind)
        expect(from <= date && date <= to).toBe(true)
        expect(spanOf(shift(period, 1, start), start).from).toBe(addDays(to, 1))
        expect(spanOf(shift(period, -1, start), start).to).toBe(addDays(from, -1))
      }),
    )
  })

  test('the months of a period cover it without a gap', () => {
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('month', 'quarter', 'year' as const),
        fiscalStarts,
        (date, kind, start) => {
          const { from, to } = spanOf(periodOf(date, kind, start), start)
          const months = monthsOf(periodOf(date, kind, start), start)
          expect(months.map((month) => spanOf(month).from)[0]).toBe(from)
          expect(months.map((month) => spanOf(month).to).at(-1)).toBe(to)
        },
      ),
    )
  })

  test('weekdays follow one another', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1000 }), (date, days) => {
        expect(weekdayOf(addDays(date, days))).toBe(((weekdayOf(date) - 1 + days) % 7) + 1)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })
})

test('what is no period is a mistake of ours', () => {
  expect(() => kindOf('2026-13-1')).toThrow()
  expect(() => spanOf('soon')).toThrow()
})
