import { fridayOfNextWeek } from '../../improvements/item.ts'
import { addItem } from '../../improvements/store.ts'
import { texts as improvementTexts } from '../../improvements/texts.ts'
import type { Press, Answer as Said, Submission } from '../../kernel/feature.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { personById } from '../../people/store.ts'
import { answersFor, isAboveTeam } from '../../people/who.ts'
import { one } from '../../view/form.ts'
import { actions, heading, say, text, type View } from '../../view/view.ts'
import type { Serving } from '../ritual.ts'
import { postInThread } from '../session-store.ts'
import { answersOf, OUTCOME, putAnswers } from './answer-store.ts'
import { type Held, heldAs, keyOf, takeHold } from './held.ts'
import { outcomeOf } from './outcome-of.ts'
import { noteAnswered, partOf, partsOf } from './store.ts'
import { summaryView } from './summary.ts'
import { texts } from './texts.ts'
import { answerBlocks, labelled } from './views.ts'

/** Goes through the cases: each gets a message of its own in the thread. */
export async function presentCases(scope: WriteScope, { ritual, occurrence }: Serving): Promise<void> {
  const held = await takeHold(scope, keyOf({ ritual: ritual.id, occurrence }))
  if (!held || held.session.closedAt !== undefined) return
  const words = texts[scope.workspace.locale]
  const parts = (await partsOf(scope, ritual.id, occurrence)).filter(
    ({ answeredAt, threadPosts }) => answeredAt && threadPosts.length === 0,
  )
  await postInThread(
    scope,
    held.session,
    say(parts.length > 0 ? words.presenting(parts.length) : words.noCases),
  )
  for (const part of parts) {
    const who = await personById(scope, part.person)
    if (!who) continue
    const threadPosts = await postInThread(scope, held.session, await caseView(scope, held, who))
    await noteAnswered(scope, part, {
      threadPosts,
      late: part.late,
      answeredAt: part.answeredAt ?? scope.now,
    })
  }
}

/** One case with what came out of it, and the button to note that. */
export async function caseView(scope: Scope, { asked }: Held, who: Person): Promise<View> {
  const { locale } = scope.workspace
  const words = texts[locale]
  const answers = await answersOf(scope, asked, who.id)
  const shared = asked.asks.questions.flatMap((question) => {
    const found = answers.find((row) => row.question === question.id && row.visible === 'thread')
    return found ? [{ question, shown: found.shown }] : []
  })
  const outcome = answers.find(({ question }) => question === OUTCOME)
  return {
    summary: words.caseSummary(who.name),
    blocks: [
      heading(words.caseOf(who.name)),
      ...answerBlocks(shared, locale),
      ...(outcome ? [text(labelled(words.outcome, outcome.shown, locale))] : []),
      actions({
        label: outcome ? words.changeOutcome : words.noteOutcome,
        action: 'case.outcome',
        value: `${keyOf(asked)} ${who.id}`,
      }),
    ],
  }
}

/** The button under a case: asks what came out of it. */
export async function askOutcome(scope: Acting, { value }: Press): Promise<Said> {
  const words = texts[scope.locale]
  const held = await heldAs(scope, value)
  const found = held && (await caseOf(scope, held, value))
  if (!held || !found) return new Refusal(words.noSuchCase)
  const before = (await answersOf(scope, held.asked, found.id)).find(({ question }) => question === OUTCOME)
  return {
    form: {
      form: 'case.outcome',
      title: words.outcomeTitle,
      submit: words.submit,
      state: value,
      fields: [
        { kind: 'note', text: words.caseOf(found.name) },
        {
          kind: 'long-text',
          name: 'outcome',
          label: words.outcomeLabel,
          hint: words.outcomeHint,
          ...(before ? { initial: before.shown } : {}),
        },
        { kind: 'text', name: 'step', label: words.nextStep, hint: words.nextStepHint, optional: true },
        {
          kind: 'person',
          name: 'owner',
          label: words.nextStepOwner,
          optional: true,
          initial: scope.person.id,
        },
      ],
    },
  }
}

/** What came out of a case, noted by anybody who takes part; the last word stands. */
export async function noteOutcome(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Said> {
  const words = texts[scope.locale]
  const held = await takeHold(scope, state)
  const found = held && (await caseOf(scope, held, state))
  if (!held || !found) return new Refusal(words.noSuchCase)
  const outcome = one(values, 'outcome')
  const step = one(values, 'step')
  if (!outcome) return { errors: { outcome: words.lacking } }
  const tooLong = overlong(step, 'sentence', scope.locale)
  if (tooLong) return { errors: { step: tooLong } }
  const owner = await personById(scope, one(values, 'owner') ?? scope.person.id)
  if (!owner) return { errors: { owner: words.personUnknown } }
  if (step && !(await answersFor(scope, owner.id)))
    return { errors: { owner: improvementTexts[scope.locale].notForOthers(owner.name) } }

  const before = (await answersOf(scope, held.asked, found.id)).find(({ question }) => question === OUTCOME)
  const item = step && step !== '' ? await stepOf(scope, held, owner, step) : before?.item
  const kept = { question: OUTCOME, visible: 'thread' as const, value: outcome, shown: outcome, item }
  await putAnswers(scope, held.asked, found.id, [OUTCOME], [kept])
  const view = await caseView(scope, held, found)
  const part = await partOf(scope, held.ritual.id, held.session.occurrence, found.id)
  for (const post of part?.threadPosts ?? []) await scope.revise(post, view)
  if (held.session.closedAt) {
    const summary = summaryView(scope, await outcomeOf(scope, held), scope.workspace.locale)
    for (const post of held.asked.summaryPosts) await scope.revise(post, summary)
  }
  return say(words.outcomeSaved)
}

async function stepOf(
  scope: Acting<WriteScope>,
  { asked }: Held,
  owner: Person,
  what: string,
): Promise<string> {
  const dueOn = fridayOfNextWeek(scope.today)
  const item = await addItem(scope, { owner, what, dueOn, source: `ritual:${asked.name}` })
  if (owner.id !== scope.person.id) {
    const due = showPeriod(dueOn, owner.locale, scope.today)
    const news = improvementTexts[owner.locale].given(scope.person.name, item.number, what, due)
    await scope.post({ to: { person: owner.id }, view: say(news) })
  }
  return item.id
}

/** Whose case a button or a form is about, where it has been gone through and the actor takes part or leads the team. */
async function caseOf(scope: Acting, held: Held, value: string): Promise<Person | undefined> {
  const [, , person = ''] = value.split(' ')
  const part = await partOf(scope, held.ritual.id, held.session.occurrence, person)
  if (!part?.answeredAt || part.threadPosts.length === 0) return undefined
  const asked = await partOf(scope, held.ritual.id, held.session.occurrence, scope.person.id)
  const may = asked !== undefined || (await isAboveTeam(scope, held.ritual.team.id))
  return may ? personById(scope, person) : undefined
}
