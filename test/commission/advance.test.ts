import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Advanced, advanced, trueUpOf } from '../../src/commission/advance.ts'
import { readFraction } from '../../src/commission/fraction.ts'
import { totalPay } from '../../src/commission/pay.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import type { Advance } from '../../src/commission/terms.ts'
import { monthsOf, shift } from '../../src/kernel/period.ts'
import { cents } from './payouts.ts'

const QUARTERLY: Advance = { share: share('80%'), trueUp: 'quarter' }
const ladder = planFrom(builtInPlan('5%'), 'CNY')

describe('80% in advance on a monthly target of 100,000, trued up by the quarter', () => {
  test('the last month pays what the quarter has earned as a whole, less what was advanced', () => {
    // 90,000 and 120,000 pay 4,500 and 7,500 by themselves; 270,000 on 300,000 pay 13,500 together
    const paid = quarter([90_000, 120_000, 60_000])
    expect(paid.map((one) => one.dueMinor)).toEqual([3_600, 6_000, 3_900].map(cents))
    expect(paid.at(-1)?.lines).toEqual([
      {
        kind: 'true-up',
        minor: cents(3_900),
        from: '2026-10',
        to: '2026-12',
        earnedMinor: cents(13_500),
        advancedMinor: cents(9_600),
      },
    ])
  })

  test('can end below what was advanced', () => {
    // 200,000 on 300,000 is below the gate: the quarter pays nothing, and 4,800 were advanced
    expect(quarter([100_000, 50_000, 50_000]).at(-1)?.dueMinor).toBe(cents(-4_800))
  })
})

describe('the periods of a true-up', () => {
  const at = (period: string, gone = false) => ({ period, fiscalStartMonth: 1, gone })

  test('are those of the span, in its last period', () => {
    const before = { span: '2026-Q4', from: '2026-10', earnedMinor: 0n, paidMinor: 0n }
    expect(trueUpOf(QUARTERLY, before, at('2026-11'))).toBeUndefined()
    expect(trueUpOf(QUARTERLY, before, at('2026-12'))).toEqual({ from: '2026-10', to: '2026-12' })
  })

  test('begin with the first one that was advanced', () => {
    const before = { span: '2026-Q4', from: '2026-11', earnedMinor: 0n, paidMinor: 0n }
    expect(trueUpOf(QUARTERLY, before, at('2026-12'))).toEqual({ from: '2026-11', to: '2026-12' })
  })

  test('end with the leaving', () => {
    const before = { span: '2026-Q4', from: '2026-10', earnedMinor: 0n, paidMinor: 0n }
    expect(trueUpOf(QUARTERLY, before, at('2026-11', true))).toEqual({ from: '2026-10', to: '2026-11' })
  })

  test('follow the fiscal year', () => {
    const april = { period: '2026-06', fiscalStartMonth: 4, gone: false }
    expect(trueUpOf(QUARTERLY, undefined, april)).toEqual({ from: '2026-06', to: '2026-06' })
    expect(trueUpOf({ ...QUARTERLY, trueUp: 'year' }, undefined, { ...april, period: '2026-12' })).toBe(
      undefined,
    )
  })

  test('are none under a plan without an advance: the rest is due at once', () => {
    const before = { span: '2026-Q4', from: '2026-10', earnedMinor: cents(4_500), paidMinor: cents(3_600) }
    const next = { ...at('2026-11'), earnedMinor: cents(1_000), spanEarnedMinor: undefined }
    expect(advanced(undefined, before, next)).toEqual({
      dueMinor: cents(1_900),
      after: undefined,
      lines: [{ kind: 'advance-rest', minor: cents(900), from: '2026-10' }],
    })
  })
})

test('for all amounts, shares and moments of leaving: a span pays its own calculation, to the cent', () => {
  const amount = fc.integer({ min: 0, max: 40_000_000 })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.constantFrom('quarter', 'year') as fc.Arbitrary<'quarter' | 'year'>,
      fc.integer({ min: 0, max: 12 }),
      (signed, bps, trueUp, leavesAfter) => {
        const advance = { share: share(`${bps}/10000`), trueUp }
        const credits = signed.map(BigInt)
        const paid = fold(advance, credits, leavesAfter)
        const parts = trueUp === 'year' ? 1 : 4
        for (let part = 0; part < parts; part += 1) {
          const [from, to] = [(12 / parts) * part, (12 / parts) * (part + 1)]
          const due = paid.slice(from, to).reduce((sum, one) => sum + one.dueMinor, 0n)
          expect(due).toBe(earnedTogether(credits.slice(from, to)))
        }
      },
    ),
  )
})

const quarter = (signed: number[]) => fold(QUARTERLY, signed.map(cents), 12, '2026-10')

function fold(advance: Advance, credits: readonly bigint[], leavesAfter: number, first = '2026-01') {
  let before: Advanced | undefined
  return credits.map((credit, index) => {
    const at = { period: shift(first, index), fiscalStartMonth: 1, gone: index >= leavesAfter }
    const together = trueUpOf(advance, before, at)
    const since = together ? index + 1 - countBetween(together.from, together.to) : index
    const payment = advanced(advance, before, {
      ...at,
      earnedMinor: earnedTogether([credit]),
      spanEarnedMinor: together && earnedTogether(credits.slice(since, index + 1)),
    })
    before = payment.after
    expect(payment.lines.reduce((sum, line) => sum + line.minor, earnedTogether([credit]))).toBe(
      payment.dueMinor,
    )
    return payment
  })
}

const countBetween = (from: string, to: string) =>
  [...monthsOf(from.slice(0, 4)), ...monthsOf(to.slice(0, 4))].indexOf(to) -
  monthsOf(from.slice(0, 4)).indexOf(from) +
  1

/** What some months earn together: their credit on the sum of their targets. */
function earnedTogether(credits: readonly bigint[]): bigint {
  const credit = credits.reduce((sum, one) => sum + one, 0n)
  const facts = {
    targetMinor: cents(100_000) * BigInt(credits.length),
    attainedMinor: credit,
    creditMinor: credit,
  }
  const total = totalPay(ladder, facts)
  if (total === 'no target') throw new Error(total)
  return total
}

function share(text: string) {
  const value = readFraction(text)
  if (!value) throw new Error(text)
  return value
}
