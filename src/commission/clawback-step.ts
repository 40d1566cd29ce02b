import { spanOf } from '../kernel/period.ts'
import { rateOfMoney } from './by-collection.ts'
import { clawedBack } from './clawback.ts'
import { type DealCommission, dealCommissions } from './deal-commission.ts'
import { minus, ZERO } from './fraction.ts'
import { effectiveRates } from './pay.ts'
import type { ClawbackPart, Part } from './pay-line.ts'
import { laterRefunds, type TakenBack, takenBackIn } from './refunds.ts'
import type { Draft, Settling, Step } from './settle.ts'

/**
 * What the period's refunds take back of what deals of earlier periods have paid. Where a plan pays on collection, the
 * money that goes back takes its pay back by itself.
 */
export const clawback: Step = async (settling, draft, parts) => {
  if (draft.active.reachesSince === undefined) return parts
  const found: Part[] = []
  const taken = await takenBackIn(settling.records, draft.person, draft.period)
  const paidOnSigning = taken.filter(({ signed }) => signed.active.plan.pay === 'signed')
  for (const [deal, taken] of byDeal(paidOnSigning))
    found.push(...(await clawbacksOf(settling, draft, deal, taken)))
  return [...parts, ...found]
}

/** Refunds of one deal, one after the other. */
async function clawbacksOf(
  settling: Settling,
  draft: Draft,
  deal: string,
  taken: readonly TakenBack[],
): Promise<(ClawbackPart & Pick<Part, 'exact'>)[]> {
  const [first] = taken
  if (!first) return []
  const { signed, countedIn } = first
  const { plan } = signed.active
  const { person, period } = draft
  const { records } = settling
  const sold = (await commissionsIn(settling, draft, first)).get(deal)
  const refunds = await laterRefunds(records, person, countedIn, plan)
  const { from } = spanOf(period, records.workspace.fiscalStartMonth)
  let refundedBefore = refunds
    .filter((one) => one.credit.deal === deal && one.on < from)
    .reduce((sum, one) => sum - BigInt(one.refundedMinor), 0n)
  const current = effectiveRates(draft.active.plan, draft.facts)
  return taken.map(({ refund }) => {
    const refundedMinor = -BigInt(refund.refundedMinor)
    const exact = clawedBack(plan.terms.clawback, {
      creditMinor: sold?.creditMinor ?? 0n,
      paidMinor: sold?.paidMinor ?? 0n,
      refundedBeforeMinor: refundedBefore,
      refundedMinor,
      currentRate:
        current === 'no target' ? ZERO : rateOfMoney(refund.credit, draft.active.plan.basis, current),
    })
    refundedBefore += refundedMinor
    return {
      kind: 'clawback' as const,
      number: refund.credit.number,
      signedIn: countedIn,
      refundedMinor,
      rate: plan.terms.clawback.rate,
      exact: minus(ZERO, exact),
    }
  })
}

const commissions = new WeakMap<Settling, Map<string, Promise<Map<string, DealCommission>>>>()

/** Worked out once for all the refunds of a settlement. */
function commissionsIn(
  settling: Settling,
  { person }: Draft,
  { signed, countedIn }: TakenBack,
): Promise<Map<string, DealCommission>> {
  const known = commissions.get(settling) ?? new Map<string, Promise<Map<string, DealCommission>>>()
  commissions.set(settling, known)
  const { id, version } = signed.active
  const key = `${person} ${countedIn} ${id} ${version}`
  const found = known.get(key) ?? dealCommissions(settling, person, countedIn, signed)
  known.set(key, found)
  return found
}

function byDeal(taken: readonly TakenBack[]): Map<string, TakenBack[]> {
  const found = new Map<string, TakenBack[]>()
  for (const one of taken) {
    const deal = one.refund.credit.deal
    found.set(deal, [...(found.get(deal) ?? []), one])
  }
  return found
}
