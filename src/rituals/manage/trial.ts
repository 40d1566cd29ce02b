import type { Answer, CommandInput, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { everyone } from '../../people/store.ts'
import { type Button, context, say, text, type View } from '../../view/view.ts'
import type { Answer as Row } from '../asked/answer-store.ts'
import { answerForm } from '../asked/form.ts'
import type { Asks, Question, Value } from '../asked/question.ts'
import { readAnswers } from '../asked/read-answers.ts'
import { showValue } from '../asked/show-value.ts'
import { questionBlocks, summaryView } from '../asked/summary.ts'
import { answerTrial, endTrial, startTrial, type Trial, trialOf } from '../asked/trial-store.ts'
import { answerView, nudgeView, openingView, promptView } from '../asked/views.ts'
import type { Ritual } from '../ritual.ts'
import { postInThread } from '../session-store.ts'
import { texts } from './made-texts.ts'
import { oneOf, thatAsk } from './one-of.ts'
import { spokenNow } from './preview.ts'
import { nameOf, pressed, ritualsLed } from './which.ts'

/** `/ritual test [name] [team]`: the whole of it for oneself: thread, question, reminder and summary. Nothing counts. */
export async function tryOut(scope: Acting<WriteScope>, { text: typed }: CommandInput): Promise<Answer> {
  const rituals = thatAsk(await ritualsLed(scope))
  if (rituals.length === 0) return new Refusal(texts[scope.locale].none)
  const found = await oneOf(scope, rituals, typed, 'try')
  return 'ritual' in found ? start(scope, found.ritual) : found.answer
}

export async function tryPressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const ritual = await pressed(scope, value)
  return ritual instanceof Refusal ? ritual : start(scope, ritual)
}

async function start(scope: Acting<WriteScope>, ritual: Ritual): Promise<Answer> {
  const words = texts[scope.locale]
  const { asks } = ritual
  if (!asks) return new Refusal(words.ownWay(nameOf(scope, ritual)))
  if (asks.questions.length === 0) return new Refusal(words.nothingToAsk(nameOf(scope, ritual)))
  const spoken = spokenNow(scope, ritual, asks)
  const opening = openingView(scope, spoken, {
    asked: 1,
    lateMinutes: 0,
    startedBy: undefined,
    fill: fillButton(ritual),
    over: undefined,
  })
  const to = { person: scope.person.id }
  const threads = await scope.post({ to, view: noted(scope, opening) })
  await scope.post({
    to,
    view: noted(scope, promptView(spoken, fillButton(ritual), scope.person, scope.now)),
  })
  await startTrial(scope, scope.person.id, ritual.id, threads)
  return say(words.trialOn, ...steps(scope, ritual))
}

/** The button under a trial's question. */
export async function fillTrial(scope: Acting, { value }: Press): Promise<Answer> {
  const trying = await trialAs(scope, value)
  if (trying instanceof Refusal) return trying
  const { ritual, asks, trial } = trying
  const carried = { form: 'trial.answer', state: ritual.id }
  return {
    form: answerForm(
      spokenNow(scope, ritual, asks).name,
      asks.questions,
      carried,
      scope.locale,
      new Map(trial.answers),
    ),
  }
}

/** The submitted form of a trial: how the answer would look, and to whom. */
export async function takeTrial(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const trying = await trialAs(scope, state)
  if (trying instanceof Refusal) return trying
  const { ritual, asks, trial } = trying
  const read = await readAnswers(scope, asks.questions, values)
  if ('errors' in read) return read
  await answerTrial(scope, scope.person.id, ritual.id, [...read.answers])
  const shown = await shownOf(scope, asks.questions, [...read.answers])
  const shared = shown.filter(({ question }) => question.visible === 'thread')
  if (shared.length > 0) {
    const marks = { late: false, edited: trial.answers.length > 0 }
    await postInThread(scope, trial, noted(scope, answerView(scope.locale, scope.person, shared, marks)))
  }
  const items = shown.some(({ question }) => question.makesItem)
  const said = say(words.trialSaved, ...steps(scope, ritual))
  return items ? { ...said, blocks: [...said.blocks, context(words.trialItems)] } : said
}

