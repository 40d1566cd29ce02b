import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { allocate } from '../kernel/money.ts'
import { kindOf, monthsOf, type Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { one } from '../view/form.ts'
import { context, list, text as textBlock, type View } from '../view/view.ts'
import { amendGoal } from './change-store.ts'
import { goalNamed } from './find-goal.ts'
import { addsUp, type CountedGoal, type Goal, isCounted, type Phase, WHOLE_BPS } from './goal.ts'
import { reasonIn, refuseChange } from './lock.ts'
import { wordsFor } from './names.ts'
import { phaseForm } from './phase-form.ts'
import { isPast } from './phases.ts'
import { phasesFrom, readPhases, type Said, type Unphased } from './read-phases.ts'
import { wholeUnit } from './show-value.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'

/** `/goal phase G-3 10月冲量60% 11月维稳40% [原因=…]`: a quarter's or a year's goal month by month, to the last unit. */
export async function split(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].phasing
  if (text.trim() === '') return new Refusal(words.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  if (found.rest.trim() === '') return new Refusal(words.format)
  return splitBy(scope, found.goal, found.rest)
}

/** The button beside a goal opens this form: one field for each month. */
export async function openPhaseForm(scope: Acting, press: Press): Promise<Answer> {
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(texts[scope.locale].notAligned)
  const refused = (await refuseChange(scope, goal)) ?? refuseSplit(scope, goal)
  return refused ?? { form: await phaseForm(scope, goal) }
}

export async function splitFromForm(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale].phasing
  const goal = await goalById(scope, state)
  if (!goal) return new Refusal(texts[scope.locale].notAligned)
  const refused = (await refuseChange(scope, goal)) ?? refuseSplit(scope, goal)
  if (refused) return refused
  const months = monthsOf(goal.period, scope.workspace.fiscalStartMonth)
  const said = months.flatMap((month) => {
    const part = one(values, month)
    return part === undefined ? [] : [`${month} ${part}`]
  })
  const why = one(values, 'why')
  if (said.length === 0) return { errors: { [months[0] ?? 'why']: words.formHint } }
  const answer = await splitBy(scope, goal, `${said.join(' ')}${why ? ` reason=${why}` : ''}`)
  return answer instanceof Refusal ? { errors: { [months[0] ?? 'why']: answer.view.summary } } : answer
}

async function splitBy(scope: Acting<WriteScope>, goal: Goal, text: string): Promise<Answer> {
  const words = texts[scope.locale].phasing
  const refused = (await refuseChange(scope, goal)) ?? refuseSplit(scope, goal)
  if (refused || !isCounted(goal)) return refused ?? new Refusal(words.format)
  const read = await readSplit(scope, goal, text)
  if (read instanceof Refusal) return read
  const { phases, said } = read
  const reason = reasonIn(read.reason)
  const label = `G-${goal.number}`
  const command = scope.locale === 'en' ? '/goal phase' : '目标 分期'
  if (goal.phases && reason === undefined)
    return new Refusal(words.whyMissing(`${command} ${label} ${text.trim().slice(0, 200)}`))
  await amendGoal(scope, goal, { phases }, { part: 'phases', before: goal.phases, after: phases, reason })
  const named = new Set(said.map((one) => one.month))
  const kept = phases.filter((one) => isPast(one.month, scope.today) && !named.has(one.month))
  return splitView(scope, { ...goal, phases }, kept)
}

/** What `10月冲量60% 11月维稳40%` makes of a goal's months, or why it cannot be that. */
export async function readSplit(
  scope: Scope,
  goal: Goal,
  text: string,
): Promise<{ phases: Phase[]; said: Said[]; reason: string } | Refusal> {
  const words = texts[scope.locale].phasing
  const { currency, fiscalStartMonth } = scope.workspace
  const refused = refuseSplit(scope, goal)
  if (refused || !isCounted(goal)) return refused ?? new Refusal(words.format)
  const months = monthsOf(goal.period, fiscalStartMonth)
  const read = readPhases(text, goal, months, currency)
  const phases =
    'problem' in read ? read : phasesFrom(read.said, goal, scope.today, wholeUnit(goal, currency))
  if ('problem' in read || 'problem' in phases)
    return new Refusal(await whyNot(scope, goal, months, 'problem' in read ? read : (phases as Unphased)))
  if (samePhases(goal.phases, phases)) return new Refusal(words.same(`G-${goal.number}`))
  return { phases, said: read.said, reason: read.reason }
}

