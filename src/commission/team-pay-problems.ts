import { compare, exactly, ONE } from './fraction.ts'
import type { PlanDocument } from './plan-document.ts'
import { isShare } from './plan-scalars.ts'
import type { PoolDocument } from './pool-document.ts'

interface Problem {
  path: (string | number)[]
  sentence: string
}

const SIGNED_ONLY = 'only a plan with “attain: signed” and “pay: signed” can count credit beyond shares'

/** What each field says well by itself, and what cannot be meant together. */
export function teamPayProblems({ attain, pay, overlay, pool, bonuses = [] }: PlanDocument): Problem[] {
  const signed = attain === 'signed' && pay === 'signed'
  const found: Problem[] = overlay && !signed ? [{ path: ['overlay'], sentence: SIGNED_ONLY }] : []
  if (!pool) return found
  return [...found, ...sourceProblems(pool, bonuses), ...curveProblems(pool), ...weightProblems(pool)]
}

function sourceProblems(
  { source, size, bonus }: PoolDocument,
  bonuses: NonNullable<PlanDocument['bonuses']>,
): Problem[] {
  const found: Problem[] = []
  if (source !== 'on-top' && !isShare(size))
    found.push(
      problem('a fixed amount can only come on top; what members put in is a share, such as 10%', 'size'),
    )
  if (source !== 'on-top' && isShare(size) && compare(exactly(size), ONE) > 0)
    found.push(problem('members cannot put in more than 100%', 'size'))
  if (source === 'bonus' && bonus === undefined)
    found.push(problem('“bonus” is missing: the name of the bonus that feeds it'))
  if (source !== 'bonus' && bonus !== undefined)
    found.push(problem('only a pool with “source: bonus” has one', 'bonus'))
  if (source === 'bonus' && bonus !== undefined && !bonuses.some(({ name }) => name === bonus))
    found.push(problem(`the plan has no bonus “${bonus}”`, 'bonus'))
  return found
}

function curveProblems({ curve }: PoolDocument): Problem[] {
  if (curve === undefined) return []
  if (!Array.isArray(curve)) {
    const upwards = compare(exactly(curve.to), exactly(curve.from)) >= 0
    return upwards ? [] : [problem('expected “to” not to be below “from”', 'curve')]
  }
  return curve.flatMap(({ at }, index) => {
    const before = curve[index - 1]
    const upwards = before === undefined || compare(exactly(at), exactly(before.at)) > 0
    return upwards ? [] : [problem('expected to be above the step before', 'curve', index, 'at')]
  })
}

function weightProblems({ divide, weights }: PoolDocument): Problem[] {
  if (divide !== 'by-weights')
    return weights ? [problem('only a pool with “divide: by-weights” has them', 'weights')] : []
  if (!weights) return [problem('“weights” are missing: a list of people and weights')]
  const people = weights.map((one) => ('id' in one ? one.id : one.person.normalize('NFC').trim()))
  const twice = people.flatMap((person, index) =>
    people.indexOf(person) < index ? [problem(`${person} is named twice`, 'weights', index)] : [],
  )
  const nothing = weights.every(({ weight }) => exactly(weight).num === 0n)
  return nothing ? [problem('expected one weight above zero', 'weights')] : twice
}

const problem = (sentence: string, ...path: (string | number)[]): Problem => ({
  path: ['pool', ...path],
  sentence,
})
