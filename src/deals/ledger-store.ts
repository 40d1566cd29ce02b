import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type WriteScope } from '../kernel/scope.ts'
import { foldCustomer } from './customer.ts'
import type { Credit, Deal, Entry } from './deal.ts'
import { entriesOf, firstSalesOf } from './deal-store.ts'
import { setOpenInstalments } from './instalment-store.ts'
import { standingOf } from './ledger.ts'
import {
  dealColumns,
  figureColumns,
  insertCredits,
  insertDeals,
  insertEntries,
  setRepeat,
} from './ledger-rows-store.ts'
import { followMoney, insertMoneyMoved } from './money-moved-store.ts'
import type { Movements } from './movements.ts'
import { type NewDeal, signing } from './new-deal.ts'
import { planChange } from './plan.ts'
import type { Matched } from './schedule.ts'
import type { Total } from './total.ts'
import { addToTotals } from './total-store.ts'

export interface Stored {
  deal: Deal
  /** The sums of every person and period that the change touches, as they are now. */
  totals: Total[]
  /** What they changed by. */
  movements: Movements
  /** The deal's instalments with what has come in of each. */
  instalments: Matched[]
}

/** Stores a new deal with its ledger, credits and everybody's sums. The caller has checked that it may be logged. */
export async function logDeal(scope: WriteScope, wanted: NewDeal): Promise<Stored> {
  const identity = {
    id: wanted.id ?? newId(scope.now),
    number: await nextNumber(scope, 'deal'),
    source: wanted.source,
    loggedBy: scope.person?.id ?? null,
    loggedAt: scope.now,
  }
  const added = signing(scope, wanted)
  const firstSales = await firstSalesOf(scope, [foldCustomer(wanted.customer)])
  const plan = planChange({ identity, history: [], added, firstSales })
  await insertDeals(scope, [plan])
  await insertEntries(scope, [plan])
  await insertCredits(scope, [plan])
  await insertMoneyMoved(scope, [plan])
  await setRepeat(scope, plan.overtaken)
  const totals = await addToTotals(scope, plan.movements)
  await scope.record('deal.signed', `deal:${plan.deal.id}`, undefined, snapshot(plan.deal, plan.credits))
  return { deal: plan.deal, totals, movements: plan.movements, instalments: [] }
}

/** Adds entries to a deal that this transaction has locked (`lockDeal`); its credits and everybody's sums follow. */
export async function addEntries(scope: WriteScope, before: Deal, added: readonly Entry[]): Promise<Stored> {
  const history = await entriesOf(scope, before.id)
  const keys = [before.customer, standingOf([...history, ...added]).customer].map(foldCustomer)
  const firstSales = await firstSalesOf(scope, keys, before.id)
  const plan = planChange({ identity: before, history, added, firstSales })
  await rowsOf(scope)
    .updateTable('deal')
    .set({ ...dealColumns(plan), ...figureColumns(plan.deal) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', before.id)
    .execute()
  await insertEntries(scope, [plan])
  await rowsOf(scope)
    .deleteFrom('credit')
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', before.id)
    .execute()
  await insertCredits(scope, [plan])
  await followMoney(scope, plan)
  await setRepeat(scope, plan.overtaken)
  if (isScheduled([...history, ...added])) await setOpenInstalments(scope, plan.deal, plan.instalments)
  const totals = await addToTotals(scope, plan.movements)
  for (const entry of added)
    await scope.record(`deal.${entry.kind}`, `deal:${before.id}`, snapshot(before, []), {
      ...snapshot(plan.deal, plan.credits),
      reason: entry.reason,
    })
  return { deal: plan.deal, totals, movements: plan.movements, instalments: plan.instalments }
}

/** Whether a deal has, or once had, a schedule: its open instalments may have changed. */
const isScheduled = (entries: readonly Entry[]) => entries.some((entry) => entry.kind === 'scheduled')

/** What the audit log keeps of a deal. */
function snapshot(deal: Deal, credits: readonly Credit[]) {
  const { amountMinor, currency, collectedMinor, signedOn, owner, confirmed, voided } = deal
  const shares = credits.map((credit) => ({ person: credit.person, bps: credit.shareBps }))
  return {
    amountMinor,
    currency,
    collectedMinor,
    signedOn,
    owner,
    confirmed,
    voided,
    ...(shares.length > 0 ? { shares } : {}),
  }
}
