import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { one } from '../view/form.ts'
import { say, type View } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { checkInFormFor } from './check-in-form.ts'
import { claimsOf, replaceClaims } from './claim-store.ts'
import { type Confidence, readConfidence } from './confidence.ts'
import { claimCheckin, waitsForYes } from './confirm-checkin.ts'
import { mayCheckIn } from './contributors.ts'
import { goalNamed } from './find-goal.ts'
import { type Goal, isObjective } from './goal.ts'
import { wordsFor } from './names.ts'
import { shareBps } from './pace.ts'
import { readCheckin } from './read-checkin.ts'
import { goalsOf } from './show-goals.ts'
import { goalBlocks } from './standing-view.ts'
import { addCheckin, checkinsOf, goalById } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** `/goal checkin G-3 40 high note`: where a metric stands that no deal can tell. Without a number it opens the form. */
export const checkIn =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    if (text.trim() === '') return whichGoal(scope)
    const found = await goalNamed(scope, text)
    if (found instanceof Refusal) return found
    const [, number = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(found.rest.trim()) ?? []
    if (number === '') return openFor(scope, found.goal)
    const { confidence, note } = readNote(rest)
    return store(scope, watchPay, found.goal, { number, confidence, note })
  }

/** The button beside a goal opens this form. */
export async function checkInForm(scope: Acting, press: Press): Promise<Answer> {
  const goal = await goalById(scope, press.value)
  return goal ? openFor(scope, goal) : new Refusal(texts[scope.locale].notAligned)
}

export const checkInFromForm =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> => {
    const goal = await goalById(scope, state)
    if (!goal) return new Refusal(texts[scope.locale].notAligned)
    const answer = await store(scope, watchPay, goal, {
      number: one(values, 'value') ?? '',
      confidence: readConfidence(one(values, 'confidence') ?? ''),
      note: one(values, 'note') ?? '',
    })
    return answer instanceof Refusal ? { errors: { value: answer.view.summary } } : answer
  }

async function openFor(scope: Acting, goal: Goal): Promise<Answer> {
  return (await whyNot(scope, goal)) ?? { form: await checkInFormFor(scope, goal) }
}

/** The only goal that one reports opens its form; of several one chooses. */
async function whichGoal(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  const reported = (await goalsOf(scope, scope.person.id)).filter((goal) => goal.metric === 'checkin')
  const [only, another] = reported
  if (!only) return new Refusal(words.checkinFormat)
  if (!another) return openFor(scope, only)
  const buttons = reported.slice(0, MAX_BUTTONS).map((goal) => ({
    label: words.checkinButton(`G-${goal.number}`),
    action: 'goal.checkin-form',
    value: goal.id,
  }))
  return say(words.checkinWhich, ...buttons)
}

const MAX_BUTTONS = 8

/** `高 展会上见了两家`, `信心=8 …`, or only a note. */
function readNote(text: string): { confidence: Confidence | undefined; note: string } {
  const [, key, word = '', rest = ''] =
    /^((?:信心|把握|confidence)\s*[=＝:：]?\s*)?(\S*)\s*([\s\S]*)$/i.exec(text) ?? []
  const confidence = key !== undefined || !/^\d+$/.test(word) ? readConfidence(word) : undefined
  return confidence ? { confidence, note: rest } : { confidence: undefined, note: text }
}

const MAX_NOTE = 500 // characters: a note, not a report

interface Said {
  number: string
  confidence: Confidence | undefined
  note: string
}

async function store(
  scope: Acting<WriteScope>,
  watchPay: WatchPay | undefined,
  goal: Goal,
  said: Said,
): Promise<Answer> {
  const refused = await whyNot(scope, goal)
  if (refused) return refused
  const words = texts[scope.locale]
  const [last] = await checkinsOf(scope, goal.id)
  const waiting = (await claimsOf(scope, goal.id)).find((one) => one.state === 'open')
  const read = readCheckin(goal, said.number, (waiting ?? last)?.value)
  const example = `G-${goal.number} ${goal.unit === '%' ? '85%' : '12'}`
  if ('unread' in read)
    return new Refusal(
      read.unread === 'unit'
        ? words.checkinUnit(goal.unit || words.checkinPlain, example)
        : words.checkinUnread(said.number.slice(0, MAX_QUOTED), example),
    )
  const { value } = read
  const note = [...said.note.trim()].slice(0, MAX_NOTE).join('') || undefined
  const checkin = { value, note, confidence: said.confidence }
  if (await waitsForYes(scope, goal)) return claimCheckin(scope, goal, checkin)
  await replaceClaims(scope, goal.id)
  const add = async () => {
    await addCheckin(scope, goal.id, checkin)
    return goal
  }
  await tellingOwner(scope, watchPay, goal, add, async ({ locale }) => {
    const { label, name, show } = await wordsFor(scope, goal, locale)
    return { happened: texts[locale].checkedIn(scope.person.name, label, name, show(value)), always: false }
  })
  await scope.record('goal.checked-in', `goal:${goal.id}`, last && { value: last.value }, { value, note })
  return doneView(scope, goal, value, last?.value)
}

const MAX_QUOTED = 40 // characters that are said back

/** Only what no deal can tell is reported, and only by whose it is. */
async function whyNot(scope: Acting, goal: Goal): Promise<Refusal | undefined> {
  const words = texts[scope.locale]
  if (isObjective(goal)) return new Refusal(words.objective.noNumber(`G-${goal.number}`))
  if (goal.metric !== 'checkin') {
    const named = await wordsFor(scope, goal)
    return new Refusal(words.checkinOnly(named.label, named.metric))
  }
  return (await mayCheckIn(scope, goal)) ? undefined : refuseStranger(scope, goal)
}

async function doneView(scope: Scope, goal: Goal, value: number, last: number | undefined): Promise<View> {
  const named = await wordsFor(scope, goal)
  const share = showPercent(shareBps(value, goal.value), 1)
  const change = last === undefined || last === value ? undefined : changeIn(value - last, named.show)
  const sentence = texts[scope.locale].checkinDone(named.label, named.name, named.show(value), share, change)
  const [checkin] = await checkinsOf(scope, goal.id)
  const progress = { reached: value, confirmed: value, ...(checkin ? { checkin } : {}) }
  const [, ...standing] = await goalBlocks(scope, goal, progress)
  return { summary: sentence, blocks: [...say(sentence).blocks, ...standing.slice(0, 2)] }
}

const changeIn = (difference: number, show: (value: number) => string) =>
  `${difference < 0 ? '-' : '+'}${show(Math.abs(difference))}`
