import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readDate } from '../kernel/words.ts'
import { texts } from './texts.ts'

/** The day on which something happened; today where none is said. */
export function readDay(scope: Acting, typed: string | undefined, example: string): LocalDate | Refusal {
  const words = texts[scope.locale]
  if (!typed) return scope.today
  const date = readDate(typed, scope.today)
  if (date === undefined) return new Refusal(words.notSaved([words.problems.date(typed).said], example))
  if (date > scope.today) return new Refusal(words.notSaved([words.problems.future(typed).said], example))
  return date
}
