import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import type { Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { requireAdmin } from '../people/require-admin.ts'
import { namesOf } from '../people/who.ts'
import { actions, type Block, list, say, text, type View } from '../view/view.ts'
import { composeStatements } from './compose.ts'
import { sumsOf } from './document.ts'
import { issueStatements, untilNow } from './issue.ts'
import { freezePeriod } from './period-store.ts'
import { texts } from './texts.ts'
import { type Unfinished, unfinishedIn } from './unfinished.ts'
import { readOnlyPayPeriod, whyNotClosed } from './which-period.ts'

/** `/commission close 2026-10`: what is unfinished, and the button that freezes the period. */
export async function closePeriod(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const period = readOnlyPayPeriod(scope, typed, 'close')
  if (period instanceof Refusal) return period
  const refusal = await whyNotClosed(scope, period)
  return refusal ?? checkView(scope, period)
}

/** `/commission freeze 2026-10`: the same without the list, for the command line. */
export async function freezeNow(scope: Acting<WriteScope>, { text: typed }: CommandInput): Promise<Answer> {
  return freeze(scope, typed)
}

/** The button below the list. A second press finds the period closed. */
export async function freezePressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const said = await freeze(scope, value)
  return said instanceof Refusal ? said : { replace: said }
}

/** Freezes a period: everybody's statement is stored and sent to them. */
async function freeze(scope: Acting<WriteScope>, typed: string): Promise<View | Refusal> {
  const words = texts[scope.locale]
  const forbidden = requireAdmin(scope)
  if (forbidden) return forbidden
  const period = readOnlyPayPeriod(scope, typed, 'close')
  if (period instanceof Refusal) return period
  const refusal = await whyNotClosed(scope, period)
  if (refusal) return refusal
  const named = showPeriod(period, scope.locale, scope.today)
  const until = untilNow(scope)
  if (!(await freezePeriod(scope, period, until)))
    return new Refusal(words.closedAlready(named, words.states.frozen))
  const { people, totalMinor } = await issueStatements(scope, period, { revision: 1, until })
  const after = { state: 'frozen', people, totalMinor: Number(totalMinor) }
  await scope.record('period.frozen', `period:${period}`, { state: 'open' }, after)
  return say(words.frozen({ period: named, code: period, people, total: money(scope, totalMinor) }))
}

async function checkView(scope: Acting, period: Period): Promise<View> {
  const words = texts[scope.locale]
  const { statements } = await composeStatements(scope, period, scope.now)
  const total = statements.reduce((sum, one) => sum + sumsOf(one).totalMinor, 0n)
  const named = showPeriod(period, scope.locale, scope.today)
  const title = words.checkTitle(named, statements.length, money(scope, total))
  const open = await linesOf(scope, await unfinishedIn(scope, period))
  const found: Block[] = open.length === 0 ? [text(words.allFinished)] : [text(words.unfinished), list(open)]
  const freeze = {
    label: open.length === 0 ? words.freeze : words.freezeAnyway,
    action: 'statement.freeze',
    value: period,
    tone: 'primary' as const,
    confirm: words.freezeSure(named),
  }
  return { summary: title, blocks: [text(title), ...found, actions(freeze)] }
}

const MOST_NAMED = 20 // of each kind: more would be a wall of numbers

async function linesOf(scope: Acting, unfinished: Unfinished): Promise<string[]> {
  const words = texts[scope.locale]
  const { unconfirmed, disputes, withoutPlan, withoutTarget, lacking, alone, unconfirmedCheckins } =
    unfinished
  const some = (all: readonly string[]) =>
    joinNames(
      [
        ...all.slice(0, MOST_NAMED),
        ...(all.length > MOST_NAMED ? [words.andMore(all.length - MOST_NAMED)] : []),
      ],
      scope.locale,
    )
  const owners = alone.map((one) => one.person)
  const named = [withoutPlan, withoutTarget, owners].flatMap((ids) => ids.slice(0, MOST_NAMED))
  const names = await namesOf(scope, named)
  const people = (ids: readonly string[]) => some(ids.map((id) => names.get(id) ?? id))
  const waiting = unconfirmed.reduce((sum, one) => sum + BigInt(one.minor), 0n)
  const deals = some(unconfirmed.map((one) => `D-${one.number}`))
  return [
    ...(unconfirmed.length > 0 ? [words.unconfirmed(unconfirmed.length, deals, money(scope, waiting))] : []),
    ...(disputes.length > 0
      ? [words.disputesOpen(disputes.length, some(disputes.map((one) => `#${one.number}`)))]
      : []),
    ...(lacking.length > 0 ? [words.lacking(lacking.length, some(lacking.map((one) => `D-${one}`)))] : []),
    ...(withoutPlan.length > 0 ? [words.withoutPlan(people(withoutPlan))] : []),
    ...(withoutTarget.length > 0 ? [words.withoutTarget(people(withoutTarget))] : []),
    ...(alone.length > 0
      ? [words.alone(some(alone.map((one) => words.goalOf(one.number, names.get(one.person) ?? one.person))))]
      : []),
    ...(unconfirmedCheckins.length > 0
      ? [words.unconfirmedCheckins(some(unconfirmedCheckins.map((one) => `G-${one}`)))]
      : []),
  ]
}

const money = (scope: Acting, minor: bigint) => showMoney(minor, scope.workspace.currency, scope.locale)
