import { whichDeal } from '../deals/which-deal.ts'
import type { Answer, Press, Submission } from '../kernel/feature.ts'
import type { Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { disputeTexts } from './dispute-texts.ts'
import { flag } from './flag-deal.ts'
import { MOST_SAID } from './most-said.ts'
import { closedPeriod } from './period-store.ts'
import { answerStatement } from './store.ts'
import { texts } from './texts.ts'

/** The person says that their statement is right. */
export async function rightPressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const own = await ownFrozen(scope, value)
  if (own instanceof Refusal) return own
  if (!(await answerStatement(scope, own, 'right'))) return say(words.rightBefore)
  await scope.record('statement.right', subjectOf(own), undefined, { revision: own.revision })
  return say(words.rightNoted(showPeriod(own.period, scope.locale, scope.today)))
}

/** Something is off: asks what, and about which deal. */
export async function offPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const words = disputeTexts[scope.locale]
  const own = await ownFrozen(scope, value)
  if (own instanceof Refusal) return own
  return {
    form: {
      form: 'statement.off',
      title: words.formTitle,
      submit: words.formSubmit,
      state: value,
      fields: [
        { kind: 'text', name: 'deal', label: words.formDeal, hint: words.formDealHint, optional: true },
        { kind: 'long-text', name: 'reason', label: words.formReason },
      ],
    },
  }
}

/** The form opens a dispute, and the statement is noted as not right. */
export async function offSubmitted(scope: Acting<WriteScope>, submission: Submission): Promise<Answer> {
  const words = disputeTexts[scope.locale]
  const own = await ownFrozen(scope, submission.state)
  if (own instanceof Refusal) return own
  const reason = one(submission.values, 'reason')?.trim() ?? ''
  if (reason === '') return { errors: { reason: words.formReasonMissing } }
  if (reason.length > MOST_SAID) return { errors: { reason: words.tooLong(MOST_SAID) } }
  const typed = one(submission.values, 'deal')?.trim()
  const deal = typed ? await whichDeal(scope, typed, words.formDealHint) : undefined
  if (deal instanceof Refusal) return { errors: { deal: deal.view.summary } }
  await answerStatement(scope, own, 'off')
  return say(await flag(scope, { period: own.period, deal: deal?.id }, reason))
}

interface Own {
  period: Period
  person: string
  revision: number
}

/** The actor's own statement that a button names, while its period is frozen and it is the latest. */
async function ownFrozen(scope: Acting<Scope>, value: string): Promise<Own | Refusal> {
  const words = texts[scope.locale]
  const [period = '', person = '', revision = ''] = value.split(' ')
  if (person !== scope.person.id) return new Refusal(words.notYours)
  const closed = await closedPeriod(scope, period)
  if (closed?.revision !== Number(revision)) return new Refusal(words.supersededStatement)
  if (closed.state !== 'frozen')
    return new Refusal(words.noLongerOpen(showPeriod(period, scope.locale, scope.today)))
  return { period, person, revision: closed.revision }
}

const subjectOf = ({ period, person }: Own) => `statement:${period} ${person}`
