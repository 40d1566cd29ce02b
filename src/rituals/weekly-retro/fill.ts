import type { Answer, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { answerForm } from './prompt.ts'
import { partOf } from './store.ts'
import { retroMeant, takesAnswers } from './taking.ts'
import { texts } from './texts.ts'

/** The button under the prompt and under the thread's first message: opens the presser's own form. */
export async function fill(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const retro = await retroMeant(scope, value)
  if (!retro || !takesAnswers(retro, scope.now)) return new Refusal(words.closed)
  const part = await partOf(scope, retro.ritual.id, retro.session.occurrence, scope.person.id)
  if (!part) return new Refusal(words.notAsked)
  if (part.answeredAt !== undefined && !part.answers) return new Refusal(words.cutLoose)
  return { form: await answerForm(scope, { ...retro, person: scope.person, part }) }
}
