import { fridayOfNextWeek, type Item } from '../../improvements/item.ts'
import { addItem, itemById, rewordItem } from '../../improvements/store.ts'
import type { Press, Answer as Said, Submission } from '../../kernel/feature.ts'
import { joinSentences } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { namesOf } from '../../people/who.ts'
import { say } from '../../view/view.ts'
import { leadersOf } from '../audience-store.ts'
import { postInThread } from '../session-store.ts'
import { type Answer, answersOf, type NewAnswer, putAnswers } from './answer-store.ts'
import { sayItIsOver } from './close.ts'
import { answerForm, setsDueDate } from './form.ts'
import { type Held, heldAs, keyOf, takeHold } from './held.ts'
import { fillButton } from './open.ts'
import { outcomeOf, spokenOf } from './outcome-of.ts'
import type { Question, Value } from './question.ts'
import { type Answers, readAnswers } from './read-answers.ts'
import { showValue } from './show-value.ts'
import { noteAnswered, type Part, partOf } from './store.ts'
import { summaryView } from './summary.ts'
import { texts } from './texts.ts'
import { lateUntil } from './times.ts'
import { answerBlocks, answeredView, answerView } from './views.ts'
import { caseView } from './workshop.ts'

/** The button under the prompt and under the thread's first message: opens the presser's own form. */
export async function fill(scope: Acting, { value }: Press): Promise<Said> {
  const held = await heldAs(scope, value)
  const part = await partToAnswer(scope, held)
  if (!held || part instanceof Refusal)
    return part instanceof Refusal ? part : new Refusal(texts[scope.locale].closed)
  return { form: await ownForm(scope, held) }
}

/** A person's form in a serving, filled with what they have answered before. */
export async function ownForm(scope: Acting, held: Held) {
  const before = await answersOf(scope, held.asked, scope.person.id)
  const carried = { form: 'asked.answer', state: keyOf(held.asked) }
  const filled = new Map(before.map(({ question, value }) => [question, value]))
  return answerForm(held.asked.name, questionsNow(held), carried, scope.locale, filled)
}

