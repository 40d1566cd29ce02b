import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { whoIsMeant } from '../people/who.ts'
import type { Share } from './deal.ts'
import type { Problem } from './problem.ts'
import { WHOLE_BPS } from './shares.ts'
import { texts } from './texts.ts'

const MOST_PEOPLE = 20 // in one deal

/**
 * A split as people type it: `@李雷:60,@韩梅梅:40`, in percent with up to two decimals. Shares add up to exactly 100%,
 * nobody stands in it twice, and everybody gets something.
 */
export async function readSplit(scope: Scope, text: string): Promise<Share[] | Problem> {
  const words = texts[scope.locale].problems
  const shares: Share[] = []
  const pieces = text
    .normalize('NFKC')
    .split(/[,、;]/)
    .filter((piece) => piece.trim() !== '')
  if (pieces.length === 0 || pieces.length > MOST_PEOPLE) return words.split(text)
  for (const piece of pieces) {
    const [, name = '', percent] = /^\s*(.+?)\s*[: ]\s*(\d{1,3}(?:\.\d{1,2})?)\s*%?\s*$/u.exec(piece) ?? []
    const bps = percent === undefined ? 0 : inBasisPoints(percent)
    if (bps <= 0 || bps > WHOLE_BPS) return words.split(piece.trim())
    const person = await whoIsMeant(scope, name)
    if (person instanceof Refusal) return words.person(person)
    if (shares.some((share) => share.person === person.id)) return words.splitTwice(person.name)
    shares.push({ person: person.id, bps })
  }
  const sum = shares.reduce((total, share) => total + share.bps, 0)
  return sum === WHOLE_BPS ? shares : words.splitSum(showPercent(sum))
}

/** `60` is 6,000 basis points, `33.34` is 3,334. */
export function inBasisPoints(percent: string): number {
  const [whole = '', fraction = ''] = percent.split('.')
  return Number(whole + fraction.padEnd(2, '0'))
}
