import type { Answer, Press, Submission } from '../kernel/feature.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import { many } from '../view/form.ts'
import { say } from '../view/view.ts'
import type { Around } from './claim.ts'
import { confirmShown, waitingOn } from './confirm-all.ts'
import { readTurned } from './confirm-view.ts'
import { texts } from './texts.ts'
import { unchangedSince } from './to-confirm.ts'
import { amountOf, numberOf } from './words.ts'

/** The card's second button: which deals are to be left for now. */
export async function askExcept(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const turned = readTurned(value)
  const waiting = await unchangedSince(scope, await waitingOn(scope, turned), turned.moment)
  if (waiting.length === 0) return say(words.nothingToConfirm)
  const names = await namesOf(
    scope,
    waiting.map((deal) => deal.owner),
  )
  return {
    form: {
      form: 'deal.confirm-except',
      title: words.exceptTitle,
      submit: words.exceptSubmit,
      state: value,
      fields: [
        {
          kind: 'choices',
          name: 'except',
          label: words.exceptField,
          hint: words.exceptHint,
          optional: true,
          options: waiting.map((deal) => ({
            value: deal.id,
            label: words.exceptLine(
              numberOf(deal),
              names.get(deal.owner) ?? '',
              deal.customer,
              amountOf(deal, scope.locale),
            ),
          })),
        },
      ],
    },
  }
}

export const confirmOthers =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> =>
    confirmShown(scope, around, readTurned(state), many(values, 'except'))
