import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { isAdmin, whoDecidesFor } from '../people/who.ts'
import { one } from '../view/form.ts'
import { type Button, context, say, type View } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { changeGoal } from './change-goal.ts'
import { decidesPay } from './decides-pay.ts'
import { goalNamed } from './find-goal.ts'
import { carriedValue, type Goal, isObjective, measureOf } from './goal.ts'
import { refuseLocked } from './lock.ts'
import { metricName, wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { proposeChange } from './propose.ts'
import { findQuantity } from './read-quantity.ts'
import { measuredValue } from './smart.ts'
import { goalById } from './store.ts'
import { type GoalNews, tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** `/goal adjust G-3 12万 reason`: a revision, or a proposal where somebody else has to agree. */
export const adjust =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    if (text.trim() === '') return new Refusal(words.adjustFormat)
    const found = await goalNamed(scope, text)
    return found instanceof Refusal ? found : adjustTo(scope, watchPay, found.goal, found.rest)
  }

/** The button beside a goal asks for the new value and why. */
export async function adjustForm(scope: Acting, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(words.notAligned)
  if ((await maySet(scope, goal)) === 'no') return refuseStranger(scope, goal)
  const named = await wordsFor(scope, goal)
  if (isObjective(goal)) return new Refusal(words.objective.noNumber(named.label))
  return {
    form: {
      form: 'goal.adjust',
      title: words.edit.adjustTitle(named.label),
      submit: words.form.submit,
      state: goal.id,
      fields: [
        { kind: 'note', text: `${named.name} ${named.value}` },
        { kind: 'text', name: 'value', label: words.edit.value, hint: words.form.valueHint },
        { kind: 'text', name: 'why', label: words.edit.why },
      ],
    },
  }
}

export const adjustFromForm =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> => {
    const goal = await goalById(scope, state)
    if (!goal) return new Refusal(texts[scope.locale].notAligned)
    const value = (one(values, 'value') ?? '').replaceAll(/\s+/g, '')
    return adjustTo(scope, watchPay, goal, `${value} ${one(values, 'why') ?? ''}`)
  }

async function adjustTo(
  scope: Acting<WriteScope>,
  watchPay: WatchPay | undefined,
  goal: Goal,
  text: string,
): Promise<Answer> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  if (isObjective(goal)) return new Refusal(words.objective.noNumber(named.label))
  const wanted = readNewValue(scope, goal, text)
  const example = `${scope.locale === 'en' ? '/goal adjust' : '目标 调整'} ${named.label} ${words.line.amount[measureOf(goal.metric)]}`
  if (text.trim() === '') return new Refusal(words.valueMissing(example))
  if (!wanted) return new Refusal(words.notRead(text.trim().split(/\s/)[0] ?? '', example))
  if (wanted.value === goal.value) return new Refusal(words.sameValue(named.label, named.value))
  const allowed = await maySet(scope, goal)
  if (allowed === 'no') return refuseStranger(scope, goal)
  if (wanted.reason === '')
    return new Refusal(words.reasonMissing(`${example.split(' G-')[0]} ${named.label} ${text.trim()}`))
  if (allowed === 'pay') return offerProposal(scope, goal, wanted)
  if (goal.lock) return refuseLocked(scope, goal, proposeButton(words.lock.proposeIt, goal, wanted))
  if (await needsAdmin(scope, goal)) {
    const proposal = await proposeChange(scope, goal, wanted.value, wanted.reason)
    return proposal instanceof Refusal ? proposal : say(words.adminsMust)
  }
  const change = () => changeGoal(scope, goal, wanted.value, wanted.reason)
  await tellingOwner(scope, watchPay, goal, change, (owner) => changeFor(scope, owner, goal, wanted))
  return changedView(words.adjusted(named.label, named.name, named.value, named.show(wanted.value)), wanted)
}

/** A rep's wish for their own target, at the press of a button: a proposal to their manager. */
export async function propose(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [id = '', digits = '', ...reason] = press.value.split('|')
  const goal = await goalById(scope, id)
  const value = carriedValue(digits)
  if (!goal || value === undefined) return new Refusal(words.notAligned)
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!decider) return new Refusal(words.nobodyToAsk)
  if ((await maySet(scope, goal)) === 'no') return refuseStranger(scope, goal)
  const proposal = await proposeChange(scope, goal, value, reason.join('|'))
  if (proposal instanceof Refusal) return proposal
  const who = proposal.managerBy ? words.proposal.anAdmin : decider.name
  return { replace: say(words.proposal.sent(who)) }
}

interface Wanted {
  value: number
  reason: string
}

const MAX_REASON = 300 // characters: it travels in a button's value

function readNewValue(scope: Scope, goal: Goal, text: string): Wanted | undefined {
  const [first = ''] = text.trim().split(/\s+/)
  const number = findQuantity(first.normalize('NFKC'))
  if (number?.rest.trim() !== '') return undefined
  const measured = measuredValue(goal.metric, number.quantity, scope.workspace.currency)
  if (!('value' in measured)) return undefined
  const reason = text.trim().slice(first.length).trim().slice(0, MAX_REASON)
  return { value: measured.value, reason }
}

/** Once the period has begun, a target that pay depends on changes with an admin's yes only. */
async function needsAdmin(scope: Acting, goal: Goal): Promise<boolean> {
  const { from } = spanOf(goal.period, scope.workspace.fiscalStartMonth)
  return from <= scope.today && !isAdmin(scope.person) && (await decidesPay(scope, goal))
}

async function offerProposal(scope: Acting, goal: Goal, wanted: Wanted): Promise<Refusal> {
  const words = texts[scope.locale]
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!decider) return new Refusal(words.nobodyToAsk)
  return new Refusal(
    words.payTargetChange(decider.name, metricName(goal, scope.locale)),
    proposeButton(words.askManager(decider.name), goal, wanted),
  )
}

const proposeButton = (label: string, goal: Goal, { value, reason }: Wanted): Button => ({
  label,
  action: 'goal.propose',
  value: [goal.id, value, reason].join('|'),
})

async function changeFor(
  scope: Acting<WriteScope>,
  { locale }: Person,
  goal: Goal,
  { value, reason }: Wanted,
): Promise<GoalNews> {
  const named = await wordsFor(scope, goal, locale)
  const words = texts[locale]
  const changed = words.adjusted(named.label, named.name, named.value, named.show(value))
  const sentences = [changed, words.why(scope.person.name, reason)]
  return { happened: joinSentences(sentences, locale), always: true }
}

function changedView(sentence: string, { reason }: { reason: string }): View {
  const view = say(sentence)
  return { ...view, blocks: [...view.blocks, context(reason)] }
}
