import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActivePlan } from '../../src/commission/active-plan.ts'
import { type Fraction, fraction, ONE, plus, ZERO } from '../../src/commission/fraction.ts'
import type { Plan } from '../../src/commission/plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import type { Records } from '../../src/commission/records.ts'
import { Settling } from '../../src/commission/settle.ts'
import { stretchesOf } from '../../src/commission/stretches.ts'
import type { DealCredit } from '../../src/deals/store.ts'
import { addDays, daysBetween } from '../../src/kernel/period.ts'

const TARGET = 10_000_000n // 100,000.00

describe('a period in two stretches', () => {
  const former = planFrom({ ...builtInPlan('5%'), tiers: undefined }, 'CNY')
  const latter = (stretches: 'separate' | 'blended') =>
    planFrom({ ...builtInPlan('6%'), tiers: undefined, gate: '80%', stretches }, 'CNY')
  const credits = [credit('2026-11-03', 4_000_000), credit('2026-11-20', 2_000_000)]

  test('separate: each on its own credit and its own share of the target', async () => {
    // 1–10 November: 40,000 at 5%. 11–30: 20,000 of 66,666.67 is below the gate of 80%.
    const records = recordsOf(credits, cutAt('2026-11-11', former, latter('separate')))
    expect(await paid(records)).toEqual(fraction(200_000))
    const [first, second] = await stretchesOf(records, 'p', '2026-11', await planOf(records))
    expect(first).toMatchObject({ share: fraction(1, 3), weight: ONE })
    expect(second?.facts.exactTarget).toEqual(fraction(20_000_000, 3))
  })

  test('blended: each on the whole credit and target, paid by its credit', async () => {
    // 60% of the target in all: the former plan makes 3,000 of it and pays two thirds; the latter's gate is missed.
    const short = recordsOf(credits, cutAt('2026-11-11', former, latter('blended')))
    expect(await paid(short)).toEqual(fraction(200_000))
    // With 20,000 more it is 80%: 4,000 × 1/2 by the former, 4,800 × 1/2 by the latter.
    const more = recordsOf(
      [...credits, credit('2026-11-30', 2_000_000)],
      cutAt('2026-11-11', former, latter('blended')),
    )
    expect(await paid(more)).toEqual(fraction(440_000))
  })

  test('who comes with the second one has nothing in the first: its days belong to the second', async () => {
    const plan = planFrom({ ...builtInPlan('5%'), proration: 'calendar-days' }, 'CNY')
    const records = recordsOf(credits, cutAt('2026-11-11', plan, plan), {
      joinedOn: '2026-11-16',
      lastDay: undefined,
    })
    const stretches = await stretchesOf(records, 'p', '2026-11', await planOf(records))
    expect(stretches).toMatchObject([{ from: '2026-11-01', to: '2026-11-30', share: fraction(1, 2) }])
    expect(stretches[0]?.facts.creditMinor).toBe(6_000_000n)
  })
})

const anyRate = fc.integer({ min: 1, max: 3_000 }).map((bps) => `${bps}/10000`)
const anyShare = fc.integer({ min: 0, max: 150 }).map((percent) => `${percent}%`)
const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    rate: anyRate,
    rates: fc.array(
      fc.record({ when: fc.record({ product: fc.constantFrom('CRM', 'ERP') }), rate: anyRate }),
      {
        maxLength: 2,
      },
    ),
    tiers: fc.array(
      fc.record({
        unlock: anyShare,
        covers: fc.record({ from: anyShare }),
        rate: fc.oneof(
          fc.record({ multiply: anyRate }),
          fc.record({ add: anyRate }),
          fc.record({ set: anyRate }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    gate: fc.option(anyShare, { nil: undefined }),
    bonuses: fc.array(
      fc.record({ name: fc.constant('奖'), reach: anyShare, amount: fc.constant('333.33') }),
      {
        maxLength: 2,
      },
    ),
    caps: fc.record({ period: fc.integer({ min: 1, max: 9_000 }).map(String) }, { requiredKeys: [] }),
    pay: fc.constantFrom('signed' as const, 'collected' as const),
    attain: fc.constantFrom('signed' as const, 'collected' as const),
  })
  .map((parts) => ({ name: 'any', period: 'month' as const, ...parts }))
const anyCredits = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 29 }),
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.constantFrom('CRM', 'ERP'),
    )
    .map(([day, minor, product]) => ({ ...credit(addDays('2026-11-01', day), minor), product })),
  { minLength: 1, maxLength: 6 },
)

