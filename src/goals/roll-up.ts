import { spanOf } from '../kernel/period.ts'
import { addsUp, type Goal, WHOLE_BPS } from './goal.ts'

/** An exact share: `of` ÷ `whole`. */
export interface Share {
  of: bigint
  whole: bigint
}

/** How far a countable goal is: at most all of it, so that one that is far ahead does not hide another. */
export const shareReached = (reached: number, value: number): Share => ({
  of: BigInt(Math.min(Math.max(reached, 0), value)),
  whole: BigInt(value),
})

/** The weighted mean of shares, exactly; nothing of nothing is 0. */
export function weightedShare(parts: readonly { share: Share; weight: bigint }[]): Share {
  let [of, whole] = [0n, 1n]
  let weights = 0n
  for (const { share, weight } of parts) {
    weights += weight
    if (share.of === 0n || weight === 0n) continue
    if (whole % share.whole === 0n) of += weight * share.of * (whole / share.whole)
    else {
      of = of * share.whole + weight * share.of * whole
      whole *= share.whole
    }
  }
  return weights === 0n ? { of: 0n, whole: 1n } : { of, whole: whole * weights }
}

/** In basis points, floored: what is not all of it never reads 100%. */
export const shareInBps = ({ of, whole }: Share): number => Number((of * BigInt(WHOLE_BPS)) / whole)

/** What the goals under one of the same metric add up to. */
export interface AddedUp {
  sum: number
  /** How many goals it is the sum of. */
  count: number
  /** Above the target; below it where negative. */
  surplus: number
}

/**
 * Adds up what stands under a goal. The same thing may be divided twice, by people and by time: what lies within another
 * part already (a team's month beside its quarter, a person beside their team, anybody's month beside the goal's own) is
 * not counted again. Where other people's parts are for the whole time, the own ones over shorter times are a sum apart.
 */
export function addUp(
  goal: Goal,
  under: readonly Goal[],
  fiscalStartMonth: number,
  belongs: (part: Goal, whole: Goal) => boolean = () => false,
): { own: AddedUp | undefined; others: AddedUp | undefined } {
  const same = addsUp(goal)
    ? under.filter((one) => one.metric === goal.metric && one.name === goal.name && one.unit === goal.unit)
    : []
  const mine = (one: Goal) => one.level === goal.level && one.owner === goal.owner
  const span = (one: Goal) => spanOf(one.period, fiscalStartMonth)
  const inside = (part: Goal, whole: Goal) => {
    const [inner, outer] = [span(part), span(whole)]
    if (part === whole || inner.from < outer.from || inner.to > outer.to) return false
    const sameOwner = part.level === whole.level && part.owner === whole.owner
    return sameOwner ? part.period !== whole.period : mine(whole) || belongs(part, whole)
  }
  const sumOf = (some: readonly Goal[]): AddedUp | undefined => {
    const counted = some.filter((one) => !some.some((other) => inside(one, other)))
    const sum = counted.reduce((all, one) => all + one.value, 0)
    return counted.length === 0 ? undefined : { sum, count: counted.length, surplus: sum - goal.value }
  }
  const [own, others] = [same.filter(mine), same.filter((one) => !mine(one))]
  const whole = others.some((one) => one.period === goal.period)
  if (own.length > 0 && others.length > 0 && !whole) return { own: undefined, others: sumOf(same) }
  return { own: sumOf(own), others: sumOf(others) }
}