/** A goal's months in words, one line for each. */
export async function phaseLines(scope: Scope, goal: Goal): Promise<string[]> {
  const words = texts[scope.locale].phasing
  const { show } = await wordsFor(scope, goal)
  const phases = goal.phases ?? []
  const shares = allocate(
    BigInt(WHOLE_BPS),
    phases.map((one) => BigInt(one.amount)),
  )
  return phases.map(({ month, name, amount }, at) => {
    const shown = showPeriod(month, scope.locale, scope.today)
    const called = month === scope.today.slice(0, 7) ? words.first(shown) : shown
    return words.line(called, name, show(amount), showPercent(Number(shares[at] ?? 0n)))
  })
}

async function splitView(scope: Scope, goal: CountedGoal, kept: readonly Phase[]): Promise<View> {
  const words = texts[scope.locale].phasing
  const { label, name, value } = await wordsFor(scope, goal)
  const sentence = words.done(label, name)
  const months = joinNames(
    kept.map((one) => showPeriod(one.month, scope.locale, scope.today)),
    scope.locale,
  )
  const notes = [words.sum(value), ...(kept.length > 0 ? [words.kept(months)] : [])]
  return {
    summary: sentence,
    blocks: [
      textBlock(sentence),
      list(await phaseLines(scope, goal)),
      context(joinSentences(notes.map(ended(scope)), scope.locale)),
    ],
  }
}

/** What a month's goal, a rate or an objective says; undefined: it can be split. */
function refuseSplit(scope: Scope, goal: Goal): Refusal | undefined {
  const words = texts[scope.locale]
  const label = `G-${goal.number}`
  if (!isCounted(goal)) return new Refusal(words.objective.noNumber(label))
  if (kindOf(goal.period) === 'month') return new Refusal(words.phasing.onlyMonth(label))
  const metric = goal.metric === 'checkin' ? goal.name : words.metrics[goal.metric]
  return addsUp(goal) ? undefined : new Refusal(words.phasing.noSum(label, metric))
}

async function whyNot(
  scope: Scope,
  goal: CountedGoal,
  months: readonly Period[],
  why: Unphased,
): Promise<string> {
  const words = texts[scope.locale].phasing
  const shown = (month: Period) => showPeriod(month, scope.locale, scope.today)
  const { show, label } = await wordsFor(scope, goal)
  const [first = '', last = ''] = [months.at(-2) ?? '', months.at(-1) ?? ''].map((month) => shown(month))
  const squeezed = scope.locale === 'en' ? [first, last] : [first, last].map((one) => one.replaceAll(' ', ''))
  const example = `${scope.locale === 'en' ? '/goal phase' : '目标 分期'} ${label} ${squeezed[0]} 60% ${squeezed[1]} 40%`
  switch (why.problem) {
    case 'none':
      return words.format
    case 'unread':
      return words.unread(why.words.slice(0, 60), example)
    case 'outside':
      return words.outside(why.words, `${shown(months[0] ?? '')} – ${shown(months.at(-1) ?? '')}`)
    case 'twice':
      return words.twice(why.words)
    case 'fine':
      return words.fine(why.words.slice(0, 60))
    case 'mixed':
      return words.mixed
    case 'shares':
      return words.shares(showPercent(why.sum), showPercent(why.wanted))
    case 'amounts':
      return words.amounts(show(why.sum), show(why.wanted), show(Math.abs(why.sum - why.wanted)))
  }
}

const samePhases = (before: readonly Phase[] | undefined, after: readonly Phase[]): boolean =>
  JSON.stringify(before?.map(({ month, name, amount }) => [month, name, amount])) ===
  JSON.stringify(after.map(({ month, name, amount }) => [month, name, amount]))

const ended = (scope: Scope) => (sentence: string) =>
  /[.。]$/.test(sentence) ? sentence : `${sentence}${scope.locale === 'en' ? '.' : '。'}`
