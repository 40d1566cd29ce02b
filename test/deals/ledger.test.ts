import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amend, collect, confirm, isObstacle, refund, voidDeal } from '../../src/deals/changes.ts'
import { ledgerOf } from '../../src/deals/ledger-of.ts'
import type { NewDeal } from '../../src/deals/new-deal.ts'
import { allFor } from '../../src/deals/shares.ts'
import {
  addEntries,
  dealByNumber,
  logDeal,
  logMany,
  rebuildTotals,
  setTarget,
} from '../../src/deals/store.ts'
import { periodsOf } from '../../src/kernel/period.ts'
import type { WriteScope } from '../../src/kernel/scope.ts'
import { startTeam, type Team } from '../support/team.ts'

const PEOPLE = ['p-李雷', 'p-韩梅梅', 'p-张伟']
const DAYS = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-11-02', '2026-11-19', '2026-11-20']

const person = fc.constantFrom(...PEOPLE)
const day = fc.constantFrom(...DAYS)
const minor = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 9_999_999_99 }))
const shares = fc.oneof(
  person.map(allFor),
  fc
    .tuple(fc.shuffledSubarray(PEOPLE, { minLength: 3 }), fc.integer({ min: 1, max: 9_998 }), fc.nat(9_997))
    .map(([[a = '', b = '', c = ''], first, more]) => {
      const second = 1 + (more % (9_999 - first))
      return [
        { person: a, bps: first },
        { person: b, bps: second },
        { person: c, bps: 10_000 - first - second },
      ]
    }),
)

