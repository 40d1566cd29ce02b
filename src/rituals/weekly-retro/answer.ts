import type { Item } from '../../improvements/item.ts'
import { settle } from '../../improvements/settle.ts'
import { addItem, itemById, rewordItem } from '../../improvements/store.ts'
import type { Answer, Submission } from '../../kernel/feature.ts'
import { joinSentences } from '../../kernel/locale.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { say } from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import { holdSession, postInThread } from '../session-store.ts'
import { type Answers, type Filled, hasPrivatePart, readFilled, sameAnswers } from './answers.ts'
import { promptView } from './prompt.ts'
import { reviseSummary } from './revise-summary.ts'
import { type Part, partOf, saveAnswers } from './store.ts'
import { type Retro, retroKey, retroMeant, retroSource, takesAnswers } from './taking.ts'
import { tellLeaders } from './tell-leaders.ts'
import { texts } from './texts.ts'
import { promiseDueOn } from './times.ts'
import { answerView } from './views.ts'

/** A submitted retro form: new, or a change of what was said before; for a while after the close a late one. */
export async function answer(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = state.split(' ')
  const session = await holdSession(scope, ritualId, occurrence)
  const meant = session && (await retroMeant(scope, state))
  if (!meant || !takesAnswers({ ...meant, session }, scope.now)) return new Refusal(words.closed)
  const part = await partOf(scope, ritualId, occurrence, scope.person.id)
  if (!part) return new Refusal(words.notAsked)
  if (part.answeredAt !== undefined && !part.answers) return new Refusal(words.cutLoose)
  const filled = readFilled(values)
  if ('lacking' in filled) {
    return { errors: Object.fromEntries(filled.lacking.map((field) => [field, words.lacking[field]])) }
  }
  const tooLong = overlong(filled.answers.improvement, 'sentence', scope.locale)
  if (tooLong) return { errors: { improvement: tooLong } }
  return take(scope, { ...meant, session }, part, filled)
}

async function take(scope: Acting<WriteScope>, retro: Retro, part: Part, filled: Filled): Promise<Answer> {
  const words = texts[scope.locale]
  const { answers } = filled
  const change = { label: words.change, action: 'retro.fill', value: retroKey(retro.session) }
  const settled = await settleItems(scope, filled)
  const unchanged = part.answers && sameAnswers(part.answers, answers)
  if (unchanged && settled === 0) return say(words.unchanged, change)

  const late = part.late || (part.answeredAt === undefined && retro.session.closedAt !== undefined)
  const thanks =
    retro.held.minimum > 0
      ? await keep(scope, retro, part, answers, late)
      : await show(scope, retro, part, answers, { late, unchanged: unchanged === true })
  for (const post of part.nudges) await scope.cancel(post)
  if (retro.session.closedAt !== undefined) await reviseSummary(scope, retro)
  const prompt = await promptView(scope, { ...retro, person: scope.person, answered: true })
  for (const post of part.prompts) await scope.revise(post, prompt)
  return say(joinSentences([...thanks, ...(late ? [words.late] : [])], scope.locale), change)
}

/** An answer without a name: it is shown to nobody until it is shown with the others. */
async function keep(
  scope: Acting<WriteScope>,
  { ritual, session, held }: Retro,
  part: Part,
  answers: Answers,
  late: boolean,
): Promise<string[]> {
  const words = texts[scope.locale]
  await saveAnswers(scope, part, { answers, item: undefined, threadPosts: [], managerPosts: [], late })
  const until = session.closedAt === undefined ? session.closesAt : held.lateUntil
  return [words.thanksNameless(held.minimum, showMoment(until, ritual.zone, scope.locale, scope.now))]
}

/** An answer with its name: in the thread, to who leads the team, and as an item. */
async function show(
  scope: Acting<WriteScope>,
  retro: Retro,
  part: Part,
  answers: Answers,
  { late, unchanged }: { late: boolean; unchanged: boolean },
): Promise<string[]> {
  const words = texts[scope.locale]
  const item = await promise(scope, retro, part, answers)
  if (!unchanged) {
    const threadPosts = await showInThread(scope, retro, part, { answers, item, late })
    const managerPosts = await tellLeaders(scope, retro, part, answers)
    await saveAnswers(scope, part, { answers, item: item.id, threadPosts, managerPosts, late })
  }
  const due = showPeriod(item.dueOn, scope.locale, scope.today)
  const toManager = hasPrivatePart(answers) && !answers.shared ? [words.toManager] : []
  return [words.thanks(item.number, due), ...toManager]
}

/** What the form says of items that are still open with the person. Gives how many it changed. */
async function settleItems(scope: Acting<WriteScope>, { verdicts, dropReason }: Filled): Promise<number> {
  let changed = 0
  for (const { item: id, verdict } of verdicts) {
    const item = await itemById(scope, id)
    if (!item || item.owner !== scope.person.id || item.status !== 'open') continue
    await settle(scope, item, verdict === 'dropped' ? { verdict, reason: dropReason ?? '' } : { verdict })
    changed += 1
  }
  return changed
}

/** The improvement becomes an item, once; later words change the item's words. */
async function promise(
  scope: Acting<WriteScope>,
  { ritual, session }: Retro,
  part: Part,
  answers: Answers,
): Promise<Item> {
  const before = part.item && (await itemById(scope, part.item))
  if (before) {
    if (before.what !== answers.improvement) await rewordItem(scope, before.id, answers.improvement)
    return before
  }
  return addItem(scope, {
    owner: scope.person,
    what: answers.improvement,
    dueOn: promiseDueOn(session.occurrence, ritual.team.workdays),
    source: retroSource(session),
  })
}

async function showInThread(
  scope: Acting<WriteScope>,
  { session }: Retro,
  part: Part,
  said: { answers: Answers; item: Item; late: boolean },
): Promise<string[]> {
  const edited = part.threadPosts.length > 0
  const view = answerView(scope, { ...said, who: scope.person, edited, session })
  if (!edited) return postInThread(scope, session, view)
  for (const post of part.threadPosts) await scope.revise(post, view)
  return part.threadPosts
}
