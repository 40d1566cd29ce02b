import type { Minor } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { convert } from './convert.ts'
import type { DealFacts, Entry, Share } from './deal.ts'
import { figuresFrom } from './figures.ts'

/** A deal to be logged: all of it has been read and checked. */
export interface NewDeal {
  /** Given where the same deal must not be stored twice. */
  id?: string
  customer: string
  /** In `currency`'s minor units; above zero. */
  amountMinor: Minor
  currency: string
  /** Needed where the currency is not the workspace's: see `rateOn`. */
  exchange?: { rate: string; source: string }
  product?: string
  channel?: string
  referrer?: string
  contract?: string
  note?: string
  /** In the deal's currency, at most its amount; the discount in basis points. */
  marginMinor?: Minor | null
  exVatMinor?: Minor | null
  discountBps?: number | null
  externalId?: string
  signedOn: LocalDate
  firstContactOn?: LocalDate
  owner: string
  /** Whole, in basis points; adding up to 10,000. */
  shares: Share[]
  /** Whether somebody has said how it is split, if only that it is not. */
  splitSaid?: boolean
  source: 'chat' | 'import'
}

type Circumstances = Pick<Scope, 'workspace' | 'person' | 'now' | 'origin'>

/**
 * The entries that a new deal begins with: its signing and, where the workspace lets small deals confirm themselves,
 * the confirmation. Imported deals count as confirmed from the start.
 */
export function signing({ workspace, person, now, origin }: Circumstances, deal: NewDeal): Entry[] {
  const exchange = deal.currency === workspace.currency ? { rate: '1', source: '' } : deal.exchange
  if (!exchange) throw new Error(`A deal in ${deal.currency} needs a rate.`)
  const signed: Entry = {
    kind: 'signed',
    effectiveOn: deal.signedOn,
    recordedAt: now,
    recordedBy: person?.id ?? null,
    amountMinor: deal.amountMinor,
    collectedMinor: 0,
    baseMinor: convert(deal.amountMinor, deal.currency, workspace.currency, exchange.rate),
    baseCollectedMinor: 0,
    rate: exchange.rate,
    rateSource: exchange.source,
    facts: {
      ...signedFacts(deal),
      ...figuresFrom(deal, { from: deal.currency, to: workspace.currency, rate: exchange.rate }),
    },
    reason: null,
    origin,
  }
  const confirmsItself =
    deal.source === 'chat' && signed.baseMinor <= (workspace.settings.confirmBelowMinor ?? -1)
  return confirmsItself ? [signed, confirmationByRule(signed, now, origin)] : [signed]
}

/** The confirmation of a deal under the amount that needs none: by nobody, on the workspace's rule. */
function confirmationByRule(signed: Entry, now: string, origin: string): Entry {
  return {
    ...signed,
    kind: 'confirmed',
    recordedAt: now,
    recordedBy: null,
    amountMinor: 0,
    baseMinor: 0,
    facts: { confirmed: true },
    origin,
  }
}

function signedFacts(deal: NewDeal): Partial<DealFacts> {
  const { customer, product, channel, referrer, contract, note, externalId, firstContactOn } = deal
  return {
    customer,
    ...(product === undefined ? {} : { product }),
    ...(channel === undefined ? {} : { channel }),
    ...(referrer === undefined ? {} : { referrer }),
    ...(contract === undefined ? {} : { contract }),
    ...(note === undefined ? {} : { note }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(firstContactOn === undefined ? {} : { firstContactOn }),
    currency: deal.currency,
    signedOn: deal.signedOn,
    owner: deal.owner,
    shares: deal.shares,
    ...(deal.source === 'import' ? { confirmed: true } : {}),
  }
}
