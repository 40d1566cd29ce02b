import { whatIsCounted } from './goal-words.ts'
import type { ReadingContext } from './read-goal.ts'
import { findQuantity } from './read-quantity.ts'
import { readWhen } from './read-when.ts'

const PAUSE = /[,，;；。、!]|(?:并且?|和|以及|同时|，)|\b(?:and|plus|as well as)\b/i

/** The goals of a sentence that holds two or more, each with the time that the sentence names; else none. */
export function clausesOf(text: string, context: ReadingContext): string[] {
  const clauses = text
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .split(PAUSE)
    .map((clause) => ({ clause: clause.trim(), ...readWhen(clause, context) }))
    .filter(({ clause, rest }) => clause !== '' && countsSomething(rest))
  if (clauses.length < 2) return []
  const common = clauses.find(({ period }) => period)?.period ?? readWhen(text, context).period
  return clauses
    .slice(0, MOST)
    .map(({ clause, period }) => (period || !common ? clause : `${common} ${clause}`))
}

const MOST = 3

function countsSomething(words: string): boolean {
  const found = findQuantity(words)
  return found !== undefined && whatIsCounted(found.rest, found.quantity).metric !== undefined
}
