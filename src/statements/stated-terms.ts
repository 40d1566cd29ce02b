import { readFraction, ZERO } from '../commission/fraction.ts'
import type { Balances, PayoutLine } from '../commission/payout.ts'

/** What a stored document says of the plan's terms of payment: from what was earned to what is paid, and what runs on. */
export interface StatedTerms {
  lines: PayoutLine[]
  balances: Balances | undefined
}

/** Reads it out of a document that we have stored; a plan without such terms has neither. */
export function statedTerms(stated: {
  lines: { kind: string; line?: unknown }[]
  balances?: unknown
}): StatedTerms {
  const lines = stated.lines.flatMap(({ kind, line }) => (kind === 'terms' ? [revived(line)] : []))
  return {
    lines: lines as PayoutLine[],
    balances: stated.balances === undefined ? undefined : (revived(stated.balances) as Balances),
  }
}

/** Amounts are stored as text, as they may be larger than JavaScript's whole numbers; a share as `4/5`. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revivedField(name, part)]))
}

function revivedField(name: string, part: unknown): unknown {
  if (typeof part !== 'string') return revived(part)
  if (name === 'minor' || name.endsWith('Minor')) return BigInt(part)
  return name === 'share' ? (readFraction(part) ?? ZERO) : part
}
