import { createHash } from 'node:crypto'
import type { NegativeLine } from '../commission/negative.ts'
import type { Stretch } from '../commission/stretches.ts'
import type { Period } from '../kernel/period.ts'
import type { Adjustment } from './adjustment.ts'
import { type Calculation, earnedOf } from './calculation.ts'

/** A person's statement of a period. Amounts are minor units of its currency. */
export interface Statement {
  person: string
  period: Period
  currency: string
  calculation: Calculation
  /** What later events have changed of periods that were approved before. */
  adjustments: readonly Adjustment[]
  /** What somebody has added or taken off by hand. */
  manual: readonly Manual[]
  /** What is brought forward from the statement before, and what becomes of a sum below zero. */
  carried: readonly NegativeLine[]
}

export interface Manual {
  number: number
  minor: bigint
  reason: string
  by: string
  approvedBy: string
}

export interface Sums {
  earnedMinor: bigint
  adjustedMinor: bigint
  manualMinor: bigint
  totalMinor: bigint
}

/** What is carried from statement to statement is among the adjustments, so that the sums add up. */
export function sumsOf({ calculation, adjustments, manual, carried }: Statement): Sums {
  const sum = (lines: readonly { minor: bigint }[]) => lines.reduce((total, one) => total + one.minor, 0n)
  const earnedMinor = earnedOf(calculation)
  const [adjustedMinor, manualMinor] = [sum(adjustments) + sum(carried), sum(manual)]
  return { earnedMinor, adjustedMinor, manualMinor, totalMinor: earnedMinor + adjustedMinor + manualMinor }
}

/**
 * The statement as canonical JSON: keys in order of the alphabet, no spaces, whole numbers beyond JavaScript's as text,
 * fractions as `1/20`, and a line feed at the end. It names nothing that changes later by itself (no names of people, no
 * moment at which it was made), so that the same records always give the same bytes.
 */
export function documentOf(statement: Statement): string {
  const { person, period, currency, calculation, adjustments, manual, carried } = statement
  const { active, facts, targetMinor, stretches = [], credits, moved, pay } = calculation
  const calculated = typeof pay !== 'string'
  return `${canonical({
    format: 'drumbeat statement 1',
    person,
    period,
    currency,
    plan: active && { id: active.id, version: active.version, from: active.effectiveFrom },
    notCalculated: calculated ? undefined : pay,
    stretches: stretches.length > 1 ? stretches.map(stretchOf) : undefined,
    target: targetMinor,
    exactTarget: facts?.exactTarget,
    metric: facts?.metric,
    goal: calculation.target?.goal,
    attained: facts?.attainedMinor,
    overlay: facts?.overlayMinor,
    deals: flat(credits.filter((one) => one.confirmed).map(dealOf)),
    unconfirmed: credits.filter((one) => !one.confirmed).map((one) => one.number),
    collections: moved.length > 0 ? moved.map(collectionOf) : undefined,
    exact: calculated ? pay.exact : undefined,
    lines: calculated ? pay.lines : [],
    balances: calculated ? pay.balances : undefined,
    adjustments,
    manual,
    carried: carried.length > 0 ? carried : undefined,
    ...sumsOf(statement),
  })}\n`
}

export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex')

function dealOf(credit: Calculation['credits'][number]) {
  const { number, customer, signedOn, currency, dealMinor, shareBps, minor, repeatCustomer } = credit
  const { product, channel, marginMinor, exVatMinor, discountBps } = credit
  return {
    number,
    customer,
    product,
    channel,
    signedOn,
    currency,
    dealMinor,
    shareBps,
    minor,
    repeatCustomer,
    marginMinor,
    exVatMinor,
    discountBps,
  }
}

function stretchOf({ from, to, active, share, weight }: Stretch) {
  return { from, to, plan: { id: active.id, version: active.version }, share, weight }
}

function collectionOf({ credit, on, kind, collectedMinor, refundedMinor }: Calculation['moved'][number]) {
  const { number, confirmed } = credit
  return { number, on, kind, collectedMinor, refundedMinor: refundedMinor || undefined, confirmed }
}

/** Canonical JSON that is written already. */
class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Records of plain values, the keys of all of them sorted at once: a statement can have thousands. */
function flat(records: readonly Record<string, string | number | boolean | undefined>[]): Written {
  const keys = new Set(records.flatMap((one) => Object.keys(one)))
  return new Written(JSON.stringify(records, [...keys].sort()))
}

function canonical(value: unknown): string {
  if (value instanceof Written) return value.text
  if (typeof value === 'bigint') return JSON.stringify(value.toString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if ('num' in value && 'den' in value) return JSON.stringify(`${value.num}/${value.den}`)
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
