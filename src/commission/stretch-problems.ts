import { compare, exactly } from './fraction.ts'
import type { PlanDocument } from './plan-document.ts'

/** What is wrong with a field, where the words can be read and cannot be meant. */
interface Problem {
  path: (string | number)[]
  sentence: string
}

/** A coefficient turned upside down, and heights that a metric cannot reach. */
export function stretchProblems(document: PlanDocument): Problem[] {
  return [...coefficientProblems(document), ...metricProblems(document)]
}

function coefficientProblems({ coefficient }: PlanDocument): Problem[] {
  const { from, to } = coefficient ?? {}
  if (from === undefined || to === undefined || compare(exactly(to), exactly(from)) >= 0) return []
  return [{ path: ['coefficient', 'to'], sentence: 'expected “to” not to be below “from”' }]
}

/** A metric is counted in things: nothing that is measured against it can be an amount of money, or the other way round. */
function metricProblems({ attain, target, gate, tiers, bonuses }: PlanDocument): Problem[] {
  if (typeof attain !== 'object') return []
  const found: Problem[] = []
  const ownShare = (path: Problem['path'], height: string | undefined) => {
    if (height === undefined || isShareOrZero(height)) return
    found.push({ path, sentence: 'on a metric, expected a share of the goal such as 80%' })
  }
  if (target !== undefined)
    found.push({ path: ['target'], sentence: 'on a metric the target is each person’s goal; leave it out' })
  ownShare(['gate'], gate)
  for (const [index, { unlock, covers }] of (tiers ?? []).entries()) {
    ownShare(['tiers', index, 'unlock'], unlock)
    for (const side of ['from', 'to'] as const) {
      const height = covers[side]
      if (height === undefined || isAmountOrZero(height)) continue
      const sentence =
        'on a metric, the credit that a tier covers is told in amounts, or is everything: from 0'
      found.push({ path: ['tiers', index, 'covers', side], sentence })
    }
  }
  for (const [index, bonus] of (bonuses ?? []).entries())
    if ('reach' in bonus) ownShare(['bonuses', index, 'reach'], bonus.reach)
  return found
}

const isShareOrZero = (height: string) => /[%％]$/.test(height.trim()) || exactly(height).num === 0n
const isAmountOrZero = (height: string) => !/[%％]$/.test(height.trim()) || exactly(height).num === 0n
