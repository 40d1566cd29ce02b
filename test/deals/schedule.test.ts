import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree, amend, collect, isObstacle, refund, voidDeal } from '../../src/deals/changes.ts'
import type { Entry, Instalment } from '../../src/deals/deal.ts'
import { standingOf } from '../../src/deals/ledger.ts'
import { signing } from '../../src/deals/new-deal.ts'
import { matched, scheduleOf } from '../../src/deals/schedule.ts'
import { allocate } from '../../src/kernel/money.ts'

const scope = {
  workspace: { currency: 'CNY', settings: {} },
  person: { id: 'li' },
  now: '2026-11-20T02:00:00.000Z',
  today: '2026-11-20',
  origin: 'test',
} as Parameters<typeof agree>[0]

const signed = (amountMinor: number): Entry[] =>
  signing(scope, {
    customer: '华为',
    amountMinor,
    currency: 'CNY',
    signedOn: '2026-11-01',
    owner: 'li',
    shares: [{ person: 'li', bps: 10_000 }],
    source: 'chat',
  })

/** Instalments that add up to an amount, in proportion to weights, a month apart. */
const instalments = (amountMinor: number, weights: readonly number[]): Instalment[] =>
  allocate(BigInt(amountMinor), weights.map(BigInt)).flatMap((minor, month) =>
    minor > 0n ? [{ dueOn: `2027-${String(month + 1).padStart(2, '0')}-15`, minor: Number(minor) }] : [],
  )

const cents = fc.integer({ min: 1, max: 50_000_000 })
const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })

const step = fc.oneof(
  fc.record({ kind: fc.constant('collect' as const), minor: cents }),
  fc.record({ kind: fc.constant('refund' as const), minor: cents }),
  fc.record({ kind: fc.constant('amend' as const), minor: cents }),
  fc.record({ kind: fc.constant('agree' as const), weights }),
  fc.record({ kind: fc.constant('void' as const) }),
)

function after(entries: readonly Entry[], one: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
  const ledger = { standing: standingOf(entries), last: entries.at(-1) as Entry }
  const entry = (() => {
    switch (one.kind) {
      case 'collect':
        return collect(scope, ledger, one.minor, '2026-11-20')
      case 'refund':
        return refund(scope, ledger, one.minor, '2026-11-20', null)
      case 'amend':
        return amend(scope, ledger, { amountMinor: one.minor }, false, null)
      case 'agree':
        return agree(scope, ledger, instalments(ledger.standing.amountMinor, one.weights))
      case 'void':
        return voidDeal(scope, ledger, null)
    }
  })()
  return isObstacle(entry) ? entries : [...entries, entry]
}

test('whatever becomes of a deal, its instalments add up to it, and what is open to what has not come in', () => {
  fc.assert(
    fc.property(cents, weights, fc.array(step, { maxLength: 15 }), (amountMinor, first, steps) => {
      let entries: readonly Entry[] = after(signed(amountMinor), { kind: 'agree', weights: first })
      for (const one of steps) {
        entries = after(entries, one)
        const standing = standingOf(entries)
        const parts = matched(standing.schedule, standing.collectedMinor)
        const sum = (pick: (part: (typeof parts)[number]) => number) =>
          parts.reduce((total, part) => total + pick(part), 0)
        if (parts.length > 0) {
          expect(sum((part) => part.minor)).toBe(standing.amountMinor)
          expect(sum((part) => part.collectedMinor)).toBe(standing.collectedMinor)
          expect(sum((part) => part.openMinor)).toBe(standing.amountMinor - standing.collectedMinor)
        }
        for (const part of parts) {
          expect(part.minor).toBeGreaterThan(0)
          expect(part.openMinor).toBeGreaterThanOrEqual(0)
        }
        expect(new Set(parts.map((part) => part.dueOn)).size).toBe(parts.length)
        if (standing.voided) expect(parts).toEqual([])
      }
    }),
  )
})

test('in which order the collections of a day are entered makes no difference', () => {
  const shuffled = fc
    .array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 8 })
    .chain((sums) =>
      fc.record({
        sums: fc.constant(sums),
        order: fc.shuffledSubarray(
          sums.map((_, index) => index),
          { minLength: sums.length },
        ),
      }),
    )
  fc.assert(
    fc.property(shuffled, weights, cents, ({ sums, order }, shares, more) => {
      const amountMinor = sums.reduce((total, one) => total + one, more)
      const whole = after(signed(amountMinor), { kind: 'agree', weights: shares })
      const collected = (minors: readonly number[]) =>
        minors.reduce<readonly Entry[]>((entries, minor) => after(entries, { kind: 'collect', minor }), whole)
      const parts = (entries: readonly Entry[]) =>
        matched(scheduleOf(entries), standingOf(entries).collectedMinor)
      const [one, other] = [collected(sums), collected(order.map((index) => sums[index] ?? 0))]
      expect(parts(other)).toEqual(parts(one))
      const bigger = { kind: 'amend', minor: amountMinor + more } as const
      expect(parts(after(other, bigger))).toEqual(parts(after(one, bigger)))
    }),
  )
})

test('a refund never makes anybody owe more on any day than before', () => {
  fc.assert(
    fc.property(cents, weights, cents, cents, (amountMinor, shares, paid, back) => {
      const before = after(after(signed(amountMinor), { kind: 'agree', weights: shares }), {
        kind: 'collect',
        minor: Math.min(paid, amountMinor),
      })
      const openBy = (entries: readonly Entry[]) =>
        new Map(
          matched(scheduleOf(entries), standingOf(entries).collectedMinor).map((part) => [
            part.dueOn,
            part.openMinor,
          ]),
        )
      const refunded = after(before, { kind: 'refund', minor: Math.min(back, amountMinor) })
      for (const [dueOn, open] of openBy(refunded))
        expect(open).toBeLessThanOrEqual(openBy(before).get(dueOn) ?? 0)
    }),
  )
})
