/** A target beside what the periods before have brought. `periods`: how many of them that rests on. */
export type Against =
  | { state: 'unknown' }
  | { state: 'plausible' | 'jump' | 'drop'; best: number; average: number; periods: number }

/** Twice the best of the last periods is possible, but worth a second look; so is half of what they were on average. */
const JUMP = 2n
const DROP = 2n

/** `history`: what was reached in the periods before. */
export function against(history: readonly number[], value: number): Against {
  const best = Math.max(0, ...history)
  if (best === 0) return { state: 'unknown' }
  const periods = history.length
  const sum = history.reduce((all, one) => all + BigInt(one), 0n)
  const known = { best, average: Number(sum / BigInt(periods)), periods }
  if (BigInt(value) > JUMP * BigInt(best)) return { state: 'jump', ...known }
  return { state: BigInt(value) * DROP * BigInt(periods) < sum ? 'drop' : 'plausible', ...known }
}
