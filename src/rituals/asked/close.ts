import type { WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { everyone } from '../../people/store.ts'
import { heading, say, text, type View } from '../../view/view.ts'
import { leadersOf } from '../audience-store.ts'
import { showMoment } from '../moment.ts'
import type { Serving } from '../ritual.ts'
import { closeSession, postInThread } from '../session-store.ts'
import { takeNames } from './answer-store.ts'
import { type Held, heldAs, keyOf, takeHold } from './held.ts'
import { fillButton } from './open.ts'
import { outcomeOf, spokenOf } from './outcome-of.ts'
import { LEAST_ANONYMOUS } from './question.ts'
import { holdAsked, noteSummary, partsOf } from './store.ts'
import { type Outcome, questionBlocks, summaryView } from './summary.ts'
import { texts } from './texts.ts'
import { lateUntil } from './times.ts'
import { openingView } from './views.ts'

/** Ends a serving: the summary in its thread, what is private to who leads the team, and the opening says that it is over. */
export async function closeAsked(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const key = keyOf({ ritual: ritual.id, occurrence })
  if (!(await takeHold(scope, key)) || !(await closeSession(scope, ritual.id, occurrence))) return
  await takeNames(scope, { ritual: ritual.id, occurrence }, LEAST_ANONYMOUS)
  const held = await heldAs(scope, key)
  if (!held) return
  const outcome = await outcomeOf(scope, held, lateMinutes)
  const { locale } = scope.workspace
  const posts = await postInThread(scope, held.session, summaryView(scope, outcome, locale))
  await noteSummary(scope, ritual.id, occurrence, posts)
  await sayItIsOver(scope, held, outcome)
  await tellLeaders(scope, held, outcome)
  await endPrompts(scope, held)
}

/** The thread's first message, once it is closed. */
export async function sayItIsOver(scope: WriteScope, held: Held, outcome: Outcome): Promise<void> {
  const view = openingView(scope, spokenOf(held), {
    asked: outcome.asked,
    lateMinutes: 0,
    startedBy: undefined,
    fill: undefined,
    over: outcome.answered,
  })
  for (const thread of held.session.threads) await scope.revise(thread, view)
}

/** One message with everything that was answered for who leads the team. */
async function tellLeaders(scope: WriteScope, held: Held, outcome: Outcome): Promise<void> {
  const toTell = privateBlocks(outcome, scope.workspace.locale).length > 0
  if (!toTell) return
  for (const leader of await leadersOf(scope, held.ritual.team.id)) {
    const words = texts[leader.locale]
    const title = words.privateTitle(
      held.asked.name,
      showPeriod(held.session.occurrence, leader.locale, scope.today),
    )
    const view: View = {
      summary: title,
      blocks: [heading(title), text(words.privateIntro), ...privateBlocks(outcome, leader.locale)],
    }
    await scope.post({ to: { person: leader.id }, view })
  }
}

/** What was answered for who leads the team; nothing where nobody has answered that. */
export function privateBlocks(outcome: Outcome, locale: 'zh-CN' | 'en') {
  const given = new Set(
    outcome.answers.filter(({ visible }) => visible === 'manager').map(({ question }) => question),
  )
  const questions = outcome.spoken.asks.questions.filter(
    ({ id, visible }) => visible === 'manager' && given.has(id),
  )
  return questionBlocks(outcome, questions, locale)
}

/** Who has not answered is not waited for any more; they may still, late. */
async function endPrompts(scope: WriteScope, { ritual, session, asked }: Held): Promise<void> {
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  const until = lateUntil(session.closedAt ?? scope.now)
  for (const part of await partsOf(scope, ritual.id, session.occurrence)) {
    const person = present.get(part.person)
    if (!person || part.answeredAt) continue
    const words = texts[person.locale]
    const over = words.promptOver(asked.name, showMoment(until, ritual.zone, person.locale, scope.now))
    const button = fillButton(keyOf(asked), words.fill)
    for (const prompt of part.prompts)
      if (!(await scope.cancel(prompt))) await scope.revise(prompt, say(over, button))
  }
}

/** Takes the prompts back, where the ritual is removed while it is open. */
export async function abandonAsked(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Serving, 'ritual' | 'occurrence'>,
): Promise<void> {
  const asked = await holdAsked(scope, ritual.id, occurrence)
  await takeNames(scope, { ritual: ritual.id, occurrence }, LEAST_ANONYMOUS)
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual.id, occurrence)) {
    const person = present.get(part.person)
    if (!person || part.answeredAt) continue
    const off = say(texts[person.locale].promptOff(asked?.name ?? ''))
    for (const prompt of part.prompts) if (!(await scope.cancel(prompt))) await scope.revise(prompt, off)
  }
}
