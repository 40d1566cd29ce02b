import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { type Calculation, Calculator, dealsBeside, dealsOf } from './calculation.ts'
import { broughtForward, carriedLines } from './carried.ts'
import { type Statement, sumsOf } from './document.ts'
import { HistoryBook } from './history-book.ts'
import { lateAdjustments } from './late-adjustments.ts'
import { manualIn } from './manual-store.ts'
import type { Part } from './store.ts'

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
export async function composeStatements(scope: Scope, period: Period, until: Instant): Promise<Composed> {
  const book = await HistoryBook.open(scope, { since: until, passing: until < scope.now })
  const calculator = new Calculator(book, until)
  const late = await lateAdjustments(scope, period, until)
  const manual = await manualIn(scope, period, until)
  const brought = await broughtForward(scope, period, until)
  const concerned = await concernedIn(calculator, period)
  const statements: Statement[] = []
  for (const person of [
    ...new Set([...concerned.people, ...late.adjustments.keys(), ...manual.keys(), ...brought.keys()]),
  ].sort()) {
    const calculation = await calculator.calculate(person, period)
    const adjustments = late.adjustments.get(person) ?? []
    const byHand = manual.get(person) ?? []
    const counts = concerned.counts(person, calculation)
    const broughtMinor = brought.get(person) ?? 0n
    if (!counts && adjustments.length === 0 && byHand.length === 0 && broughtMinor === 0n) continue
    statements.push(
      statementFrom(scope, { person, period, calculation, adjustments, manual: byHand }, broughtMinor),
    )
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
  const counts = (await concernedIn(calculator, period)).counts(person, calculation)
  const broughtMinor = (await broughtForward(scope, period, until, person)).get(person) ?? 0n
  if (!counts && adjustments.length === 0 && manual.length === 0 && broughtMinor === 0n) return undefined
  return statementFrom(scope, { person, period, calculation, adjustments, manual }, broughtMinor)
}

function statementFrom(
  { workspace: { currency } }: Scope,
  found: Omit<Statement, 'currency' | 'carried'>,
  broughtMinor: bigint,
): Statement {
  const uncarried = { ...found, currency, carried: [] }
  const negative = found.calculation.active?.plan.terms.negative
  return { ...uncarried, carried: carriedLines(negative, sumsOf(uncarried).totalMinor, broughtMinor) }
}

/** Who may get a statement of a period, and whether somebody does. */
async function concernedIn({ records }: Calculator, period: Period) {
  const own = new Set(await records.peopleIn(period))
  const others = new Set([...(await records.paidByOthers(period)), ...(await records.paidByTerms(period))])
  return {
    people: [...new Set([...own, ...others])],
    counts: (person: string, calculation: Calculation): boolean =>
      (own.has(person) && belongs(calculation, period)) || (others.has(person) && paysAnything(calculation)),
  }
}

/** Whether somebody who has done nothing in the period is paid, or loses, something. */
const paysAnything = ({ pay }: Calculation): boolean =>
  typeof pay !== 'string' && pay.lines.some((line) => line.kind === 'terms' || line.exact.num !== 0n)

/** Who has no plan at all is told so with the months, whose pay nobody could miss. */
const belongs = ({ pay }: Calculation, period: Period): boolean =>
  pay === 'no plan' ? kindOf(period) === 'month' : pay !== 'other period'
