import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import { type Item, readItemNumber } from './item.ts'
import { itemByNumber } from './store.ts'
import { texts } from './texts.ts'

/** Reads `I-7 and what follows`: the item, and the rest of the line. */
export async function itemMeant(
  scope: Scope,
  text: string,
  command: string,
): Promise<{ item: Item; rest: string } | Refusal> {
  const words = texts[scope.locale]
  const [word = '', ...rest] = text.trim().split(/\s+/)
  const number = readItemNumber(word)
  if (number === undefined) return new Refusal(words.numberUnread(word, command))
  const item = await itemByNumber(scope, number)
  return item ? { item, rest: rest.join(' ') } : new Refusal(words.unknown(number))
}
