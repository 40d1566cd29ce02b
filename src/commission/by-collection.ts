import type { MoneyMoved } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import { collectedFacts, factOf, factsOf } from './facts-of.ts'
import { fraction, plus, times, ZERO } from './fraction.ts'
import { effectiveRates, rateParts } from './pay.ts'
import type { CollectedPart, Part } from './pay-line.ts'
import { onCollections, type Plan, paysLater } from './plan.ts'
import type { Records } from './records.ts'
import type { Draft, Settling, Step } from './settle.ts'
import { signedUnder } from './signed-under.ts'

/** What came in, with the plan and the period that the deals were signed under. */
interface SignedUnder {
  plan: Plan
  signedIn: Period
  moved: MoneyMoved[]
}

/**
 * What has come in in the period for deals that pay later: each deal as the plan says that was in force when it was
 * signed, whatever plan is in force now, so that a change of plans pays nothing twice and loses nothing.
 */
export const byCollection: Step = async (settling, draft, parts) => {
  const { active, person, period } = draft
  if (!active.everPaysOnCollection) return parts
  const { records } = settling
  const moved = await records.moved(person, period)
  const found: Part[] = []
  for (const under of await bySigning(records, person, moved)) {
    if (paysLater(under.plan)) found.push(await paidNow(records, person, under))
    else if (onCollections(under.plan)) found.push(...(await underFormerPlan(settling, draft, under)))
  }
  return [...parts, ...found]
}

/** Each collection at the effective rate of the period that its deal was signed in. */
async function paidNow(
  records: Records,
  person: string,
  { plan, signedIn, moved }: SignedUnder,
): Promise<CollectedPart & Pick<Part, 'exact'>> {
  const rates = effectiveRates(plan, await factsOf(records, person, signedIn, plan))
  const each = moved.map(({ credit, on, collectedMinor }) => ({
    number: credit.number,
    on,
    minor: BigInt(collectedMinor),
    rate: rates === 'no target' ? ZERO : rates(factOf(credit)),
  }))
  return {
    kind: 'collected',
    signedIn,
    deals: new Set(moved.map((one) => one.credit.deal)).size,
    collectedMinor: each.reduce((sum, one) => sum + one.minor, 0n),
    each,
    exact: each.map((one) => times(fraction(one.minor), one.rate)).reduce(plus, ZERO),
    ...(rates === 'no target' ? { unknown: rates } : {}),
  }
}

/** A plan that attains and pays by collecting was in force at the signing, and another one is now. */
async function underFormerPlan(
  { records }: Settling,
  { active, person, period }: Draft,
  { plan, moved }: SignedUnder,
): Promise<Part[]> {
  if (onCollections(active.plan)) return []
  const whole = { ...plan, bonuses: [] }
  const credit = moved.reduce((sum, one) => sum + BigInt(one.collectedMinor), 0n)
  const target =
    (await records.target(person, period, 'collected')) ?? (await records.target(person, period, 'signed'))
  const facts = {
    targetMinor: target,
    attainedMinor: credit,
    creditMinor: credit,
    deals: collectedFacts(moved),
  }
  const parts = rateParts(whole, facts)
  return parts === 'no target' ? [] : parts
}

async function bySigning(
  records: Records,
  person: string,
  moved: readonly MoneyMoved[],
): Promise<SignedUnder[]> {
  const found = new Map<string, SignedUnder>()
  for (const one of moved) {
    const under = await signedUnder(records, person, one)
    if (!under) continue
    const key = `${under.signedIn} ${under.active.id} ${under.active.version}`
    const known = found.get(key) ?? { plan: under.active.plan, signedIn: under.signedIn, moved: [] }
    found.set(key, known)
    known.moved.push(one)
  }
  return [...found.values()].sort((a, b) => (a.signedIn < b.signedIn ? -1 : 1))
}
