import type { Goal } from './goal.ts'
import { findQuantity, inUnits } from './read-quantity.ts'

/** Where a goal stands, in hundredths; or what could not be read of it. */
export type CheckinRead = { value: number } | { unread: 'number' | 'unit' }

/** Reads `12`, `12次`, `85%`, or `+3` on top of the last one, for a goal that is counted in its own unit. */
export function readCheckin(goal: Pick<Goal, 'unit'>, typed: string, last: number | undefined): CheckinRead {
  const word = typed.normalize('NFKC').trim()
  const more = word.startsWith('+')
  const found = findQuantity(more ? word.slice(1) : word)
  if (found?.rest.trim() !== '' || found.quantity.digits < 0n) return { unread: 'number' }
  const { quantity } = found
  const otherUnit = quantity.unit !== '' && goal.unit !== '' && quantity.unit !== goal.unit
  if (quantity.money || otherUnit || (quantity.percent && goal.unit !== '%')) return { unread: 'unit' }
  const value = inUnits(quantity, 2)
  const sum = value === undefined ? undefined : value + (more ? (last ?? 0) : 0)
  return sum === undefined || !Number.isSafeInteger(sum) ? { unread: 'number' } : { value: sum }
}
