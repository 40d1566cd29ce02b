import { precedes, type Sale } from '../deals/customer.ts'
import { bySigning, dealCredits } from '../deals/deal-credits.ts'
import { standingOf } from '../deals/ledger.ts'
import { saleOf } from '../deals/plan.ts'
import type { DealCredit } from '../deals/store.ts'
import type { Instant } from '../kernel/time.ts'
import { type History, type RecordedDeal, recordedBy } from './history.ts'

/** Everybody's parts of the deals of the period, as they stood at a moment, in order of the signing. */
export function creditsAt(history: History, at: Instant): ReadonlyMap<string, readonly DealCredit[]> {
  if (history.credits) return history.credits
  const { from, to } = history.span
  const firstSales = history.settled ? undefined : firstSalesAt(history, at)
  const found = new Map<string, DealCredit[]>()
  for (const deal of history.deals) {
    const standing = standingAt(deal, at)
    if (!standing || standing.signedOn < from || standing.signedOn > to) continue
    const repeatCustomer = firstSales ? isRepeat(deal, at, firstSales) : deal.repeatCustomer
    for (const [person, credit] of dealCredits({ identity: deal.identity, repeatCustomer }, standing)) {
      const credits = found.get(person) ?? []
      found.set(person, credits)
      credits.push(credit)
    }
  }
  for (const credits of found.values()) credits.sort(bySigning)
  return found
}

/** The deals of a history with what had been recorded of each at a moment; those that were not yet logged are left out. */
export function dealsAt(history: History, at: Instant): RecordedDeal[] {
  const firstSales = history.settled ? undefined : firstSalesAt(history, at)
  return history.deals.flatMap((deal) => {
    const entries = entriesAt(deal, at)
    if (entries[0]?.kind !== 'signed') return []
    const repeatCustomer = firstSales ? isRepeat(deal, at, firstSales) : deal.repeatCustomer
    return [{ identity: deal.identity, entries, repeatCustomer }]
  })
}

/** What a deal was at a moment; undefined before it was logged. */
function standingAt(deal: RecordedDeal, at: Instant) {
  const known = entriesAt(deal, at)
  return known[0]?.kind === 'signed' ? standingOf(known) : undefined
}

const entriesAt = ({ entries }: RecordedDeal, at: Instant) =>
  entries.every(recordedBy(at)) ? entries : entries.filter(recordedBy(at))

function firstSalesAt(history: History, at: Instant): Map<string, Sale> {
  const found = new Map<string, Sale>()
  for (const deal of history.deals) {
    const sale = saleAt(deal, at)
    const known = sale && found.get(sale.key)
    if (sale && (!known || precedes(sale, known))) found.set(sale.key, sale)
  }
  return found
}

function saleAt(deal: RecordedDeal, at: Instant) {
  const standing = standingAt(deal, at)
  return standing && saleOf(deal.identity, standing)
}

function isRepeat(deal: RecordedDeal, at: Instant, firstSales: ReadonlyMap<string, Sale>): boolean {
  const sale = saleAt(deal, at)
  return sale !== undefined && firstSales.get(sale.key)?.deal !== sale.deal
}