describe('for every plan', () => {
  test('cutting the period at any day into stretches of the same plan changes nothing where they are blended', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPlan,
        anyCredits,
        fc.integer({ min: 1, max: 29 }),
        async (document, credits, day) => {
          const plan = planFrom({ ...document, stretches: 'blended' }, 'CNY')
          const cut = cutAt(addDays('2026-11-01', day), plan, plan)
          expect(await paid(recordsOf(numbered(credits), cut))).toEqual(
            await paid(recordsOf(numbered(credits), whole(plan))),
          )
        },
      ),
      { numRuns: 400 },
    )
  })

  test('the stretches’ shares of the target add up to the whole, however they are worked out', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCredits,
        fc.integer({ min: 1, max: 29 }),
        fc.constantFrom('separate' as const, 'blended' as const),
        async (credits, day, stretches) => {
          const plan = planFrom({ ...builtInPlan('5%'), stretches }, 'CNY')
          const records = recordsOf(credits, cutAt(addDays('2026-11-01', day), plan, plan))
          const found = await stretchesOf(records, 'p', '2026-11', await planOf(records))
          expect(found.map((one) => one.share).reduce(plus, ZERO)).toEqual(ONE)
          if (stretches === 'blended') expect(found.map((one) => one.weight).reduce(plus, ZERO)).toEqual(ONE)
          else expect(found.map((one) => one.facts.creditMinor).reduce((a, b) => a + b)).toBe(sumOf(credits))
        },
      ),
    )
  })

  test('a ramp of 100%, a proration of nobody and a coefficient of 100% change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, anyCredits, async (document, credits) => {
        const plain = await paid(recordsOf(numbered(credits), whole(planFrom(document, 'CNY'))))
        const lowered = planFrom(
          {
            ...document,
            ramp: ['100%', '100%'],
            proration: 'calendar-days',
            coefficient: { goal: '满意度' },
          },
          'CNY',
        )
        const there = { joinedOn: '2026-10-10', lastDay: undefined }
        expect(await paid(recordsOf(numbered(credits), whole(lowered), there))).toEqual(plain)
      }),
    )
  })
})

type Stretches = NonNullable<ActivePlan['stretches']>

const whole = (plan: Plan) => [{ ...inForce(plan, 1), from: '2026-11-01', to: '2026-11-30' }]
const cutAt = (day: string, former: Plan, latter: Plan): Stretches => [
  { ...inForce(former, 1), from: '2026-11-01', to: addDays(day, -1) },
  { ...inForce(latter, 2), from: day, to: '2026-11-30' },
]
const inForce = (plan: Plan, version: number) => ({
  plan,
  id: 'everyone',
  version,
  effectiveFrom: '2026-01-01',
})

function credit(signedOn: string, minor: number): DealCredit {
  return {
    deal: signedOn,
    number: daysBetween('2026-01-01', signedOn),
    customer: '华为',
    product: undefined,
    channel: undefined,
    signedOn,
    shareBps: 10_000,
    minor,
    collectedMinor: 0,
    confirmed: true,
    repeatCustomer: false,
    currency: 'CNY',
    dealMinor: minor,
  }
}

const numbered = (credits: readonly DealCredit[]) =>
  credits.map((one, index) => ({ ...one, deal: `${index}` }))
const sumOf = (credits: readonly DealCredit[]) => credits.reduce((sum, one) => sum + BigInt(one.minor), 0n)

/** One person, who collects every deal three days after its signing, if that is in November. */
function recordsOf(
  credits: readonly DealCredit[],
  stretches: Stretches,
  employment: Awaited<ReturnType<Records['employment']>> = { joinedOn: undefined, lastDay: undefined },
): Records {
  const last = stretches.at(-1)
  if (!last) throw new Error('no stretch')
  const november = (period: string) => period === '2026-11'
  const moved = credits.map((one) => ({
    credit: one,
    on: addDays(one.signedOn, 3),
    kind: 'collected' as const,
    collectedMinor: one.minor,
    refundedMinor: 0,
  }))
  return {
    workspace: { currency: 'CNY', fiscalStartMonth: 1 },
    planFor: async (_, period) => ({
      ...last,
      everPaysOnCollection: stretches.some(({ plan }) => plan.pay === 'collected'),
      reachesSince: undefined,
      ...(november(period) && stretches.length > 1 ? { stretches } : {}),
    }),
    target: async () => TARGET,
    signed: async (_, period) => (november(period) ? sumOf(credits) : 0n),
    credits: async (_, period) => (november(period) ? credits : []),
    moved: async (_, period) => moved.filter(({ on }) => on.startsWith(period)),
    refunds: async () => [],
    employment: async () => employment,
    memberSince: async () => undefined,
    checkinGoal: async () => undefined,
    wholes: async () => new Map(),
    structure: async () => ({ teams: [], memberships: [] }),
    together: async () => {},
  }
}

async function planOf(records: Records): Promise<ActivePlan> {
  const plan = await records.planFor('p', '2026-11')
  if (!plan) throw new Error('no plan')
  return plan
}

async function paid(records: Records): Promise<Fraction | string> {
  const { pay } = await new Settling(records).settle('p', '2026-11')
  return typeof pay === 'string' ? pay : pay.exact
}
