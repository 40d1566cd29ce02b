import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import { figureOf, lacking } from './basis.ts'
import { withOverlay } from './overlay-facts.ts'
import type { Facts } from './pay.ts'
import { type Basis, metricOf, onCollections, type Plan } from './plan.ts'
import type { Records } from './records.ts'
import { creditsAsSold, laterRefunds, takenBackIn } from './refunds.ts'
import { signedUnder } from './signed-under.ts'
import { stillCounts } from './still-counts.ts'
import { type DealFact, looksAtDeals } from './which-deals.ts'

/** What a plan's calculation for a person and a period starts from. */
export async function factsOf(records: Records, person: string, period: Period, plan: Plan): Promise<Facts> {
  return withOverlay(records, person, period, plan, await ownFacts(records, person, period, plan))
}

async function ownFacts(records: Records, person: string, period: Period, plan: Plan): Promise<Facts> {
  const metric = metricOf(plan)
  if (metric === undefined) return moneyFacts(records, person, period, plan)
  const signed = await signedOf(records, person, period, plan)
  const goal = await records.checkinGoal(person, period, metric)
  return {
    targetMinor: goal?.target,
    attainedMinor: goal?.reached ?? 0n,
    metric: goal ? { name: goal.name, unit: goal.unit, goal: goal.number } : { name: metric, unit: '' },
    creditMinor: signed.minor,
    ...signed.deals,
  }
}

async function moneyFacts(records: Records, person: string, period: Period, plan: Plan): Promise<Facts> {
  const [signed, collected] = [await signedOf(records, person, period, plan), plan.attain === 'collected']
  const targetMinor = await targetFor(records, person, period, plan)
  if (!collected) {
    const attainedMinor = signed.attainedMinor - (await loweredBy(records, person, period))
    return { targetMinor, attainedMinor, creditMinor: signed.minor, ...signed.deals }
  }
  const moved = await movedFor(records, person, period, plan)
  const attainedMinor = moved.reduce((sum, one) => sum + BigInt(one.collectedMinor), 0n)
  if (plan.pay === 'signed') return { targetMinor, attainedMinor, creditMinor: signed.minor, ...signed.deals }
  const deals = collectedFacts(await paidByComingIn(records, person, moved))
  const { deals: signedDeals } = signed.deals
  return {
    targetMinor,
    attainedMinor,
    creditMinor: deals.reduce((sum, deal) => sum + deal.minor, 0n),
    deals,
    ...(signedDeals ? { signedDeals } : {}),
  }
}

async function movedFor(records: Records, person: string, period: Period, plan: Plan): Promise<MoneyMoved[]> {
  const found: MoneyMoved[] = []
  for (const one of await records.moved(person, period))
    if (await stillCounts(records, person, plan, one)) found.push(one)
  return found
}

/** The id of a deal that somebody only imagines. */
export const IMAGINED = ''

/** A person's part of a deal as plans see it. */
export function factOf(credit: DealCredit, basis: Basis = 'amount'): DealFact {
  const { minor, shareBps, product, channel, repeatCustomer, signedOn, discountBps } = credit
  const deal = credit.deal === IMAGINED ? undefined : credit.deal
  const known = { deal, shareBps, product, channel, repeatCustomer, signedOn }
  return {
    ...known,
    minor: BigInt(figureOf(credit, basis) ?? 0),
    ...(discountBps === undefined ? {} : { discountBps }),
    ...(basis === 'amount' ? {} : { amountMinor: BigInt(minor) }),
  }
}

/** What has come in of each deal, by deal. */
export function collectedFacts(moved: readonly MoneyMoved[]): DealFact[] {
  const found = new Map<string, DealFact>()
  for (const { credit, collectedMinor } of moved) {
    const whole = factOf(credit)
    const known = found.get(credit.deal) ?? { ...whole, minor: 0n, wholeMinor: whole.minor }
    found.set(credit.deal, { ...known, minor: known.minor + BigInt(collectedMinor) })
  }
  return [...found.values()]
}

/** A deal that was signed under another kind of plan is paid as that one says. */
async function paidByComingIn(
  records: Records,
  person: string,
  moved: readonly MoneyMoved[],
): Promise<MoneyMoved[]> {
  const found: MoneyMoved[] = []
  for (const one of moved) {
    const under = await signedUnder(records, person, one)
    if (!under || onCollections(under.active.plan)) found.push(one)
  }
  return found
}

async function signedOf(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
): Promise<{ minor: bigint; attainedMinor: bigint; deals: Pick<Facts, 'deals' | 'lacking'> }> {
  const { rate, attainment } = plan.terms.clawback
  const asFacts = (credits: readonly DealCredit[]) => credits.map((one) => factOf(one, plan.basis))
  if (rate !== 're-rate') {
    const credits = await creditsAsSold(records, person, period, plan)
    const sold = asFacts(credits)
    const minor = sumOfDeals(sold)
    const deals = looksAtDeals(plan) ? { deals: sold, ...lacking(credits, plan.basis) } : {}
    return { minor, attainedMinor: minor, deals }
  }
  const credits = looksAtDeals(plan) ? await records.credits(person, period) : undefined
  const deals = credits && asFacts(credits)
  const minor = deals ? sumOfDeals(deals) : await records.signed(person, period)
  const kept = attainment === 'keeps' ? await laterRefunds(records, person, period, plan) : []
  const attainedMinor = kept.reduce((sum, one) => sum - BigInt(one.refundedMinor), minor)
  return { minor, attainedMinor, deals: deals ? { deals, ...lacking(credits, plan.basis) } : {} }
}

/** What refunds of earlier periods' deals take off what attains in this one. */
async function loweredBy(records: Records, person: string, period: Period): Promise<bigint> {
  const lowering = (await takenBackIn(records, person, period)).filter(
    ({ signed }) => signed.active.plan.terms.clawback.attainment === 'lowers',
  )
  return lowering.reduce((sum, { refund }) => sum - BigInt(refund.refundedMinor), 0n)
}

const sumOfDeals = (deals: readonly DealFact[]) => deals.reduce((sum, deal) => sum + deal.minor, 0n)

/** A plan that attains by collecting takes the goal for collecting, and where nobody has set one, that for signing. */
async function targetFor(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
): Promise<bigint | undefined> {
  const own = plan.attain === 'collected' ? await records.target(person, period, 'collected') : undefined
  return own ?? records.target(person, period, 'signed')
}
