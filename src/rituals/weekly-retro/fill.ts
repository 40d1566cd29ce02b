import type { Answer, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { answerForm } from './prompt.ts'
import { partOf } from './store.ts'
import { texts } from './texts.ts'

/** The button under the prompt and under the thread's first message: opens the presser's own form. */
export async function fill(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = value.split(' ')
  const ritual = await ritualById(scope, ritualId)
  const session = await sessionOf(scope, ritualId, occurrence)
  if (!ritual || !session || session.closedAt !== undefined) return new Refusal(words.closed)
  const part = await partOf(scope, ritualId, occurrence, scope.person.id)
  if (!part) return new Refusal(words.notAsked)
  return { form: await answerForm(scope, { ritual, session, person: scope.person, part }) }
}
