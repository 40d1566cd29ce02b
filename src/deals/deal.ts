import type { Minor } from '../kernel/money.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Figures } from './figures.ts'

/** A person's part of a deal. The shares of a deal add up to 10,000 basis points. */
export interface Share {
  person: string
  bps: number
}

/** A part of a deal's amount that is to come in by a day, in the deal's currency's minor units; above zero. */
export interface Instalment {
  dueOn: LocalDate
  minor: Minor
}

/** What people say about a deal; entries set it and may set it anew. */
export interface DealFacts extends Figures {
  customer: string
  product: string | null
  channel: string | null
  referrer: string | null
  contract: string | null
  note: string | null
  externalId: string | null
  /** ISO 4217; the deal's amounts are in this currency's minor units. */
  currency: string
  signedOn: LocalDate
  firstContactOn: LocalDate | null
  owner: string
  shares: Share[]
  /** In order of the days, no day twice; adding up to the amount. Empty: none is agreed. */
  schedule: Instalment[]
  confirmed: boolean
  voided: boolean
}

/** Signed and collected, in the deal's own currency and, as `base`, in the workspace's. */
export interface Amounts {
  amountMinor: Minor
  collectedMinor: Minor
  baseMinor: Minor
  baseCollectedMinor: Minor
}

export type EntryKind = 'signed' | 'amended' | 'scheduled' | 'confirmed' | 'collected' | 'refunded' | 'voided'

/** A line of the ledger, never changed. Its amounts are what it adds to (or takes from) the deal's. */
export interface Entry extends Amounts {
  kind: EntryKind
  /** The day on which it takes effect: the signing, the collection, the refund. */
  effectiveOn: LocalDate
  recordedAt: Instant
  /** Null: the bot, on the workspace's rule. */
  recordedBy: string | null
  /** What one unit of the deal's currency is worth in the workspace's: a decimal. */
  rate: string
  rateSource: string
  facts: Partial<DealFacts>
  reason: string | null
  origin: string
}

/** What a deal is now: the sum of its entries. */
export interface Standing extends DealFacts, Amounts {}

/** What never changes about a deal. */
export interface DealIdentity {
  id: string
  /** The 12 of D-12. */
  number: number
  source: 'chat' | 'import'
  loggedBy: string | null
  loggedAt: Instant
}

/** A deal as it stands, without its shares and instalments. */
export interface Deal
  extends DealIdentity,
    Omit<Standing, 'shares' | 'schedule' | 'baseMarginMinor' | 'baseExVatMinor'> {
  repeatCustomer: boolean
}

/** A person's part of a deal, in the workspace's currency. */
export interface Credit {
  person: string
  shareBps: number
  baseMinor: Minor
  baseCollectedMinor: Minor
  signedOn: LocalDate
  confirmed: boolean
  baseMarginMinor: Minor | null
  baseExVatMinor: Minor | null
}

/** The subject of posts about a deal. */
export const subjectOf = (deal: { id: string }): string => `deal:${deal.id}`
