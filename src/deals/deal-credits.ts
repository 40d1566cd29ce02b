import { creditFigures, type DealCredit } from './credit-store.ts'
import type { Standing } from './deal.ts'
import { creditsFrom } from './ledger.ts'

/** Everybody's part of a deal as it stands, by person, with what is needed to name the deal. */
export function dealCredits(
  deal: { identity: { id: string; number: number }; repeatCustomer: boolean },
  standing: Standing,
): Map<string, DealCredit> {
  const { customer, product, channel, currency, amountMinor, discountBps } = standing
  return new Map(
    creditsFrom(standing).map((credit) => [
      credit.person,
      {
        deal: deal.identity.id,
        number: deal.identity.number,
        customer,
        product: product ?? undefined,
        channel: channel ?? undefined,
        signedOn: credit.signedOn,
        shareBps: credit.shareBps,
        minor: credit.baseMinor,
        collectedMinor: credit.baseCollectedMinor,
        confirmed: credit.confirmed,
        repeatCustomer: deal.repeatCustomer,
        currency,
        dealMinor: amountMinor,
        ...creditFigures(credit.baseMarginMinor, credit.baseExVatMinor, discountBps),
      },
    ]),
  )
}

/** In order of the signing; of one day, in the order in which the deals were logged. */
export function bySigning(a: DealCredit, b: DealCredit): number {
  if (a.signedOn !== b.signedOn) return a.signedOn < b.signedOn ? -1 : 1
  return a.deal < b.deal ? -1 : a.deal > b.deal ? 1 : 0
}
