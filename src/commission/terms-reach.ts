import { planDocument } from './plan-document.ts'
import { PLAIN_TERMS, type Terms } from './terms.ts'
import { termsFrom } from './terms-from.ts'

/** Whether a period's pay depends on the periods before, or a refund on the period that it takes effect in. */
export const reachBeyond = ({ draw, advance, deferred, negative, clawback }: Terms): boolean =>
  draw !== undefined ||
  advance !== undefined ||
  deferred !== undefined ||
  negative !== PLAIN_TERMS.negative ||
  clawback.rate !== PLAIN_TERMS.clawback.rate ||
  clawback.attainment !== PLAIN_TERMS.clawback.attainment

const known = new Map<string, boolean>()
const MOST_KNOWN = 500

/** The same of a plan's document as it is stored: JSON text. */
export function reachesBeyond(document: string): boolean {
  const before = known.get(document)
  if (before !== undefined) return before
  const reaches = reachBeyond(termsFrom(planDocument.parse(JSON.parse(document)), () => 0n))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(document, reaches)
  return reaches
}
