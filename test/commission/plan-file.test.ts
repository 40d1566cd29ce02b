import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { totalPay } from '../../src/commission/pay.ts'
import { planSchema } from '../../src/commission/plan-document.ts'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { dropsOf } from '../../src/commission/worked-table.ts'

const PLANS = join(import.meta.dirname, '../../plans')
const shipped = (name: string) => readFileSync(join(PLANS, name), 'utf8')

const FLAT = 'name: Flat\nperiod: month\nattain: signed\npay: signed\nrate: 5%\n'

describe('a plan file', () => {
  test.each(readdirSync(PLANS))(
    '%s, which is shipped, has no mistake and never pays less for more',
    (name) => {
      const document = readPlanFile(shipped(name), 'CNY')
      expect(document).not.toBeInstanceOf(Array)
      expect(dropsOf(planFrom(document, 'CNY'), 10_000_000n)).toEqual([])
    },
  )

  test('keeps every number as it is written', () => {
    expect(readPlanFile(`${FLAT}target: 100000.10\ncaps: { deal: 0.1 }\n`, 'CNY')).toMatchObject({
      rate: '5%',
      target: '100000.10',
      caps: { deal: '0.1' },
    })
  })

  test.each([
    ['a rate that is none', FLAT.replace('5%', 'five'), [5, 'rate: expected a rate such as 5% or 1/20']],
    ['a negative rate', FLAT.replace('5%', '-5%'), [5, 'rate: expected a rate such as 5% or 1/20']],
    ['a field that is missing', FLAT.replace('period: month\n', ''), [1, 'period is missing']],
    [
      'a period that is none',
      FLAT.replace('month', 'fortnight'),
      [2, 'period: expected month or quarter or year'],
    ],
    ['a field nobody knows', `${FLAT}\ncommision: 5%\n`, [7, 'a plan has no field “commision”']],
    [
      'a tier without a rate',
      `${FLAT}tiers:\n  - unlock: 80%\n    covers: { from: 0% }\n`,
      [7, 'tiers[1].rate is missing'],
    ],
    [
      'a height that is none, in the second tier',
      `${FLAT}tiers:\n  - { unlock: 0, covers: { from: 0 }, rate: { multiply: 1 } }\n  - unlock: high\n    covers: { from: 0 }\n    rate: { set: 8% }\n`,
      [8, 'tiers[2].unlock: expected a share of the target such as 80%, or an amount such as 100000'],
    ],
    [
      'an amount finer than a cent',
      `${FLAT}caps:\n  period: 100.005\n`,
      [7, 'caps.period: 100.005 is finer than the smallest unit of CNY'],
    ],
    [
      'a date that no calendar has',
      `${FLAT}rates:\n  - when: { from: 2026-02-30 }\n    rate: 1%\n`,
      [7, 'rates[1].when.from: expected a date such as 2026-12-01'],
    ],
    ['a list that is none', `${FLAT}tiers: 5\n`, [6, 'tiers: expected a list, each item after a dash']],
    [
      'a slice that ends below its beginning',
      `${FLAT}tiers:\n  - unlock: 50%\n    covers: { from: 100%, to: 20% }\n    rate: { multiply: 1 }\n`,
      [8, 'tiers[1].covers: expected “to” to be above “from”'],
    ],
    [
      'days of which the last comes first',
      `${FLAT}rates:\n  - when: { from: 2026-12-31, to: 2026-01-01 }\n    rate: 1%\n`,
      [7, 'rates[1].when.to: expected “to” not to be below “from”'],
    ],
    [
      'discounts between which there are none',
      `${FLAT}bonuses:\n  - name: 少让利\n    each: { discount: { from: 20%, to: 10% } }\n    amount: 100\n`,
      [8, 'bonuses[1].each.discount: expected “to” not to be below “from”'],
    ],
    ['a second plan', `${FLAT}---\n${FLAT}`, [6, 'a second document begins; one file holds one plan']],
    [
      'aliases that would fill the memory',
      `a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]\n`,
      [1, 'too many aliases (&, *) for a plan'],
    ],
    ['nothing at all', '', [1, 'the file: expected fields below it']],
  ])('names the line of %s', (_, text, [line, sentence]) => {
    expect(readPlanFile(text, 'CNY')).toEqual([{ line, sentence }])
  })

  test('names every mistake at once, in the order of the lines', () => {
    const found = readPlanFile('name: X\nperiod: day\nattain: signed\npay: cash\nrate: a lot\n', 'CNY')
    expect(Array.isArray(found) && found.map(({ line }) => line)).toEqual([2, 4, 5])
  })

  test('that is no YAML says where it stops being some', () => {
    const found = readPlanFile(`${FLAT}tiers: [\n`, 'CNY')
    expect(found).toMatchObject([{ line: expect.any(Number), sentence: expect.stringMatching(/./) }])
  })

  test('may not name an amount that the currency has no coin for', () => {
    expect(readPlanFile(`${FLAT}target: 0.5\n`, 'JPY')).toMatchObject([{ line: 6 }])
    expect(readPlanFile(`${FLAT}target: 0.505\n`, 'KWD')).toMatchObject({ target: '0.505' })
  })
})

