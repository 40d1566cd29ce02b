import { describe, expect, test } from 'vitest'
import { plus, ZERO } from '../../src/commission/fraction.ts'
import { nextTier } from '../../src/commission/next-tier.ts'
import { pay, totalPay } from '../../src/commission/pay.ts'
import type { Pay } from '../../src/commission/pay-line.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { type OracleDeal, oracleDealPay } from './oracle.ts'

const RUNS = Number(process.env.DRUMBEAT_ORACLE_RUNS ?? 100_000)

const PLAN: PlanDocument = {
  name: 'New business',
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate: '4%',
  rates: [
    { when: { customer: 'new', product: ['CRM', '客户管理'] }, rate: '8%' },
    { when: { customer: 'new' }, rate: '6%' },
  ],
}

describe('a rate for particular deals', () => {
  test('counts where everything named fits, the first that does', () => {
    expect(paid(PLAN, [deal(100_000, { product: 'CRM', repeat: false })])).toBe(cents(8_000))
    expect(paid(PLAN, [deal(100_000, { product: 'ERP', repeat: false })])).toBe(cents(6_000))
    expect(paid(PLAN, [deal(100_000, { product: 'CRM', repeat: true })])).toBe(cents(4_000))
  })

  test('finds a product however it is written', () => {
    expect(paid(PLAN, [deal(100_000, { product: ' crm ', repeat: false })])).toBe(cents(8_000))
    expect(paid(PLAN, [deal(100_000, { product: 'ＣＲＭ', repeat: false })])).toBe(cents(8_000))
  })

  test('holds from its first day to its last', () => {
    const campaign = { ...PLAN, rates: [{ when: { from: '2026-11-10', to: '2026-11-20' }, rate: '10%' }] }
    const on = (signedOn: string) => paid(campaign, [deal(100_000, { signedOn })])
    expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map(on)).toEqual(
      [4_000, 10_000, 10_000, 4_000].map(cents),
    )
  })

  test('rises with the ladder as every other', () => {
    const tiers: PlanDocument['tiers'] = [
      { unlock: '0%', covers: { from: '0%' }, rate: { multiply: '1' } },
      { unlock: '100%', covers: { from: '100%' }, rate: { multiply: '1.5' } },
    ]
    // 150,000 on a target of 100,000: two thirds at the deals’ own rates, one third at one and a half times them.
    const deals = [deal(75_000, { product: 'CRM', repeat: false }), deal(75_000, { repeat: true })]
    expect(paid({ ...PLAN, tiers }, deals, 100_000)).toBe(cents(100_000 * 0.06 + 50_000 * 0.09))
  })
})

describe('bonuses', () => {
  const bonuses: PlanDocument['bonuses'] = [
    { name: 'New logo', each: { customer: 'new' }, amount: '300' },
    { name: 'Full month', reach: '100%', amount: '1000' },
  ]

  test('come for each deal that fits, by the share in it', () => {
    const deals = [
      deal(1_000, { repeat: false }),
      deal(1_000, { repeat: false, shareBps: 4_000 }),
      deal(1_000, {}),
    ]
    expect(paid({ ...PLAN, rates: [], bonuses }, deals, 100_000)).toBe(cents(3_000 * 0.04 + 300 + 120))
  })

  test('come once on reaching a height, not a cent before', () => {
    const plan = { ...PLAN, rates: [], bonuses }
    expect(paid(plan, [deal(99_999.99, {})], 100_000)).toBe(cents(4_000))
    expect(paid(plan, [deal(100_000, {})], 100_000)).toBe(cents(5_000))
  })

  test('are what the next rung is worth', () => {
    const next = nextTier(planFrom({ ...PLAN, bonuses }, 'CNY'), facts([deal(90_000, {})], 100_000))
    expect(next).toMatchObject({ gapMinor: cents(10_000), moreMinor: cents(400 + 1_000) })
  })
})

describe('caps', () => {
  test('cut one deal’s earning, and the explanation names the deal', () => {
    const capped = { ...PLAN, rates: [], caps: { deal: '5000' } }
    const result = worked(capped, [deal(200_000, {}), deal(50_000, {})])
    expect(result.totalMinor).toBe(cents(5_000 + 2_000))
    expect(result.lines).toMatchObject([
      { kind: 'slice' },
      { kind: 'deal-cap', deal: { minor: cents(200_000) }, minor: -cents(3_000) },
    ])
  })

  test('cut the period, bonuses included', () => {
    const capped: PlanDocument = {
      ...PLAN,
      rates: [],
      bonuses: [{ name: 'Any', each: {}, amount: '2500' }],
      caps: { period: '10000' },
    }
    expect(paid(capped, [deal(200_000, {})])).toBe(cents(10_000))
    expect(paid(capped, [deal(100_000, {})])).toBe(cents(6_500))
  })
})

test('below the gate nothing is paid, not even a bonus', () => {
  const gated: PlanDocument = { ...PLAN, gate: '70%', bonuses: [{ name: 'Any', each: {}, amount: '100' }] }
  expect(paid(gated, [deal(69_999.99, {})], 100_000)).toBe(0n)
  expect(paid(gated, [deal(70_000, {})], 100_000)).toBe(cents(2_900))
})

test('a plan’s own target goes before the person’s', () => {
  const plan: PlanDocument = { ...PLAN, rates: [], target: '50000', gate: '100%' }
  expect(paid(plan, [deal(50_000, {})], 100_000)).toBe(cents(2_000))
})