const signing = fc.record({
  customer: fc.constantFrom('华为', '华 为', '小米', 'ＡＣＭＥ', 'acme'),
  amountMinor: minor,
  signedOn: day,
  shares,
  foreign: fc.boolean(),
  /** Hundredths of the amount. */
  margin: fc.option(fc.integer({ min: -50, max: 100 })),
})
const step = fc.oneof(
  signing.map((deal) => ({ do: 'sign', deal }) as const),
  fc.record({
    do: fc.constant('amend' as const),
    deal: fc.nat(9),
    amountMinor: minor,
    signedOn: day,
    shares,
  }),
  fc.record({
    do: fc.constant('rename' as const),
    deal: fc.nat(9),
    customer: fc.constantFrom('华为', '小米', '联想'),
  }),
  fc.record({ do: fc.constant('collect' as const), deal: fc.nat(9), amountMinor: minor, on: day }),
  fc.record({
    do: fc.constant('refund' as const),
    deal: fc.nat(9),
    amountMinor: fc.option(minor, { nil: undefined }),
    on: day,
  }),
  fc.record({ do: fc.constant('void' as const), deal: fc.nat(9) }),
  fc.record({ do: fc.constant('confirm' as const), deal: fc.nat(9) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

describe('the ledger and the sums', () => {
  test('after any history the sums are those that the ledger alone gives, and every part adds up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const team = await startTeam({ features: [] })
        await team.write('赵敏', async (scope) => {
          await setTarget(scope, 'p-李雷', '2026-11', 3_333_333)
          for (const one of steps) await take(scope, one)
        })
        const kept = await everything(team)
        checkSums(kept)
        await team.write('赵敏', (scope) => rebuildTotals(scope))
        expect(await everything(team)).toEqual(kept)
        await team.database.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  test('whoever signs first in time is the new customer’s, whatever the order of logging', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ signedOn: fc.constantFrom(...DAYS), who: person }), {
          minLength: 2,
          maxLength: 6,
          selector: (one) => one.signedOn,
        }),
        async (deals) => {
          const news = async (order: typeof deals) => {
            const team = await startTeam({ features: [] })
            await team.write('赵敏', async (scope) => {
              for (const { signedOn, who } of order)
                await logDeal(scope, newDeal({ customer: '华为', signedOn, shares: allFor(who) }))
            })
            const { totals } = await everything(team)
            await team.database.close()
            return totals.filter((total) => total.new_customers !== 0)
          }
          expect(await news(deals)).toEqual(await news([...deals].reverse()))
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)

  test('refunding everything after collecting in odd pieces leaves nobody a cent', async () => {
    const team = await startTeam({ features: [] })
    await team.write('赵敏', async (scope) => {
      const thirds = [
        { person: 'p-李雷', bps: 3333 },
        { person: 'p-韩梅梅', bps: 3333 },
        { person: 'p-张伟', bps: 3334 },
      ]
      await logDeal(scope, newDeal({ amountMinor: 100_01, shares: thirds }))
      for (const amountMinor of [33_33, 33_34, 11_11, 22_23])
        await take(scope, { do: 'collect', deal: 0, amountMinor, on: '2026-11-20' })
      await take(scope, { do: 'refund', deal: 0, amountMinor: undefined, on: '2026-11-20' })
    })
    const { totals } = await everything(team)
    for (const total of totals)
      expect(total).toMatchObject({ signed_minor: 0, collected_minor: 0, deals: 0, new_customers: 0 })
  })

  test('attainment is floored and never overflows', async () => {
    const team = await startTeam({ features: [] })
    await team.write('赵敏', async (scope) => {
      await setTarget(scope, 'p-李雷', '2026-11', 100_000_00)
      await setTarget(scope, 'p-李雷', '2026', 9_000_000_000_000_000)
      await logDeal(scope, newDeal({ amountMinor: 99_999_99 }))
      await logDeal(scope, newDeal({ amountMinor: 100_000_000_000_000, shares: allFor('p-韩梅梅') }))
      await setTarget(scope, 'p-韩梅梅', '2026-11', 3)
      await setTarget(scope, 'p-韩梅梅', '2026', null)
    })
    const { totals } = await everything(team)
    const ppm = (who: string, period: string) =>
      totals.find((total) => total.person === who && total.period === period)?.attainment_ppm
    expect(ppm('p-李雷', '2026-11')).toBe(999_999)
    expect(ppm('p-李雷', '2026')).toBe(Number((9_999_999n * 1_000_000n) / 9_000_000_000_000_000n))
    expect(ppm('p-韩梅梅', '2026-11')).toBe(1_000_000_000_000)
    expect(ppm('p-韩梅梅', '2026')).toBeNull()
  })

  test('many at once give the same as one by one', async () => {
    const deals = DAYS.flatMap((signedOn, index) =>
      ['华为', '小米', '华 为'].map((customer) =>
        newDeal({
          customer,
          signedOn,
          amountMinor: 100 + index,
          source: 'import',
          shares: allFor(PEOPLE[index % 3] ?? ''),
        }),
      ),
    ).reverse()
    const [one, many] = [await startTeam({ features: [] }), await startTeam({ features: [] })]
    await one.write('赵敏', async (scope) => {
      for (const deal of deals) await logDeal(scope, deal)
    })
    await many.write('赵敏', (scope) => logMany(scope, deals))
    const [a, b] = [await everything(one), await everything(many)]
    expect(b.totals).toEqual(a.totals)
    expect(b.deals.map(({ id: _, ...deal }) => deal)).toEqual(a.deals.map(({ id: _, ...deal }) => deal))
    await many.write('赵敏', (scope) => rebuildTotals(scope))
    expect(await everything(many)).toEqual(b)
  })
})

function newDeal(deal: Partial<NewDeal>): NewDeal {
  const given = { shares: allFor('p-李雷'), ...deal }
  return {
    customer: '华为',
    amountMinor: 1_000_00,
    currency: 'CNY',
    signedOn: '2026-11-20',
    owner: given.shares[0]?.person ?? '',
    source: 'chat',
    ...given,
  }
}

/** Takes a step through the store; one that the rules refuse changes nothing. */
async function take(scope: WriteScope, one: Step): Promise<void> {
  if (one.do === 'sign') {
    const { foreign, margin, ...deal } = one.deal
    const marginMinor = margin === null ? {} : { marginMinor: Math.floor((deal.amountMinor * margin) / 100) }
    const abroad = foreign ? { currency: 'USD', exchange: { rate: '7.1237', source: 'test' } } : {}
    await logDeal(scope, newDeal({ ...deal, ...marginMinor, ...abroad }))
    return
  }
  const deal = await dealByNumber(scope, one.deal + 1)
  if (!deal) return
  const ledger = await ledgerOf(scope, deal)
  const entry = {
    amend: () =>
      one.do === 'amend' &&
      amend(
        scope,
        ledger,
        { amountMinor: one.amountMinor, signedOn: one.signedOn, shares: one.shares },
        false,
        null,
      ),
    rename: () => one.do === 'rename' && amend(scope, ledger, { customer: one.customer }, false, null),
    collect: () => one.do === 'collect' && collect(scope, ledger, one.amountMinor, one.on),
    refund: () => one.do === 'refund' && refund(scope, ledger, one.amountMinor, one.on, null),
    void: () => voidDeal(scope, ledger, null),
    confirm: () => confirm(scope, ledger),
  }[one.do]()
  if (entry && !isObstacle(entry)) await addEntries(scope, deal, [entry])
}

async function everything(team: Team) {
  const { reads } = team.database
  return {
    deals: await reads.selectFrom('deal').selectAll().orderBy('number').execute(),
    credits: await reads.selectFrom('credit').selectAll().orderBy('deal').orderBy('person').execute(),
    moved: await reads
      .selectFrom('money_moved')
      .selectAll()
      .orderBy('person')
      .orderBy('deal')
      .orderBy('sequence')
      .execute(),
    totals: await reads.selectFrom('total').selectAll().orderBy('person').orderBy('period').execute(),
  }
}

/** Worked out the long way, from the credits and the deals. */
function checkSums({ deals, credits, totals }: Awaited<ReturnType<typeof everything>>): void {
  for (const deal of deals) {
    const parts = credits.filter((credit) => credit.deal === deal.id)
    const sum = (of: (credit: (typeof parts)[number]) => number) =>
      parts.reduce((all, one) => all + of(one), 0)
    expect(sum((part) => part.base_minor)).toBe(deal.base_minor)
    expect(sum((part) => part.base_collected_minor)).toBe(deal.base_collected_minor)
    if (deal.amount_minor === 0) expect(sum((part) => part.base_margin_minor ?? 0)).toBe(0)
    expect(parts.every((part) => (part.base_margin_minor === null) === (deal.margin_minor === null))).toBe(
      true,
    )
    if (deal.currency === 'CNY' && deal.voided === 0)
      expect(sum((part) => part.base_margin_minor ?? 0)).toBe(deal.margin_minor ?? 0)
    expect(deal.margin_minor ?? 0).toBeLessThanOrEqual(deal.amount_minor)
    expect(deal.voided === 1 ? 10_000 : sum((part) => part.share_bps)).toBe(10_000)
    expect(deal.collected_minor).toBeLessThanOrEqual(deal.amount_minor)
  }
  const counting = deals.filter((deal) => deal.voided === 0 && deal.amount_minor > 0)
  const isNew = (deal: (typeof deals)[number]) =>
    !counting.some(
      (other) =>
        other.customer_key === deal.customer_key &&
        (other.signed_on < deal.signed_on ||
          (other.signed_on === deal.signed_on && other.number < deal.number)),
    )
  for (const total of totals) {
    const own = credits.filter(
      (credit) => credit.person === total.person && inPeriod(credit.signed_on, total.period),
    )
    const owned = counting.filter(
      (deal) => deal.owner === total.person && inPeriod(deal.signed_on, total.period),
    )
    const signed = own.reduce((sum, credit) => sum + credit.base_minor, 0)
    expect(total).toMatchObject({
      signed_minor: signed,
      confirmed_minor: own
        .filter((credit) => credit.confirmed === 1)
        .reduce((sum, credit) => sum + credit.base_minor, 0),
      deals: owned.length,
      confirmed_deals: owned.filter((deal) => deal.confirmed === 1).length,
      new_customers: owned.filter(isNew).length,
      attainment_ppm: total.target_minor
        ? Number((BigInt(signed) * 1_000_000n) / BigInt(total.target_minor))
        : null,
    })
  }
  for (const who of PEOPLE) {
    const collected = credits
      .filter((credit) => credit.person === who)
      .reduce((sum, one) => sum + one.base_collected_minor, 0)
    const years = totals.filter((total) => total.person === who && /^\d{4}$/.test(total.period))
    expect(years.reduce((sum, total) => sum + total.collected_minor, 0)).toBe(collected)
  }
}

const inPeriod = (date: string, period: string) => periodsOf(date).includes(period)
