import type { Item } from '../../improvements/item.ts'
import { settle } from '../../improvements/settle.ts'
import { addItem, itemById, rewordItem } from '../../improvements/store.ts'
import type { Answer, Submission } from '../../kernel/feature.ts'
import { joinSentences } from '../../kernel/locale.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { say } from '../../view/view.ts'
import { leadersOf } from '../audience-store.ts'
import type { Ritual } from '../ritual.ts'
import { holdOpen, postInThread, type Session } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { type Answers, type Filled, hasPrivatePart, readFilled, sameAnswers } from './answers.ts'
import { partKey, promptView } from './prompt.ts'
import { type Part, partOf, saveAnswers } from './store.ts'
import { texts } from './texts.ts'
import { promiseDueOn } from './times.ts'
import { answerView, privateView } from './views.ts'

interface Filling {
  ritual: Ritual
  session: Session
  part: Part
}

/** A submitted retro form: new, or a change of what was said before, until the retro is closed. */
export async function answer(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = state.split(' ')
  const ritual = await ritualById(scope, ritualId)
  const session = ritual && (await holdOpen(scope, ritualId, occurrence))
  if (!session) return new Refusal(words.closed)
  const part = await partOf(scope, ritualId, occurrence, scope.person.id)
  if (!part) return new Refusal(words.notAsked)
  const filled = readFilled(values)
  if ('lacking' in filled) {
    return { errors: Object.fromEntries(filled.lacking.map((field) => [field, words.lacking[field]])) }
  }
  const tooLong = overlong(filled.answers.improvement, 'sentence', scope.locale)
  if (tooLong) return { errors: { improvement: tooLong } }
  return take(scope, { ritual, session, part }, filled)
}

async function take(scope: Acting<WriteScope>, filling: Filling, filled: Filled): Promise<Answer> {
  const words = texts[scope.locale]
  const { ritual, session, part } = filling
  const { answers } = filled
  const change = { label: words.change, action: 'retro.fill', value: partKey(session) }
  const settled = await settleItems(scope, filled)
  const unchanged = part.answers && sameAnswers(part.answers, answers)
  if (unchanged && settled === 0) return say(words.unchanged, change)

  const item = await promise(scope, filling, answers)
  if (!unchanged) {
    const threadPosts = await showInThread(scope, filling, answers, item)
    const managerPosts = await tellLeaders(scope, filling, answers)
    await saveAnswers(scope, part, { answers, item: item.id, threadPosts, managerPosts })
  }
  const prompt = await promptView(scope, { ritual, session, person: scope.person, answered: true })
  for (const post of part.prompts) await scope.revise(post, prompt)

  const due = showPeriod(item.dueOn, scope.locale, scope.today)
  const toManager = hasPrivatePart(answers) && !answers.shared ? [words.toManager] : []
  return say(joinSentences([words.thanks(item.number, due), ...toManager], scope.locale), change)
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
  { ritual, session, part }: Filling,
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
    source: `retro:${session.occurrence}`,
  })
}

async function showInThread(
  scope: Acting<WriteScope>,
  { session, part }: Filling,
  answers: Answers,
  item: Item,
): Promise<string[]> {
  const view = answerView(scope, scope.person, answers, item, part.threadPosts.length > 0)
  if (part.threadPosts.length === 0) return postInThread(scope, session, view)
  for (const post of part.threadPosts) await scope.revise(post, view)
  return part.threadPosts
}

/** What fell short goes to who leads the team, unless it is shared; a later change follows it there. */
async function tellLeaders(
  scope: Acting<WriteScope>,
  { ritual, session, part }: Filling,
  answers: Answers,
): Promise<string[]> {
  const { person, workspace } = scope
  const toTell = hasPrivatePart(answers) && !answers.shared
  if (part.managerPosts.length === 0) {
    if (!toTell) return []
    const posts: string[] = []
    for (const leader of await othersLeading(scope, ritual)) {
      const view = privateView(person, session.occurrence, answers, leader.locale)
      posts.push(...(await scope.post({ to: { person: leader.id }, view })))
    }
    return posts
  }
  const leaders = await othersLeading(scope, ritual)
  for (const [index, post] of part.managerPosts.entries()) {
    const locale = leaders[index]?.locale ?? workspace.locale
    const words = texts[locale]
    const gone = answers.shared ? words.nowShared(person.name) : words.withdrawn(person.name)
    await scope.revise(post, toTell ? privateView(person, session.occurrence, answers, locale) : say(gone))
  }
  return part.managerPosts
}

async function othersLeading(scope: Acting, ritual: Ritual): Promise<Person[]> {
  return (await leadersOf(scope, ritual.team.id)).filter((one) => one.id !== scope.person.id)
}