test(`${RUNS} random calculations agree with the oracle to the cent; lines add up, in whatever order deals come`, () => {
  const random = generator(20_261_127)
  for (let run = 0; run < RUNS; run += OF_EACH_PLAN) {
    const { document, target, deals } = randomCase(random)
    const plan = planFrom(document, 'CNY')
    const given = { targetMinor: target, ...sums(deals), deals: deals.map(asFact) }
    const result = pay(plan, given)
    if (result === 'no target') throw new Error('there is a target')
    const expected = agree(result.totalMinor, document, target, deals)
    for (let more = 1; more < OF_EACH_PLAN; more += 1) {
      const one = [randomDeal(random, 30_000_000)]
      agree(
        totalPay(plan, { targetMinor: target, ...sums(one), deals: one.map(asFact) }),
        document,
        target,
        one,
      )
    }
    if (run % (100 * OF_EACH_PLAN) > 0) continue
    expect(result.lines.reduce((sum, line) => sum + line.minor, 0n)).toBe(result.totalMinor)
    expect(result.lines.map((line) => line.exact).reduce(plus, ZERO)).toEqual(result.exact)
    expect(pay(plan, { ...given, deals: given.deals.toReversed() })).toMatchObject({ totalMinor: expected })
  }
}, 900_000)

const OF_EACH_PLAN = 20 // one of several deals, and one deal of 19 sizes: reading a plan takes longer than using it

function agree(
  paid: bigint | 'no target',
  document: PlanDocument,
  target: bigint,
  deals: readonly OracleDeal[],
): bigint {
  const expected = oracleDealPay(document, target, deals)
  if (paid !== expected)
    expect.fail(
      `${paid} is not ${expected}: ${JSON.stringify([document, deals, target], (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
    )
  return expected
}

interface Described {
  product?: string
  repeat?: boolean
  shareBps?: number
  signedOn?: string
}

function deal(
  amount: number,
  { product = 'ERP', repeat = true, shareBps = 10_000, signedOn = '2026-11-15' }: Described,
) {
  return { minor: cents(amount), shareBps, product, repeat, signedOn }
}

function asFact(one: OracleDeal & { signedOn?: string }, index: number) {
  const { minor, shareBps, product, repeat, signedOn = '2026-11-15' } = one
  return {
    deal: `deal-${index}`,
    minor,
    shareBps,
    product,
    channel: undefined,
    repeatCustomer: repeat,
    signedOn,
  }
}

function sums(deals: readonly OracleDeal[]) {
  const credit = deals.reduce((sum, one) => sum + one.minor, 0n)
  return { attainedMinor: credit, creditMinor: credit }
}

const facts = (deals: ReturnType<typeof deal>[], target: number) => ({
  targetMinor: cents(target),
  ...sums(deals),
  deals: deals.map(asFact),
})

function worked(document: PlanDocument, deals: ReturnType<typeof deal>[], target = 0): Pay {
  const result = pay(planFrom(document, 'CNY'), facts(deals, target))
  if (result === 'no target') throw new Error('no target')
  return result
}

const paid = (document: PlanDocument, deals: ReturnType<typeof deal>[], target = 0) =>
  worked(document, deals, target).totalMinor

const cents = (yuan: number) => BigInt(Math.round(yuan * 100))

/** Whole numbers from 0 to below a limit, the same for the same seed (mulberry32). */
function generator(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

function randomDeal(random: (limit: number) => number, most: number): OracleDeal {
  return {
    minor: BigInt(1 + random(most)),
    shareBps: random(3) === 0 ? 1 + random(10_000) : 10_000,
    product: PRODUCTS[random(3)] ?? '',
    repeat: random(2) === 0,
  }
}

const PRODUCTS = ['CRM', 'ERP', 'BI']

function randomCase(random: (limit: number) => number) {
  const product = () => PRODUCTS[random(3)] ?? ''
  const rate = () => `${1 + random(3_000)}/10000`
  const percent = (most: number) => `${random(most)}%`
  const list = <One>(most: number, one: () => One) => Array.from({ length: random(most + 1) }, one)
  const when = () => ({
    ...(random(2) ? { product: product() } : {}),
    ...(random(2) ? { customer: random(2) ? ('new' as const) : ('repeat' as const) } : {}),
  })
  const document: PlanDocument = {
    name: 'any',
    period: 'month',
    attain: 'signed',
    pay: 'signed',
    rate: rate(),
    rates: list(3, () => ({ when: when(), rate: rate() })),
    tiers: [
      { unlock: percent(60), covers: { from: '0%' }, rate: { multiply: rate() } },
      ...list(3, () => ({
        unlock: percent(150),
        covers: { from: percent(120), ...(random(2) ? { to: percent(250) } : {}) },
        rate: [{ multiply: rate() }, { add: rate() }, { set: rate() }][random(3)] ?? { set: rate() },
      })),
    ],
    ...(random(3) === 0 ? { gate: percent(100) } : {}),
    bonuses: list(2, () => {
      const named = { name: 'bonus', amount: `${1 + random(900)}.${10 + random(90)}` }
      return random(2) ? { ...named, each: when() } : { ...named, reach: percent(150) }
    }),
    caps: {
      ...(random(3) === 0 ? { deal: `${1 + random(2_000)}` } : {}),
      ...(random(3) === 0 ? { period: `${1 + random(20_000)}` } : {}),
    },
  }
  const deals = [0, ...list(5, () => 0)].map(() => randomDeal(random, 9_000_000))
  return { document, target: BigInt(100 + random(20_000_000)), deals }
}
