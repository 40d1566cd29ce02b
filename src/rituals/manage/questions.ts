import type { Answer, CommandInput, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import {
  actions,
  type Block,
  bold,
  context,
  heading,
  quiet,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { hintsOf } from '../asked/form.ts'
import type { Asks, Question } from '../asked/question.ts'
import { texts as askedTexts } from '../asked/texts.ts'
import { changeAsks, holdRitual } from '../made-store.ts'
import type { Ritual } from '../ritual.ts'
import { latestSessions } from '../session-store.ts'
import { texts } from './made-texts.ts'
import { oneOf, thatAsk } from './one-of.ts'
import { questionForm, readQuestion } from './question-form.ts'
import { nameOf, pressed, ritualsLed } from './which.ts'

/** `/ritual questions [name] [team]`: what a ritual asks, each with its buttons. */
export async function showQuestions(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const rituals = thatAsk(await ritualsLed(scope))
  if (rituals.length === 0) return new Refusal(texts[scope.locale].none)
  const found = await oneOf(scope, rituals, typed, 'questions')
  return 'ritual' in found ? questionsView(scope, found.ritual) : found.answer
}

export async function questionsPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const found = await asking(scope, value)
  return found instanceof Refusal ? found : questionsView(scope, found)
}

/** The button that opens an empty question form, or that of the question that it names. */
export async function askQuestion(scope: Acting, { value }: Press): Promise<Answer> {
  const [id = '', questionId] = value.split(' ')
  const ritual = await asking(scope, id)
  if (ritual instanceof Refusal) return ritual
  const question = ritual.asks.questions.find((one) => one.id === questionId)
  if (questionId !== undefined && !question) return new Refusal(texts[scope.locale].noSuchQuestion)
  return { form: questionForm(scope, ritual, question) }
}

/** A submitted question: new, or in the place of what it was. */
export async function saveQuestion(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const [id = '', questionId = ''] = state.split(' ')
  await holdRitual(scope, id)
  const ritual = await asking(scope, id)
  if (ritual instanceof Refusal) return ritual
  const { questions } = ritual.asks
  const at = questions.findIndex((one) => one.id === questionId)
  if (at < 0 && !/^[0-9a-z]{22}$/.test(questionId)) return new Refusal(texts[scope.locale].noSuchQuestion)
  const others = questions.filter((one) => one.id !== questionId)
  const read = readQuestion(scope, values, questionId, others)
  if ('errors' in read) return read
  return keep(scope, ritual, at < 0 ? [...questions, read.question] : questions.with(at, read.question))
}

export async function questionUp(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  return changeList(scope, value, (questions, at) => {
    const [before, one] = [questions[at - 1], questions[at]]
    return before && one ? questions.with(at - 1, one).with(at, before) : questions
  })
}

export async function questionRemoved(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  return changeList(scope, value, (questions, at) => questions.toSpliced(at, 1))
}

async function changeList(
  scope: Acting<WriteScope>,
  value: string,
  change: (questions: Question[], at: number) => Question[],
): Promise<Answer> {
  const words = texts[scope.locale]
  const [id = '', questionId = ''] = value.split(' ')
  await holdRitual(scope, id)
  const ritual = await asking(scope, id)
  if (ritual instanceof Refusal) return ritual
  const at = ritual.asks.questions.findIndex((one) => one.id === questionId)
  if (at < 0) return new Refusal(words.noSuchQuestion)
  const questions = change(ritual.asks.questions, at)
  if (questions.length === 0 && !ritual.paused) return new Refusal(words.lastQuestion)
  const answer = await keep(scope, ritual, questions)
  return 'blocks' in answer ? { replace: answer } : answer
}

/** What is open goes on asking what it asked when it began. */
async function keep(scope: Acting<WriteScope>, ritual: Asking, questions: Question[]): Promise<Answer> {
  const words = texts[scope.locale]
  const asks = { ...ritual.asks, questions }
  await changeAsks(scope, ritual.id, asks)
  await scope.record('ritual.questions', `ritual:${ritual.id}`, ritual.asks.questions, questions)
  const [latest] = await latestSessions(scope, [ritual.id], 1)
  const isOpen = latest !== undefined && latest.closedAt === undefined
  const view = questionsView(scope, { ...ritual, asks })
  return { ...view, blocks: [text(isOpen ? words.openNow : words.questionSaved), ...view.blocks] }
}

type Asking = Ritual & { asks: Asks }

/** The ritual of a button, where the actor may manage it and it asks questions of its own. */
async function asking(scope: Acting, id: string): Promise<Asking | Refusal> {
  const ritual = await pressed(scope, id)
  if (ritual instanceof Refusal) return ritual
  const { asks } = ritual
  return asks ? { ...ritual, asks } : new Refusal(texts[scope.locale].ownWay(nameOf(scope, ritual)))
}

function questionsView(scope: Scope, ritual: Ritual): View {
  const words = texts[scope.locale]
  const { questions = [] } = ritual.asks ?? {}
  const title = words.questionsTitle(nameOf(scope, ritual))
  const start = { label: words.start, action: 'ritual.resume', value: ritual.id, tone: 'primary' as const }
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(questions.length === 0 ? [context(words.noQuestions)] : []),
      ...questions.flatMap((question, at) => questionBlocks(scope, ritual, question, questions[at - 1])),
      actions(
        { label: words.addQuestion, action: 'ritual.question', value: ritual.id, tone: 'primary' },
        { label: words.preview, action: 'ritual.preview', value: ritual.id },
        ...(questions.length > 0 ? [{ label: words.tryOut, action: 'ritual.try', value: ritual.id }] : []),
        ...(questions.length > 0 && ritual.paused ? [start] : []),
      ),
    ],
  }
}

function questionBlocks(
  scope: Scope,
  ritual: Ritual,
  question: Question,
  above: Question | undefined,
): Block[] {
  const words = texts[scope.locale]
  const { answer } = question
  const type = words.types[answer.type === 'scale' ? (`scale-${answer.to}` as const) : answer.type]
  const offered = 'options' in answer ? [answer.options.join(' / ')] : []
  const notes = [
    type,
    ...offered,
    ...(question.required ? [askedTexts[scope.locale].required] : []),
    ...[hintsOf(question, above, scope.locale)].filter((hint) => hint !== ''),
  ]
  const value = `${ritual.id} ${question.id}`
  return [
    text(spans(bold(question.label), ' ', quiet(`· ${notes.join(' · ')}`))),
    actions(
      { label: words.editQuestion, action: 'ritual.question', value },
      ...(above ? [{ label: words.up, action: 'ritual.question-up', value }] : []),
      { label: words.remove, action: 'ritual.question-remove', value },
    ),
  ]
}
