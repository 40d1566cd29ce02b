import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  type Fraction,
  fraction,
  ONE,
  plus,
  readFraction,
  ZERO,
} from '../../src/commission/fraction.ts'
import { rampedDays } from '../../src/commission/ramp.ts'
import { targetShare } from '../../src/commission/target-share.ts'
import { addDays, daysBetween, monthsLater, type Span } from '../../src/kernel/period.ts'

const shares = (...texts: string[]) => texts.map((text) => readFraction(text) ?? ZERO)
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const HALF_THEN_MORE = { ramp: shares('50%', '75%'), proration: 'none' as const }
const joined = (on: string, lastDay?: string) => ({ joinedOn: on, lastDay })

describe('a newcomer’s share of the target', () => {
  test('runs by the month since joining, and a period counts the average of its days', () => {
    // Joined on 10 October: 1–9 November is still the first month, 10–30 the second.
    const days = rampedDays(HALF_THEN_MORE.ramp, '2026-10-10', NOVEMBER)
    expect(days).toEqual(fraction(9 * 50 + 21 * 75, 100))
    expect(targetShare(HALF_THEN_MORE, NOVEMBER, NOVEMBER, joined('2026-10-10'))).toEqual(
      fraction(2025, 3000),
    )
  })

  test.each([
    ['in the month of joining, the days before count as the first ones', '2026-11-10', '1/2'],
    ['on the first of a month each share is a month’s', '2026-10-01', '75%'],
    ['after the last share the target is whole', '2026-09-01', '1'],
    ['who joins later has the first share', '2026-12-05', '1/2'],
  ])('%s', (_, on, share) => {
    expect(targetShare(HALF_THEN_MORE, NOVEMBER, NOVEMBER, joined(on))).toEqual(readFraction(share))
  })

  test('who joined on a 31st begins the next month on the last day that there is', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsLater('2026-01-31', 2)).toBe('2026-03-31')
    expect(monthsLater('2027-11-30', 3)).toBe('2028-02-29')
    // 31 January to 27 February is the first month: 27 days of February at a half, one at three quarters.
    const february = { from: '2026-02-01', to: '2026-02-28' }
    expect(rampedDays(HALF_THEN_MORE.ramp, '2026-01-31', february)).toEqual(fraction(27 * 50 + 75, 100))
  })

  test('nothing is lowered where the joining date is not known, nor by a ramp of 100%', () => {
    expect(targetShare(HALF_THEN_MORE, NOVEMBER, NOVEMBER, joinedNever)).toEqual(ONE)
    fc.assert(
      fc.property(anyDay, anyPeriod, (on, period) => {
        expect(
          targetShare({ ramp: shares('100%', '100%'), proration: 'none' }, period, period, joined(on)),
        ).toEqual(ONE)
      }),
    )
  })

  test('is the sum of its days, one by one', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyRamp, (on, period, ramp) => {
        let sum = ZERO
        for (let day = period.from; day <= period.to; day = addDays(day, 1))
          sum = plus(sum, shareOn(ramp, on, day))
        expect(rampedDays(ramp, on, period)).toEqual(sum)
      }),
    )
  })
})

describe('proration', () => {
  const byDays = { ramp: [], proration: 'calendar-days' as const }

  test.each([
    ['who joins on the 16th has half of November', joined('2026-11-16'), '1/2'],
    ['who leaves after the 10th has a third', { joinedOn: '2026-01-01', lastDay: '2026-11-10' }, '1/3'],
    ['who joins and leaves within it has the days between', joined('2026-11-11', '2026-11-13'), '1/10'],
    ['who left before is measured in full', { joinedOn: undefined, lastDay: '2026-10-31' }, '1'],
    ['who joins after it is measured in full', joined('2026-12-01'), '1'],
    ['who is there throughout has the whole', joined('2026-11-01', '2026-11-30'), '1'],
  ])('%s', (_, employment, share) => {
    expect(targetShare(byDays, NOVEMBER, NOVEMBER, employment)).toEqual(readFraction(share))
  })

  test('without it, who joins within the period has the whole target', () => {
    expect(targetShare({ ramp: [], proration: 'none' }, NOVEMBER, NOVEMBER, joined('2026-11-16'))).toEqual(
      ONE,
    )
  })

  test('with a ramp, the days employed count as the ramp says', () => {
    const both = { ...HALF_THEN_MORE, proration: 'calendar-days' as const }
    expect(targetShare(both, NOVEMBER, NOVEMBER, joined('2026-11-16'))).toEqual(readFraction('1/4'))
  })
})

test('the stretches’ shares of the target add up to the share of the period, wherever it is cut', () => {
  fc.assert(
    fc.property(
      anyPeriod,
      anyRamp,
      fc.constantFrom('none' as const, 'calendar-days' as const),
      fc.option(anyDay, { nil: undefined }),
      fc.option(anyDay, { nil: undefined }),
      fc.array(fc.nat(120), { maxLength: 4 }),
      (period, ramp, proration, joinedOn, lastDay, cuts) => {
        const share = (stretch: Span) =>
          targetShare({ ramp, proration }, stretch, period, { joinedOn, lastDay })
        const sum = cutAt(period, cuts).map(share).reduce(plus, ZERO)
        expect(sum).toEqual(share(period))
        expect(compare(sum, ONE) <= 0).toBe(true)
      },
    ),
  )
})

const joinedNever = { joinedOn: undefined, lastDay: undefined }
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 100 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
const anyRamp = fc.array(
  fc.integer({ min: 1, max: 100 }).map((percent) => fraction(percent, 100)),
  { maxLength: 5 },
)

/** The share of one day, counted month by month. */
function shareOn(ramp: readonly Fraction[], on: string, day: string): Fraction {
  if (day < on) return ramp[0] ?? ONE
  let month = 0
  while (monthsLater(on, month + 1) <= day) month += 1
  return ramp[month] ?? ONE
}

function cutAt({ from, to }: Span, cuts: readonly number[]): Span[] {
  const days = daysBetween(from, to)
  const starts = [...new Set([0, ...cuts.filter((cut) => cut <= days)])].sort((a, b) => a - b)
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { from: addDays(from, start), to: next === undefined ? to : addDays(from, next - 1) }
  })
}
