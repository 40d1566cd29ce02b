import { payStanding } from '../commission/pay-of.ts'
import { fromValue, type Question, readQuestion } from '../commission/question.ts'
import { type Answer, type CommandInput, type Press, SAY } from '../kernel/feature.ts'
import { showMoney } from '../kernel/money.ts'
import { kindOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { actions, type Block, context, list, text } from '../view/view.ts'
import { anythingBeside } from './beside-store.ts'
import { broughtForward, carriedLines } from './carried.ts'
import { lateAdjustments } from './late-adjustments.ts'
import { linesOf, signed } from './lines.ts'
import { manualIn } from './manual-store.ts'
import { type ClosedPeriod, closedPeriod } from './period-store.ts'
import { statementsHeld } from './store.ts'
import { texts } from './texts.ts'
import { openPeriod } from './which-period.ts'

type Asks<Input> = (scope: Acting, input: Input) => Promise<Answer>

/** The answer to a command about pay, with what stands beside it: adjustments, or that the period is closed. */
export const besideCommand = (reads: Asks<CommandInput>): Asks<CommandInput> =>
  beside(reads, (scope, input) => readQuestion(scope, input.text))

/** The same for a button. */
export const besidePress = (reads: Asks<Press>): Asks<Press> =>
  beside(reads, (scope, press) => fromValue(scope, press.value))

function beside<Input>(
  reads: Asks<Input>,
  questionIn: (scope: Acting, input: Input) => Promise<Question | Refusal>,
): Asks<Input> {
  return async (scope, input) => {
    const answer = await reads(scope, input)
    if (answer instanceof Refusal || !('blocks' in answer)) return answer
    if (!(await anythingBeside(scope))) return answer
    const question = await questionIn(scope, input)
    if (question instanceof Refusal) return answer
    return { ...answer, blocks: [...answer.blocks, ...(await blocksBeside(scope, question))] }
  }
}

async function blocksBeside(scope: Acting, { person, period }: Question): Promise<Block[]> {
  const closed = await closedPeriod(scope, period)
  if (closed) return closedBlocks(scope, person.id, closed)
  const kind = kindOf(period)
  if (kind === 'day' || kind === 'week' || period !== (await openPeriod(scope, kind))) return []
  const adjustments =
    (await lateAdjustments(scope, period, scope.now, person.id)).adjustments.get(person.id) ?? []
  const manual = (await manualIn(scope, period, scope.now, person.id)).get(person.id) ?? []
  const broughtMinor = (await broughtForward(scope, period, scope.now, person.id)).get(person.id) ?? 0n
  if (adjustments.length === 0 && manual.length === 0 && broughtMinor === 0n) return []
  const standing = await payStanding(scope, person.id, period)
  const earnedMinor = typeof standing === 'string' ? 0n : standing.earnedMinor
  const negative = typeof standing === 'string' ? undefined : standing.active.plan.terms.negative
  const before = [...adjustments, ...manual].reduce((sum, one) => sum + one.minor, earnedMinor)
  const carried = carriedLines(negative, before, broughtMinor)
  const lines = await linesOf(scope, { adjustments, manual, carried })
  const { currency } = scope.workspace
  const words = texts[scope.locale]
  const sum = lines.reduce((total, one) => total + one.minor, 0n)
  const total = sum + earnedMinor
  return [
    text(words.adjustmentsTitle(signed(sum, currency, scope.locale))),
    list(lines.map(({ label, minor }) => `${label} ${signed(minor, currency, scope.locale)}`)),
    text(words.withAdjustments(showMoney(total, currency, scope.locale))),
  ]
}

async function closedBlocks(
  scope: Acting,
  person: string,
  { period, state, revision }: ClosedPeriod,
): Promise<Block[]> {
  const words = texts[scope.locale]
  const issued = (await statementsHeld(scope, person)).find((one) => one.period === period)
  if (!issued) return []
  const named = showPeriod(period, scope.locale, scope.today)
  const total = showMoney(issued.totalMinor, issued.currency, scope.locale)
  const said = context(words.closedHere(named, words.states[state], revision, total))
  if (person !== scope.person.id) return [said]
  const show = { label: words.showStatement, action: SAY, value: `/commission statement ${period}` }
  return [said, actions(show)]
}
