import type { Minor } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { convert } from './convert.ts'
import type { DealFacts, Entry, EntryKind, Instalment, Standing } from './deal.ts'
import {
  aboveAmount,
  type Figures,
  figuresElsewhere,
  figuresFrom,
  figuresLeft,
  type SaidFigures,
} from './figures.ts'
import { allFor, sameShares } from './shares.ts'

/** Why a change cannot be made, with the figures that say so. */
export type Obstacle =
  | { why: 'voided' }
  | { why: 'nothing-changes' }
  /** The amount would fall below what has been collected. */
  | { why: 'below-collected'; collectedMinor: Minor }
  /** Another currency, after something was collected in this one. */
  | { why: 'currency-collected'; collectedMinor: Minor }
  | { why: 'over-collected'; leftMinor: Minor; collectedMinor: Minor }
  | { why: 'over-refunded'; signedMinor: Minor }
  /** The margin, or the amount without tax, is more than the amount. */
  | { why: 'above-amount'; figure: 'margin' | 'exVat'; amountMinor: Minor }
  | { why: 'already-confirmed' }
  /** The owner of a split deal is one of those who share it. */
  | { why: 'owner-without-share' }

export interface Ledger {
  standing: Standing
  /** The deal's latest entry: its rate holds on. */
  last: Entry
}

type Circumstances = Pick<Scope, 'workspace' | 'person' | 'now' | 'today' | 'origin'>

export interface Changes
  extends Partial<Omit<DealFacts, 'confirmed' | 'voided' | 'externalId' | 'schedule' | keyof Figures>>,
    SaidFigures {
  amountMinor?: Minor
  /** Needed with a new currency that is not the workspace's. */
  exchange?: { rate: string; source: string }
}

/**
 * Sets facts of a deal anew. A confirmed deal whose money moves (amount, currency, shares, owner, signing date, or what a
 * plan may pay another rate for) waits for confirmation again, unless who changes it may confirm it, or it is small
 * enough to confirm itself.
 */
export function amend(
  scope: Circumstances,
  { standing, last }: Ledger,
  changes: Changes,
  mayConfirm: boolean,
  reason: string | null,
): Entry | Obstacle {
  if (standing.voided) return { why: 'voided' }
  const { amountMinor: wanted, exchange, marginMinor, exVatMinor, discountBps, ...wantedFacts } = changes
  const amountMinor = wanted ?? standing.amountMinor
  const { rate, rateSource } = rateAfter(scope, last, currencyAfter(standing, changes), exchange)
  const said = onlySaid({ marginMinor, exVatMinor, discountBps })
  const figures = figuresAfter(scope, standing, changes, said, rate)
  const facts = onlyChanged(standing, { ...withOwnersShare(standing, wantedFacts), ...figures })
  if (amountMinor === standing.amountMinor && Object.keys(facts).length === 0)
    return { why: 'nothing-changes' }
  const { collectedMinor } = standing
  if (facts.currency !== undefined && collectedMinor > 0) return { why: 'currency-collected', collectedMinor }
  if (amountMinor < collectedMinor) return { why: 'below-collected', collectedMinor }
  const above = aboveAmount(amountMinor, { ...standing, ...figures })
  if (above) return { why: 'above-amount', figure: above, amountMinor }
  const owner = facts.owner ?? standing.owner
  const shares = facts.shares ?? standing.shares
  if (!shares.some((share) => share.person === owner)) return { why: 'owner-without-share' }
  const currency = facts.currency ?? standing.currency
  const baseMinor = convert(amountMinor, currency, scope.workspace.currency, rate)
  const moved = amountMinor !== standing.amountMinor || MONEY_FACTS.some((name) => facts[name] !== undefined)
  return {
    ...entry(scope, last, 'amended', scope.today, reason),
    rate,
    rateSource,
    amountMinor: amountMinor - standing.amountMinor,
    baseMinor: baseMinor - standing.baseMinor,
    facts: { ...facts, ...(moved ? confirmationAfter(scope, standing, baseMinor, mayConfirm) : {}) },
  }
}

const MONEY_FACTS = [
  'currency',
  'shares',
  'owner',
  'signedOn',
  'marginMinor',
  'exVatMinor',
  'discountBps',
  'customer',
  'product',
  'channel',
] as const

const currencyAfter = (standing: Standing, { currency }: Changes) =>
  currency === standing.currency ? undefined : currency

const onlySaid = (said: { [Name in keyof SaidFigures]: SaidFigures[Name] | undefined }): SaidFigures =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))

/** The figures that were said, at the deal's rate; in another currency the others are unknown again. */
function figuresAfter(
  scope: Circumstances,
  standing: Standing,
  changes: Changes,
  said: SaidFigures,
  rate: string,
): Partial<Figures> {
  const currency = currencyAfter(standing, changes)
  const all = currency === undefined ? said : figuresElsewhere(standing, said)
  return figuresFrom(all, { from: currency ?? standing.currency, to: scope.workspace.currency, rate })
}

/** The credit of an unsplit deal follows its new owner; a new split without the owner gives the deal to its first. */
function withOwnersShare(standing: Standing, facts: Partial<DealFacts>): Partial<DealFacts> {
  const { owner, shares } = facts
  if (owner !== undefined && shares === undefined && sameShares(standing.shares, allFor(standing.owner)))
    return { ...facts, shares: allFor(owner) }
  const first = shares?.[0]
  if (owner === undefined && first && !shares.some((share) => share.person === standing.owner))
    return { ...facts, owner: first.person }
  return facts
}

