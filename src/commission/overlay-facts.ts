import type { DealCredit } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import { factOf } from './facts-of.ts'
import { type Overlay, splitOverlay, teamOverlay, teamOverlayOfDeals } from './overlay.ts'
import type { Facts } from './pay.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'
import { teammates } from './structure.ts'
import { type DealFact, looksAtDeals } from './which-deals.ts'

/** Credit beyond one's share: in all, and of each deal where the plan tells deals apart. */
interface Added {
  minor: bigint
  deals?: readonly DealFact[]
}

/** The same facts with the credit that the plan counts beyond the person's own shares. */
export async function withOverlay(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
  facts: Facts,
): Promise<Facts> {
  const { overlay } = plan
  if (!overlay) return facts
  const added =
    overlay.of === 'split'
      ? await ofSplits(records, person, period, overlay)
      : await ofTeam(records, person, period, overlay, looksAtDeals(plan))
  return {
    ...facts,
    attainedMinor: facts.attainedMinor + added.minor,
    creditMinor: facts.creditMinor + added.minor,
    overlayMinor: added.minor,
    ...(facts.deals
      ? { deals: together(facts.deals, added.deals ?? []), signedDeals: facts.signedDeals ?? facts.deals }
      : {}),
  }
}

async function ofSplits(records: Records, person: string, period: Period, overlay: Overlay): Promise<Added> {
  const wholes = await records.wholes(person, period)
  const deals = (await records.credits(person, period)).map((credit) => {
    const fact = factOf(credit)
    const wholeMinor = wholes.get(credit.deal) ?? BigInt(credit.dealMinor) // only imagined: in the currency of pay
    return { ...fact, minor: splitOverlay(overlay, { minor: fact.minor, wholeMinor }) }
  })
  return { minor: deals.reduce((sum, deal) => sum + deal.minor, 0n), deals }
}

async function ofTeam(
  records: Records,
  person: string,
  period: Period,
  overlay: Overlay,
  looks: boolean,
): Promise<Added> {
  const others = teammates(await records.structure(period), person)
  await records.together(others, period)
  if (!looks) {
    let signed = 0n
    for (const one of others) signed += await records.signed(one, period)
    return { minor: teamOverlay(overlay, signed) }
  }
  const credits: DealCredit[] = []
  for (const one of others) credits.push(...(await records.credits(one, period)))
  const deals = together(
    [],
    credits.map((one) => factOf(one)),
  )
  const parts = teamOverlayOfDeals(
    overlay,
    deals.map((deal) => deal.minor),
  )
  const added = deals.map((deal, index) => ({ ...deal, shareBps: 0, minor: parts[index] ?? 0n }))
  return { minor: parts.reduce((sum, one) => sum + one, 0n), deals: added }
}

/** One fact for each deal, in order of the deals; imagined ones, which have no id, are the same in the same order. */
function together(some: readonly DealFact[], more: readonly DealFact[]): DealFact[] {
  const found = new Map(withKeys(some))
  for (const [key, deal] of withKeys(more)) {
    const known = found.get(key)
    found.set(key, known ? { ...known, minor: known.minor + deal.minor } : deal)
  }
  return [...found.values()]
}

function withKeys(deals: readonly DealFact[]): [string | number, DealFact][] {
  let imagined = 0
  return deals.map((deal) => [deal.deal ?? imagined++, deal])
}