/** The reminder, as it would come. */
export async function nudgeTrial(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const trying = await trialAs(scope, value)
  if (trying instanceof Refusal) return trying
  const { ritual, asks } = trying
  const view = nudgeView(spokenNow(scope, ritual, asks), fillButton(ritual), scope.person, scope.now)
  await scope.post({ to: { person: scope.person.id }, view: noted(scope, view) })
  return say(texts[scope.locale].trialOn, ...steps(scope, ritual))
}

/** The end: the summary, what would go to who leads the team, and the trial is gone. */
export async function closeTrial(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const trying = await trialAs(scope, value)
  if (trying instanceof Refusal) return trying
  const { ritual, asks, trial } = trying
  const people = new Map((await everyone(scope)).map((one) => [one.id, one]))
  const answers = (await shownOf(scope, asks.questions, trial.answers)).map(asRow(scope, ritual))
  const outcome = {
    spoken: spokenNow(scope, ritual, asks),
    asked: 1,
    answered: trial.answers.length > 0 ? 1 : 0,
    late: 0,
    answers,
    items: [],
    people,
    lateMinutes: 0,
    closed: true,
  }
  await postInThread(scope, trial, noted(scope, summaryView(scope, outcome)))
  const given = new Set(answers.map(({ question }) => question))
  const forLeaders = asks.questions.filter(({ id, visible }) => visible === 'manager' && given.has(id))
  if (forLeaders.length > 0) {
    const blocks = [text(words.trialPrivate), ...questionBlocks(outcome, forLeaders, scope.locale)]
    await postInThread(scope, trial, noted(scope, { summary: words.trialPrivate, blocks }))
  }
  await endTrial(scope, scope.person.id, ritual.id)
  return say(words.trialClosed)
}

interface Trying {
  ritual: Ritual
  asks: Asks
  trial: Trial
}

/** The actor's own trial of a ritual that they may manage. */
async function trialAs(scope: Acting, value: string): Promise<Trying | Refusal> {
  const ritual = await pressed(scope, value)
  if (ritual instanceof Refusal) return ritual
  const trial = await trialOf(scope, scope.person.id, ritual.id)
  return trial && ritual.asks
    ? { ritual, asks: ritual.asks, trial }
    : new Refusal(texts[scope.locale].trialGone)
}

async function shownOf(scope: Acting, questions: readonly Question[], answers: readonly [string, Value][]) {
  const names = new Map((await everyone(scope)).map(({ id, name }) => [id, name]))
  const given = new Map(answers)
  return questions.flatMap((question) => {
    const value = given.get(question.id)
    if (value === undefined) return []
    return [
      {
        question,
        value,
        shown: showValue(question, value, { names, locale: scope.locale, today: scope.today }),
      },
    ]
  })
}

/** A trial's answer as a row of an answer would be: one that is anonymous is alone, so nobody reads it. */
const asRow =
  (scope: Acting, ritual: Ritual) =>
  ({ question, value, shown }: { question: Question; value: Value; shown: string }): Row => ({
    id: question.id,
    ritual: ritual.id,
    occurrence: '',
    person: question.visible === 'anonymous' ? '' : scope.person.id,
    question: question.id,
    visible: question.visible === 'anonymous' ? 'sealed' : question.visible,
    value,
    shown,
    item: undefined,
    answeredAt: scope.now,
  })

const fillButton = (ritual: Ritual): Button => ({ label: '', action: 'trial.fill', value: ritual.id })

const steps = (scope: Acting, { id }: Ritual): Button[] => [
  { label: texts[scope.locale].trialNudge, action: 'trial.nudge', value: id },
  { label: texts[scope.locale].trialClose, action: 'trial.close', value: id },
]

/** A view that says that it belongs to a trial. */
const noted = (scope: Acting, view: View): View => ({
  ...view,
  blocks: [context(texts[scope.locale].trialNote), ...view.blocks],
})
