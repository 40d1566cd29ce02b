import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { type Calculation, calculator } from './calculation.ts'
import type { Statement } from './document.ts'
import { historyOf } from './history-store.ts'
import { lateAdjustments } from './late-adjustments.ts'
import { manualIn } from './manual-store.ts'
import type { Part } from './store.ts'

export interface Composed {
  statements: Statement[]
  parts: Part[]
}

/**
 * Everybody's statement of a period, worked out from what was recorded up to a moment, by person: who has a part in a
 * deal of the period or a target, and whoever has an adjustment to get. Nothing is stored.
 */
export async function composeStatements(scope: Scope, period: Period, until: Instant): Promise<Composed> {
  const history = await historyOf(scope, period, { since: until, passing: until < scope.now })
  const { people, calculate } = calculator(scope, history, until)
  const late = await lateAdjustments(scope, period, until)
  const manual = await manualIn(scope, period, until)
  const counted = people
    .map((person) => [person, calculate(person)] as const)
    .filter(([, calculation]) => belongs(calculation, period))
    .map(([person]) => person)
  const everybody = [...new Set([...counted, ...late.adjustments.keys(), ...manual.keys()])].sort()
  const statements = everybody.map((person) => ({
    person,
    period,
    currency: scope.workspace.currency,
    calculation: calculate(person),
    adjustments: late.adjustments.get(person) ?? [],
    manual: manual.get(person) ?? [],
  }))
  const parts = statements.flatMap(({ person, calculation }) =>
    calculation.credits.map(({ deal }) => ({ period, person, deal })),
  )
  return { statements, parts: [...parts, ...late.parts] }
}

/** One person's statement; undefined where they would get none. */
export async function composeStatement(
  scope: Scope,
  period: Period,
  person: string,
  until: Instant,
): Promise<Statement | undefined> {
  const wanted = { people: [person], since: until, passing: until < scope.now }
  const { people, calculate } = calculator(scope, await historyOf(scope, period, wanted), until)
  const adjustments = (await lateAdjustments(scope, period, until, person)).adjustments.get(person) ?? []
  const manual = (await manualIn(scope, period, until, person)).get(person) ?? []
  const calculation = calculate(person)
  const counts = people.includes(person) && belongs(calculation, period)
  if (!counts && adjustments.length === 0 && manual.length === 0) return undefined
  return { person, period, currency: scope.workspace.currency, calculation, adjustments, manual }
}

/** Who has no plan at all is told so with the months, whose pay nobody could miss. */
const belongs = ({ pay }: Calculation, period: Period): boolean =>
  pay === 'no plan' ? kindOf(period) === 'month' : pay !== 'other period'
