import type { WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { activatePlan } from './active-plan.ts'
import type { PlanDocument } from './plan-document.ts'
import { planName } from './plan-name.ts'
import { planTexts } from './plan-texts.ts'
import type { AssignedTo } from './store.ts'
import { tellChangedPay } from './tell-changed-pay.ts'

/** Activates a plan, and lets those know whose running pay is another one by it. As `activatePlan`. */
export function putInForce(
  scope: WriteScope,
  document: PlanDocument,
  from: LocalDate,
  to?: AssignedTo,
  until?: LocalDate | null,
): Promise<{ plan: string; version: number }> {
  return tellChangedPay(
    scope,
    (locale) => planTexts[locale].planChanged(planName(document, locale), from),
    () => activatePlan(scope, document, from, to, until),
  )
}
