import { totalOf } from '../deals/store.ts'
import type { Acting } from '../kernel/scope.ts'
import { actions, type Block, heading, text } from '../view/view.ts'
import { standingFor } from './pay-of.ts'
import { currentQuestion, planAsked } from './question.ts'
import { nearestManagers } from './remind-manager.ts'
import { texts } from './texts.ts'
import { noTargetView, payButtons, payInOneSentence, payInPictures } from './views.ts'

/** A person's home tab: their attainment and pay so far, with the usual buttons. */
export async function commissionAtHome(scope: Acting): Promise<Block[]> {
  const { person } = scope
  const words = texts[scope.locale]
  const question = await currentQuestion(scope, person)
  const active = await planAsked(scope, question)
  if (!active) return [heading(words.mine), text(words.noPlan)]
  const standing = await standingFor(scope, active, await totalOf(scope, person.id, question.period))
  if (standing === 'no target') {
    const [manager] = await nearestManagers(scope, person.id)
    return [heading(words.mine), ...noTargetView(scope, question, manager?.name, active.plan).blocks]
  }
  return [
    heading(words.mine),
    text(payInOneSentence(scope, question, standing)),
    ...payInPictures(scope, question, standing),
    actions(...payButtons(scope, question)),
  ]
}
