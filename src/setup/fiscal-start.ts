import { regroupTotals } from '../deals/store.ts'
import { longGoals } from '../goals/store.ts'
import { joinNames } from '../kernel/locale.ts'
import { kindOf } from '../kernel/period.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { changeWorkspace } from '../people/store.ts'
import { closedPeriods } from '../statements/period-store.ts'
import type { Field } from '../view/form.ts'
import { texts } from './texts.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

export function fiscalStartField(scope: Scope): Field {
  return {
    kind: 'choice',
    name: 'fiscalStart',
    label: texts[scope.locale].fiscalStart,
    options: MONTHS.map((month) => ({ value: String(month), label: fiscalMonth(scope, month) })),
    initial: String(scope.workspace.fiscalStartMonth),
  }
}

export function fiscalMonth({ locale, today }: Scope, month: number): string {
  return showPeriod(`${today.slice(0, 4)}-${String(month).padStart(2, '0')}`, locale, today)
}

/**
 * Lets the fiscal year start in another month, and adds the quarters and years up anew. Gives the sentence why not, where
 * a goal or a settled period is named by the quarters and years as they are.
 */
export async function startFiscalYear(
  scope: WriteScope,
  chosen: string | undefined,
): Promise<string | undefined> {
  const month = MONTHS.find((one) => String(one) === chosen)
  if (month === undefined || month === scope.workspace.fiscalStartMonth) return undefined
  const words = texts[scope.locale]
  const goals = await longGoals(scope)
  const settled = (await closedPeriods(scope)).filter((one) => kindOf(one.period) !== 'month')
  const labels = goals.slice(0, 3).map((number) => `G-${number}`)
  if (goals.length > 0) return words.fiscalGoals(joinNames(labels, scope.locale), goals.length)
  if (settled.length > 0) return words.fiscalSettled
  await changeWorkspace(scope, { fiscalStartMonth: month })
  await regroupTotals(scope, month)
  return undefined
}
