import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { type Calculation, Calculator, dealsBeside, dealsOf } from './calculation.ts'
import type { Statement } from './document.ts'
import { HistoryBook } from './history-book.ts'
import { lateAdjustments } from './late-adjustments.ts'
import { manualIn } from './manual-store.ts'
import type { Part } from './store.ts'

/** Told before each of so many steps. */
export type OnStep = (done: number, of: number) => Promise<void>

export interface Composed {
  statements: Statement[]
  /** The deals that the statements, and their adjustments, are about. */
  parts: Part[]
  /** Whether the parts of the period's own deals are those that are stored: `parts` has only the others then. */
  asStored: boolean
}

/**
 * Everybody's statement of a period, worked out from what was recorded up to a moment, by person: who has a part in a
 * deal of the period or a target, and whoever has an adjustment to get. Nothing is stored.
 */
export async function composeStatements(
  scope: Scope,
  period: Period,
  until: Instant,
  onPerson: OnStep = async () => {},
): Promise<Composed> {
  const book = await HistoryBook.open(scope, { since: until, passing: until < scope.now })
  const calculator = new Calculator(book, until)
  const late = await lateAdjustments(scope, period, until)
  const manual = await manualIn(scope, period, until)
  const people = new Set(await calculator.records.peopleIn(period))
  const statements: Statement[] = []
  const concerned = new Set([...people, ...late.adjustments.keys(), ...manual.keys()])
  for (const [index, person] of [...concerned].sort().entries()) {
    await onPerson(index, concerned.size)
    const calculation = await calculator.calculate(person, period)
    const adjustments = late.adjustments.get(person) ?? []
    const byHand = manual.get(person) ?? []
    const counts = people.has(person) && belongs(calculation, period)
    if (!counts && adjustments.length === 0 && byHand.length === 0) continue
    const { currency } = scope.workspace
    statements.push({ person, period, currency, calculation, adjustments, manual: byHand })
  }
  const asStored = await calculator.records.asStored(period)
  const parts = statements.flatMap(({ person, calculation }) => {
    const deals = asStored ? dealsBeside(calculation) : dealsOf(calculation)
    return deals.map((deal) => ({ period, person, deal }))
  })
  return { statements, parts: [...parts, ...late.parts], asStored }
}

/** One person's statement; undefined where they would get none. */
export async function composeStatement(
  scope: Scope,
  period: Period,
  person: string,
  until: Instant,
): Promise<Statement | undefined> {
  const wanted = { people: [person], since: until, passing: until < scope.now }
  const calculator = new Calculator(await HistoryBook.open(scope, wanted), until)
  const adjustments = (await lateAdjustments(scope, period, until, person)).adjustments.get(person) ?? []
  const manual = (await manualIn(scope, period, until, person)).get(person) ?? []
  const calculation = await calculator.calculate(person, period)
  const people = await calculator.records.peopleIn(period)
  const counts = people.includes(person) && belongs(calculation, period)
  if (!counts && adjustments.length === 0 && manual.length === 0) return undefined
  return { person, period, currency: scope.workspace.currency, calculation, adjustments, manual }
}

/** Who has no plan at all is told so with the months, whose pay nobody could miss. */
const belongs = ({ pay }: Calculation, period: Period): boolean =>
  pay === 'no plan' ? kindOf(period) === 'month' : pay !== 'other period'