function onlyChanged(standing: Standing, wanted: Partial<DealFacts>): Partial<DealFacts> {
  const changed = Object.entries(wanted).filter(([name, value]) =>
    name === 'shares'
      ? !sameShares(standing.shares, wanted.shares ?? [])
      : standing[name as keyof DealFacts] !== value,
  )
  return Object.fromEntries(changed)
}

function rateAfter(
  scope: Circumstances,
  last: Entry,
  currency: string | undefined,
  exchange: Changes['exchange'],
): { rate: string; rateSource: string } {
  if (currency === undefined) return last
  if (currency === scope.workspace.currency) return { rate: '1', rateSource: '' }
  if (!exchange) throw new Error(`A deal in ${currency} needs a rate.`)
  return { rate: exchange.rate, rateSource: exchange.source }
}

function confirmationAfter(
  scope: Circumstances,
  standing: Standing,
  baseMinor: Minor,
  mayConfirm: boolean,
): { confirmed?: boolean } {
  const confirmed =
    baseMinor <= (scope.workspace.settings.confirmBelowMinor ?? -1) || (standing.confirmed && mayConfirm)
  return confirmed === standing.confirmed ? {} : { confirmed }
}

/** Money that has come in, at most what is still open. Undefined: everything that is. */
export function collect(
  scope: Circumstances,
  { standing, last }: Ledger,
  amountMinor: Minor | undefined,
  on: LocalDate,
): Entry | Obstacle {
  if (standing.voided) return { why: 'voided' }
  const leftMinor = standing.amountMinor - standing.collectedMinor
  const collecting = amountMinor ?? leftMinor
  if (collecting > leftMinor || leftMinor === 0)
    return { why: 'over-collected', leftMinor, collectedMinor: standing.collectedMinor }
  const collectedMinor = standing.collectedMinor + collecting
  return {
    ...entry(scope, last, 'collected', on, null),
    collectedMinor: collecting,
    baseCollectedMinor: inBase(scope, standing, last, collectedMinor) - standing.baseCollectedMinor,
  }
}

/** Takes back what was signed, and of that what had been collected. Undefined: everything still signed. */
export function refund(
  scope: Circumstances,
  { standing, last }: Ledger,
  amountMinor: Minor | undefined,
  on: LocalDate,
  reason: string | null,
): Entry | Obstacle {
  if (standing.voided) return { why: 'voided' }
  const refunding = amountMinor ?? standing.amountMinor
  if (refunding > standing.amountMinor || refunding === 0)
    return { why: 'over-refunded', signedMinor: standing.amountMinor }
  return lowered(scope, { standing, last }, 'refunded', refunding, on, reason)
}

/** Makes a deal count for nothing. */
export function voidDeal(scope: Circumstances, ledger: Ledger, reason: string | null): Entry | Obstacle {
  if (ledger.standing.voided) return { why: 'voided' }
  const voiding = lowered(scope, ledger, 'voided', ledger.standing.amountMinor, scope.today, reason)
  return { ...voiding, facts: { ...voiding.facts, voided: true } }
}

function lowered(
  scope: Circumstances,
  { standing, last }: Ledger,
  kind: EntryKind,
  by: Minor,
  on: LocalDate,
  reason: string | null,
): Entry {
  const amountMinor = standing.amountMinor - by
  const collectedMinor = standing.collectedMinor - Math.min(by, standing.collectedMinor)
  const left = figuresLeft(standing, { before: standing.amountMinor, after: amountMinor })
  const exchange = { from: standing.currency, to: scope.workspace.currency, rate: last.rate }
  return {
    ...entry(scope, last, kind, on, reason),
    facts: figuresFrom(left, exchange),
    amountMinor: -by,
    collectedMinor: collectedMinor - standing.collectedMinor,
    baseMinor: inBase(scope, standing, last, amountMinor) - standing.baseMinor,
    baseCollectedMinor: inBase(scope, standing, last, collectedMinor) - standing.baseCollectedMinor,
  }
}

export function confirm(scope: Circumstances, { standing, last }: Ledger): Entry | Obstacle {
  if (standing.voided) return { why: 'voided' }
  if (standing.confirmed) return { why: 'already-confirmed' }
  return { ...entry(scope, last, 'confirmed', scope.today, null), facts: { confirmed: true } }
}

/** Agrees on instalments anew, or (with none) on no schedule any more. They add up to the deal's amount. */
export function agree(
  scope: Circumstances,
  { standing, last }: Ledger,
  schedule: Instalment[],
): Entry | Obstacle {
  if (standing.voided) return { why: 'voided' }
  if (standing.amountMinor === 0) return { why: 'over-refunded', signedMinor: 0 }
  return { ...entry(scope, last, 'scheduled', scope.today, null), facts: { schedule } }
}

/** Always the whole sum converted, so that the parts of a deal in the end add up to it. */
function inBase(scope: Circumstances, standing: Standing, last: Entry, minor: Minor): Minor {
  return convert(minor, standing.currency, scope.workspace.currency, last.rate)
}

function entry(
  scope: Circumstances,
  last: Entry,
  kind: EntryKind,
  effectiveOn: LocalDate,
  reason: string | null,
): Entry {
  return {
    kind,
    effectiveOn,
    recordedAt: scope.now,
    recordedBy: scope.person?.id ?? null,
    amountMinor: 0,
    collectedMinor: 0,
    baseMinor: 0,
    baseCollectedMinor: 0,
    rate: last.rate,
    rateSource: last.rateSource,
    facts: {},
    reason,
    origin: scope.origin,
  }
}

export const isObstacle = (decision: Entry | Obstacle): decision is Obstacle => 'why' in decision