test('the schema knows every field that the shipped plans use', () => {
  const { properties = {} } = planSchema()
  const used = readdirSync(PLANS).flatMap((name) =>
    [...shipped(name).matchAll(/^(\w+):/gm)].map(([, key]) => key),
  )
  expect([...new Set(used)].filter((key) => !(String(key) in properties))).toEqual([])
})

describe('what others publish comes out', () => {
  const paid = (file: string, signed: string, target = '0') =>
    total(planFrom(readPlanFile(shipped(file), 'USD'), 'USD'), signed, target)
  const total = (plan: ReturnType<typeof planFrom>, signed: string, target: string) => {
    const credit = BigInt(signed) * 100n
    return totalPay(plan, {
      targetMinor: BigInt(target) * 100n,
      attainedMinor: credit,
      creditMinor: credit,
      deals: [],
    })
  }
  const written = (
    rate: string,
    ...tiers: [unlock: string, from: string, to: string | undefined, rate: object][]
  ) =>
    planFrom(
      {
        name: 'x',
        period: 'month',
        attain: 'signed',
        pay: 'signed',
        rate,
        tiers: tiers.map(([unlock, from, to, rate]) => ({
          unlock,
          covers: { from, ...(to ? { to } : {}) },
          rate,
        })),
      },
      'USD',
    )

  test('marginal tiers: 5% to 100k, 6% to 125k, 7% above: 150k pays 8,250', () => {
    expect(paid('marginal-tiers.yml', '150000')).toBe(825_000n)
  })

  test('a hard gate at 70% of a million, 10%', () => {
    const pays = ['500000', '690000', '700000', '900000'].map((signed) =>
      paid('hard-gate.yml', signed, '1000000'),
    )
    expect(pays).toEqual([0n, 0n, 7_000_000n, 9_000_000n])
  })

  test('target pay 100k on a quota of 500k, 1.5× above it: 650k pays 145,000', () => {
    expect(paid('accelerator.yml', '650000')).toBe(14_500_000n)
  })

  test('a retroactive uplift: 5%, +20% from 1,000 on: 999 pays 49.95, 1,000 pays 60.00', () => {
    const plan = written(
      '5%',
      ['0', '0', undefined, { multiply: '1' }],
      ['1000', '0', undefined, { multiply: '1.2' }],
    )
    expect([total(plan, '999', '0'), total(plan, '1000', '0')]).toEqual([4_995n, 6_000n])
  })

  test('a multiplier on the whole overage, and a truly marginal one: 90,000 and 83,750', () => {
    const base = ['0%', '0%', '100%', { multiply: '1' }] as const
    const whole = written(
      '1/2',
      [...base],
      ['100%', '100%', undefined, { multiply: '1.5' }],
      ['125%', '100%', undefined, { multiply: '2' }],
    )
    const marginal = written(
      '1/2',
      [...base],
      ['100%', '100%', '125%', { multiply: '1.5' }],
      ['125%', '125%', undefined, { multiply: '2' }],
    )
    expect([whole, marginal].map((plan) => total(plan, '140000', '100000'))).toEqual([9_000_000n, 8_375_000n])
  })
})

test('a rung on which more pays less is found, with both sides of it', () => {
  const plan = planFrom(
    readPlanFile(
      `${FLAT}tiers:\n  - { unlock: 0, covers: { from: 0 }, rate: { multiply: 1 } }\n  - { unlock: 100%, covers: { from: 0 }, rate: { set: 2% } }\n`,
      'CNY',
    ),
    'CNY',
  )
  expect(dropsOf(plan, 10_000_000n)).toMatchObject([{ beforeMinor: 500_000n, afterMinor: 200_000n }])
})
