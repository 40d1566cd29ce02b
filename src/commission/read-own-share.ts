import { inBasisPoints } from '../deals/read-split.ts'
import { WHOLE_BPS } from '../deals/shares.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { whoIsMeant } from '../people/who.ts'
import { texts } from './texts.ts'

/**
 * The asker's own share, in basis points, of a split as they type it: `60`, `60%`, `60/40` (their own first),
 * `@韩梅梅:40` (what is left is theirs), `@李雷:60,@韩梅梅:40`.
 */
export async function readOwnShare(scope: Acting, split: string): Promise<number | Refusal> {
  const words = texts[scope.locale]
  const typed = split.normalize('NFKC').trim()
  const numbers = typed.split(/[/:,、;|-]/).map((piece) => percentOf(piece.trim()))
  if (numbers.every((bps) => bps !== undefined)) return ownFirst(scope, numbers)
  let own: number | undefined
  let others = 0
  for (const piece of typed.split(/[,、;]/).filter((one) => one.trim() !== '')) {
    const [, name = '', percent = ''] = /^\s*(.+?)\s*[: ]\s*(\S+)\s*$/u.exec(piece) ?? []
    const bps = percentOf(percent)
    if (name === '' || bps === undefined) return new Refusal(words.whatIfSplit(split))
    const person = await whoIsMeant(scope, name)
    if (person instanceof Refusal) return person
    if (person.id === scope.person.id) own = (own ?? 0) + bps
    else others += bps
  }
  if (own === undefined) return others > 0 && others < WHOLE_BPS ? WHOLE_BPS - others : tooMuch(scope, others)
  return own + others === WHOLE_BPS ? own : tooMuch(scope, own + others)
}

function ownFirst(scope: Acting, shares: readonly number[]): number | Refusal {
  const sum = shares.reduce((total, bps) => total + bps, 0)
  if (shares.length > 1 && sum !== WHOLE_BPS) return tooMuch(scope, sum)
  return shares[0] ?? WHOLE_BPS
}

const tooMuch = (scope: Acting, sum: number) =>
  new Refusal(texts[scope.locale].whatIfSplitSum(showPercent(sum)))

function percentOf(text: string): number | undefined {
  const [, digits] = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(text) ?? []
  const bps = digits === undefined ? 0 : inBasisPoints(digits)
  return bps > 0 && bps <= WHOLE_BPS ? bps : undefined
}
