import type { LocalDate } from '../kernel/time.ts'
import type { Amounts, Credit, DealFacts, Entry, Share, Standing } from './deal.ts'
import { NO_FIGURES } from './figures.ts'
import { Movements } from './movements.ts'
import { scheduleOf } from './schedule.ts'
import { partsOf } from './shares.ts'

/** What the entries of one deal, in order, add up to. Throws where the first does not sign the deal. */
export function standingOf(entries: readonly Entry[]): Standing {
  const [first] = entries
  if (first?.kind !== 'signed') throw new Error('A deal begins with the entry that signs it.')
  const facts: Partial<DealFacts> = Object.assign({}, EMPTY, ...entries.map((entry) => entry.facts))
  return { ...facts, ...sumOf(entries), schedule: scheduleOf(entries) } as Standing
}

const EMPTY: Partial<DealFacts> = {
  product: null,
  channel: null,
  referrer: null,
  contract: null,
  note: null,
  externalId: null,
  firstContactOn: null,
  confirmed: false,
  voided: false,
  ...NO_FIGURES,
}

function sumOf(entries: readonly Entry[]): Amounts {
  return entries.reduce(
    (sum, entry) => ({
      amountMinor: sum.amountMinor + entry.amountMinor,
      collectedMinor: sum.collectedMinor + entry.collectedMinor,
      baseMinor: sum.baseMinor + entry.baseMinor,
      baseCollectedMinor: sum.baseCollectedMinor + entry.baseCollectedMinor,
    }),
    { amountMinor: 0, collectedMinor: 0, baseMinor: 0, baseCollectedMinor: 0 },
  )
}

/** Whether a deal counts as one: neither voided nor refunded in full. */
export const counts = (deal: { voided: boolean; amountMinor: number }): boolean =>
  !deal.voided && deal.amountMinor > 0

/** Who gets which part of a deal as it stands; a voided one has no parts. */
export function creditsFrom(standing: Standing): Credit[] {
  if (standing.voided) return []
  const signed = partsOf(standing.baseMinor, standing.shares)
  const collected = partsOf(standing.baseCollectedMinor, standing.shares)
  const figure = (minor: number | null) => (minor === null ? undefined : partsOf(minor, standing.shares))
  const [margin, exVat] = [figure(standing.baseMarginMinor), figure(standing.baseExVatMinor)]
  return standing.shares.map((share, index) => ({
    person: share.person,
    shareBps: share.bps,
    baseMinor: signed[index] ?? 0,
    baseCollectedMinor: collected[index] ?? 0,
    signedOn: standing.signedOn,
    confirmed: standing.confirmed,
    baseMarginMinor: margin?.[index] ?? null,
    baseExVatMinor: exVat?.[index] ?? null,
  }))
}

/**
 * What a deal adds to its people's sums, by day: signed on the day of the signing, collected on the days of its
 * collections and refunds, at today's shares. A collection's parts are those of the sum collected until then less
 * those before it, so that a full refund leaves nobody a cent.
 */
export function movementsOf(entries: readonly Entry[], newCustomer: boolean): Movements {
  const movements = new Movements()
  if (entries.length === 0) return movements
  const standing = standingOf(entries)
  const { signedOn, owner, shares, confirmed } = standing
  for (const [index, part] of partsOf(standing.baseMinor, shares).entries())
    movements.add(shares[index]?.person ?? owner, signedOn, {
      signedMinor: part,
      confirmedMinor: confirmed ? part : 0,
    })
  if (counts(standing))
    movements.add(owner, signedOn, {
      deals: 1,
      confirmedDeals: confirmed ? 1 : 0,
      newCustomers: newCustomer ? 1 : 0,
    })
  for (const { person, on, collectedMinor } of movedParts(entries, shares))
    if (collectedMinor !== 0) movements.add(person, on, { collectedMinor })
  return movements
}

/** Whether an entry moves money that was collected, or takes back what was signed. */
export const movesMoney = (entry: Pick<Entry, 'kind' | 'baseCollectedMinor'>): boolean =>
  entry.baseCollectedMinor !== 0 || entry.kind === 'refunded'

/** A person's part of an entry that moves money, in minor units of the workspace's currency. */
export interface MovedPart {
  person: string
  on: LocalDate
  kind: Entry['kind']
  /** What has come in; negative: what has gone back. */
  collectedMinor: number
  /** What a refund takes back of the signed amount: never positive. */
  refundedMinor: number
}

/** What a deal's collections and refunds are for each of its people, entry by entry, at today's shares. */
export function movedParts(entries: readonly Entry[], shares: readonly Share[]): MovedPart[] {
  let [signed, collected] = [0, 0]
  return entries.flatMap((entry) => {
    const before = { signed: partsOf(signed, shares), collected: partsOf(collected, shares) }
    signed += entry.baseMinor
    collected += entry.baseCollectedMinor
    if (!movesMoney(entry)) return []
    const after = { signed: partsOf(signed, shares), collected: partsOf(collected, shares) }
    const change = (of: 'signed' | 'collected', index: number) =>
      (after[of][index] ?? 0) - (before[of][index] ?? 0)
    return shares.map(({ person }, index) => ({
      person,
      on: entry.effectiveOn,
      kind: entry.kind,
      collectedMinor: change('collected', index),
      refundedMinor: entry.kind === 'refunded' ? change('signed', index) : 0,
    }))
  })
}
