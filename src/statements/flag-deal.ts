import { activePlanFor } from '../commission/active-plan.ts'
import { whichDeal } from '../deals/which-deal.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import type { Answer, CommandInput, Prompt } from '../kernel/feature.ts'
import { newId } from '../kernel/id.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { whoDecidesFor } from '../people/who.ts'
import { say } from '../view/view.ts'
import { aboutInWords } from './dispute-about.ts'
import { addDisputeEvent, type Dispute, disputeAbout, disputeByNumber, openDispute } from './dispute-store.ts'
import { disputeTexts as texts } from './dispute-texts.ts'
import { disputeCard } from './dispute-view.ts'
import { MOST_SAID } from './most-said.ts'

/** `/commission flag D-12 reason`: something about a deal's pay is off. */
export async function flagDeal(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const [number, ...rest] = text.trim().split(/\s+/)
  const deal = await whichDeal(scope, number || undefined, EXAMPLE[scope.locale])
  if (deal instanceof Refusal) return deal
  const reason = rest.join(' ')
  if (reason === '') return new Refusal(words.reasonMissing(`D-${deal.number}`))
  if (reason.length > MOST_SAID) return new Refusal(words.tooLong(MOST_SAID))
  const period = await payPeriodOf(scope, deal.signedOn)
  return say(await flag(scope, { period, deal: deal.id }, reason))
}

const EXAMPLE = { en: '/commission flag D-12 my share was 60%', 'zh-CN': '提成 有疑问 D-12 我的分单是 60%' }

/**
 * Opens the actor's dispute and tells who decides; where they have an unsettled one about the same, the reason is added
 * to it as a note. Gives what is said to the actor.
 */
export async function flag(
  scope: Acting<WriteScope>,
  about: { period: Period; deal: string | undefined },
  reason: string,
): Promise<string> {
  const words = texts[scope.locale]
  const known = await disputeAbout(scope, { ...about, person: scope.person.id })
  if (known) return addToOpen(scope, known, reason)
  const dispute: Dispute = {
    ...about,
    id: newId(scope.now),
    number: await nextNumber(scope, 'dispute'),
    person: scope.person.id,
    state: 'open',
    openedAt: scope.now,
  }
  if (!(await openDispute(scope, dispute)))
    throw new Error('Another dispute about the same was opened just now.')
  await addDisputeEvent(scope, dispute.id, 'opened', reason)
  await scope.record('dispute.opened', `dispute:${dispute.id}`, undefined, { ...about, reason })
  const decider = await whoDecidesFor(scope, scope.person.id)
  const named = await aboutInWords(scope, dispute, scope.locale)
  if (!decider) return words.flaggedNobody(dispute.number, named)
  const period = showPeriod(about.period, decider.locale, scope.today)
  const card = texts[decider.locale].card({
    number: dispute.number,
    who: scope.person.name,
    about: await aboutInWords(scope, dispute, decider.locale),
    period,
    reason,
  })
  await scope.post({
    to: { person: decider.id },
    view: disputeCard(decider.locale, dispute, card),
    subject: `dispute:${dispute.id}`,
    prompt: { name: 'dispute', about: String(dispute.number) },
  })
  return words.flagged(dispute.number, named, decider.name)
}

/** Asked again as long as it is open. */
export const disputeAsked: Prompt = {
  name: 'dispute',
  asked: async (scope, number) => (await disputeByNumber(scope, Number(number)))?.state === 'open',
}

async function addToOpen(scope: Acting<WriteScope>, open: Dispute, reason: string): Promise<string> {
  const words = texts[scope.locale]
  await addDisputeEvent(scope, open.id, 'note', reason)
  await scope.record('dispute.noted', `dispute:${open.id}`, undefined, { note: reason })
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (decider) {
    const { number } = open
    const card = texts[decider.locale].noteCard({ number, who: scope.person.name, reason })
    await scope.post({
      to: { person: decider.id },
      view: disputeCard(decider.locale, open, card),
      prompt: { name: 'dispute', about: String(number) },
    })
  }
  return words.addedTo(open.number)
}

/** The period in which a deal's pay stands for the actor, by the plan that is in force for them. */
async function payPeriodOf(scope: Acting, signedOn: string): Promise<Period> {
  const { fiscalStartMonth } = scope.workspace
  const month = periodOf(signedOn, 'month', fiscalStartMonth)
  const active = await activePlanFor(scope, scope.person.id, month)
  return periodOf(signedOn, active?.plan.period ?? 'month', fiscalStartMonth)
}
