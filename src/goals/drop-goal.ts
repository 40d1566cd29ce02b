import { setTarget } from '../deals/store.ts'
import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { isAdmin } from '../people/who.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { amendGoal } from './change-store.ts'
import { decidesPay } from './decides-pay.ts'
import { goalNamed } from './find-goal.ts'
import { type Goal, pays } from './goal.ts'
import { reasonIn, refuseChange } from './lock.ts'
import { wordsFor } from './names.ts'
import { goalById, goalsUnder } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** `/goal drop G-3 reason`: a goal that was set by mistake; its history stays, and the same can be set again. */
export const drop =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    if (text.trim() === '') return new Refusal(texts[scope.locale].drop.format)
    const found = await goalNamed(scope, text)
    if (found instanceof Refusal) return found
    return dropGoal(scope, watchPay, found.goal, reasonIn(found.rest))
  }

/** The button beside a goal asks why. */
export async function dropForm(scope: Acting, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(words.notAligned)
  const refused = await refuseDrop(scope, goal)
  if (refused) return refused
  const { label, name } = await wordsFor(scope, goal)
  return {
    form: {
      form: 'goal.drop',
      title: words.drop.formTitle(label),
      submit: words.drop.button,
      state: goal.id,
      fields: [
        { kind: 'note', text: name },
        { kind: 'text', name: 'why', label: words.edit.why },
      ],
    },
  }
}

export const dropFromForm =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> => {
    const goal = await goalById(scope, state)
    if (!goal) return new Refusal(texts[scope.locale].notAligned)
    return dropGoal(scope, watchPay, goal, reasonIn(one(values, 'why') ?? ''))
  }

async function dropGoal(
  scope: Acting<WriteScope>,
  watchPay: WatchPay | undefined,
  goal: Goal,
  reason: string | undefined,
): Promise<Answer> {
  const refused = await refuseDrop(scope, goal)
  if (refused) return refused
  const { label, name } = await wordsFor(scope, goal)
  const words = texts[scope.locale].drop
  if (reason === undefined) return new Refusal(words.whyMissing(label))
  const orphans = await goalsUnder(scope, [goal.id])
  await tellingOwner(
    scope,
    watchPay,
    goal,
    () => giveUp(scope, goal, orphans, reason),
    async ({ locale }) => {
      const theirs = await wordsFor(scope, goal, locale)
      const told = texts[locale].drop.told(scope.person.name, theirs.label, theirs.name)
      return {
        happened: joinSentences([told, texts[locale].why(scope.person.name, reason)], locale),
        always: true,
      }
    },
  )
  const labels = joinNames(
    orphans.map((one) => `G-${one.number}`),
    scope.locale,
  )
  const sentences = [words.done(label, name), ...(orphans.length > 0 ? [words.orphans(labels)] : [])]
  return say(joinSentences(sentences, scope.locale))
}

async function giveUp(scope: WriteScope, goal: Goal, under: readonly Goal[], reason: string): Promise<Goal> {
  for (const one of under)
    await amendGoal(
      scope,
      one,
      { parent: undefined },
      { part: 'parent', before: goal.id, after: undefined, reason },
    )
  await amendGoal(scope, goal, { dropped: true }, { part: 'dropped', before: undefined, after: true, reason })
  if (pays(goal)) await setTarget(scope, goal.owner, goal.period, null)
  return { ...goal, dropped: true }
}

/** What is over stays on record; a target that pay depends on goes before its time begins, or with an admin. */
async function refuseDrop(scope: Acting, goal: Goal): Promise<Refusal | undefined> {
  const words = texts[scope.locale].drop
  const refused = await refuseChange(scope, goal)
  if (refused) return refused
  const { from, to } = spanOf(goal.period, scope.workspace.fiscalStartMonth)
  if (to < scope.today) return new Refusal(words.over(`G-${goal.number}`))
  const begun = from <= scope.today
  const free = !begun || isAdmin(scope.person) || !(await decidesPay(scope, goal))
  return free ? undefined : new Refusal(words.pays)
}
