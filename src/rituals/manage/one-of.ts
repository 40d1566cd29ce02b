import type { Answer } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Scope } from '../../kernel/scope.ts'
import { say } from '../../view/view.ts'
import type { Ritual } from '../ritual.ts'
import { choices } from './change.ts'
import { texts } from './texts.ts'
import { named } from './which.ts'

/** The one ritual that a line names; or the question which of several is meant, with a button for each. */
export async function oneOf(
  scope: Scope,
  rituals: readonly Ritual[],
  text: string,
  action: string,
): Promise<{ ritual: Ritual } | { answer: Answer }> {
  const words = texts[scope.locale]
  const found = named(scope, rituals, text)
  if (found instanceof Refusal) return { answer: found }
  const [only, another] = found
  if (!only) return { answer: new Refusal(words.none) }
  return another ? { answer: say(words.which, ...choices(scope, found, action)) } : { ritual: only }
}

export const thatAsk = (rituals: readonly Ritual[]): Ritual[] => rituals.filter(({ asks }) => asks)
