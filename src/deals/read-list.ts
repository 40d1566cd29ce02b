import { z } from 'zod'
import { periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { type Found, findWhose, mayLookAt, usualWhose, whoseShape } from './read-whose.ts'

export const askedShape = z.object({ period: z.string(), whose: whoseShape, page: z.int() })

/** What a list shows; carried by its buttons. */
export type Asked = z.infer<typeof askedShape>

/** Reads the period and whose deals are meant, in any order; a name may be several words. */
export async function readAsked(scope: Acting, typed: string): Promise<Asked | Refusal> {
  const { fiscalStartMonth } = scope.workspace
  const read: Asked = { period: periodOf(scope.today, 'month'), whose: usualWhose(scope), page: 1 }
  let rest = splitWords(typed).bare
  while (rest.length > 0) {
    const period = longest(rest, 2, (words) => readPeriod(words, scope.today, fiscalStartMonth))
    if (period) read.period = period.found
    const whose = period ? undefined : await findWhose(scope, rest)
    if (whose instanceof Refusal) return whose
    if (whose) read.whose = whose.found
    rest = rest.slice(period?.length ?? whose?.length)
  }
  return (await mayLookAt(scope, read.whose)) ?? read
}

function longest<Thing>(
  words: readonly string[],
  most: number,
  read: (words: string) => Thing | undefined,
): Found<Thing> | undefined {
  for (let length = Math.min(words.length, most); length > 0; length -= 1) {
    const found = read(words.slice(0, length).join(' '))
    if (found !== undefined) return { found, length }
  }
  return undefined
}