/** A submitted form: new, or a change of what was said before; after the close it is late. */
export async function answer(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Said> {
  const words = texts[scope.locale]
  const held = await takeHold(scope, state)
  const part = await partToAnswer(scope, held)
  if (part instanceof Refusal) return part
  if (!held) return new Refusal(words.closed)
  const questions = questionsNow(held)
  const read = await readAnswers(scope, questions, values)
  if ('errors' in read) return read
  const before = await answersOf(scope, held.asked, scope.person.id)
  if (part.answeredAt && isSame(questions, before, read.answers))
    return say(words.unchanged, fillButton(keyOf(held.asked), words.change))
  return take(scope, { held, part, questions, before }, read.answers)
}

interface Filling {
  held: Held
  part: Part
  questions: readonly Question[]
  before: readonly Answer[]
}

async function take(scope: Acting<WriteScope>, filling: Filling, answers: Answers): Promise<Said> {
  const words = texts[scope.locale]
  const { held, part, questions } = filling
  const { session, asked } = held
  const late = part.answeredAt ? part.late : isLate(held, scope)
  const made = await makeItems(scope, filling, answers)
  const given = await inRows(scope, questions, answers, made)
  await putAnswers(
    scope,
    asked,
    scope.person.id,
    questions.map(({ id }) => id),
    given,
  )
  const threadPosts = await showInThread(scope, filling, given, late)
  const answeredAt = part.answeredAt ?? scope.now
  await noteAnswered(scope, part, { threadPosts, late, answeredAt })
  if (session.closedAt) await addToSummary(scope, held, given)
  const button = fillButton(keyOf(asked))
  const prompt = answeredView(spokenOf(held), button, scope.person, scope.now)
  for (const post of part.prompts) await scope.revise(post, prompt)

  const numbers = [...made.values()].map(({ number }) => `I-${number}`)
  const sentences = [
    late ? words.thanksLate : words.thanks,
    ...(threadPosts.length > 0 ? [words.inThread] : asked.asks.workshop ? [words.forLater] : []),
    ...(numbers.length > 0 ? [words.items(numbers)] : []),
  ]
  const asGoal =
    held.ritual.template === 'leadership-workshop' ? [{ label: words.asGoal, action: 'goal.add' }] : []
  return say(joinSentences(sentences, scope.locale), { ...button, label: words.change }, ...asGoal)
}

/** Whether and how the actor takes part: where they were asked, and until some days after the close. */
async function partToAnswer(scope: Acting, held: Held | undefined): Promise<Part | Refusal> {
  const words = texts[scope.locale]
  if (!held) return new Refusal(words.closed)
  const part = await partOf(scope, held.ritual.id, held.session.occurrence, scope.person.id)
  if (!part) return new Refusal(words.notAsked)
  const { closedAt } = held.session
  if (closedAt === undefined) return part
  if (lateUntil(closedAt) <= scope.now) return new Refusal(words.closed)
  return part.answeredAt && !part.late ? new Refusal(words.closedForYou) : part
}

/** A single late answer could be told apart from those before it: what is anonymous is not asked any more. */
function questionsNow({ asked, session }: Held): Question[] {
  const open = session.closedAt === undefined
  return asked.asks.questions.filter(({ visible }) => open || visible !== 'anonymous')
}

function isLate({ session, presentAt }: Held, { now }: Scope): boolean {
  return session.closedAt !== undefined || (presentAt !== undefined && now >= presentAt)
}

function isSame(questions: readonly Question[], before: readonly Answer[], answers: Answers): boolean {
  return questions.every(({ id }) => {
    const [was, is] = [before.find(({ question }) => question === id)?.value, answers.get(id)]
    return JSON.stringify(was) === JSON.stringify(is)
  })
}

/** The answers that become improvement items, each once; later words change the item's words. */
async function makeItems(
  scope: Acting<WriteScope>,
  { held, questions, before }: Filling,
  answers: Answers,
): Promise<Map<string, Item>> {
  const items = new Map<string, Item>()
  for (const [at, question] of questions.entries()) {
    const what = answers.get(question.id)
    if (!question.makesItem || typeof what !== 'string') continue
    const known = before.find((one) => one.question === question.id)?.item
    const item = known && (await itemById(scope, known))
    if (item && item.what !== what) await rewordItem(scope, item.id, what)
    items.set(question.id, item || (await newItem(scope, held, what, dueAfter(questions, at, answers))))
  }
  return items
}

function newItem(
  scope: Acting<WriteScope>,
  { asked }: Held,
  what: string,
  due: string | undefined,
): Promise<Item> {
  const dueOn = due !== undefined && due >= scope.today ? due : fridayOfNextWeek(scope.today)
  return addItem(scope, { owner: scope.person, what, dueOn, source: `ritual:${asked.name}` })
}

/** The date that is asked for right after an item, where one was given. */
function dueAfter(questions: readonly Question[], at: number, answers: Answers): string | undefined {
  const next = questions[at + 1]
  return next && setsDueDate(next, questions[at])
    ? String(answers.get(next.id) ?? '') || undefined
    : undefined
}

async function inRows(
  scope: Scope,
  questions: readonly Question[],
  answers: Answers,
  items: ReadonlyMap<string, Item>,
): Promise<NewAnswer[]> {
  const { locale } = scope.workspace
  const chosen = questions.flatMap(({ id, answer: { type } }) =>
    type === 'person' ? String(answers.get(id) ?? '') : [],
  )
  const names = await namesOf(
    scope,
    chosen.filter((id) => id !== ''),
  )
  return questions.flatMap((question) => {
    const value: Value | undefined = answers.get(question.id)
    if (value === undefined) return []
    const visible = question.visible === 'anonymous' ? 'sealed' : question.visible
    const shown = showValue(question, value, { names, locale, today: '' })
    return [{ question: question.id, visible, value, shown, item: items.get(question.id)?.id }]
  })
}

/** What is for everybody stands in the thread; a case only when the cases are gone through. */
async function showInThread(
  scope: Acting<WriteScope>,
  { held, part, questions }: Filling,
  given: readonly NewAnswer[],
  late: boolean,
): Promise<string[]> {
  const { session, asked, presentAt } = held
  const shared = shownOf(questions, given, 'thread')
  if (presentAt !== undefined && scope.now < presentAt && part.threadPosts.length === 0) return []
  if (shared.length === 0 && part.threadPosts.length === 0) return []
  const { locale } = scope.workspace
  const marks = { late, edited: part.answeredAt !== undefined }
  const view = asked.asks.workshop
    ? await caseView(scope, held, scope.person)
    : answerView(locale, scope.person, shared, marks)
  if (part.threadPosts.length === 0) return postInThread(scope, session, view)
  for (const post of part.threadPosts) await scope.revise(post, view)
  return part.threadPosts
}

const shownOf = (
  questions: readonly Question[],
  given: readonly NewAnswer[],
  visible: NewAnswer['visible'],
) =>
  questions.flatMap((question) => {
    const one = given.find((row) => row.question === question.id && row.visible === visible)
    return one ? [{ question, shown: one.shown }] : []
  })

/** A late answer: the summary and the opening count it, and who leads the team gets what is for them. */
async function addToSummary(
  scope: Acting<WriteScope>,
  held: Held,
  given: readonly NewAnswer[],
): Promise<void> {
  const outcome = await outcomeOf(scope, held)
  const view = summaryView(scope, outcome, scope.workspace.locale)
  for (const post of held.asked.summaryPosts) await scope.revise(post, view)
  await sayItIsOver(scope, held, outcome)
  const toLeaders = shownOf(held.asked.asks.questions, given, 'manager')
  if (toLeaders.length === 0) return
  for (const leader of await leadersOf(scope, held.ritual.team.id)) {
    if (leader.id === scope.person.id) continue
    const { locale } = leader
    const own = answerView(locale, scope.person, [], { late: true, edited: false })
    const blocks = [...own.blocks, ...answerBlocks(toLeaders, locale)]
    await scope.post({ to: { person: leader.id }, view: { summary: own.summary, blocks } })
  }
}
