import type { Reader } from './figures.ts'
import { showRate } from './fraction.ts'
import type { Plan } from './plan.ts'
import { stretchTexts } from './stretch-texts.ts'

/** What a plan says about newcomers, parts of periods, and its coefficient: a line each. */
export function stretchesInWords({ locale }: Reader, plan: Plan): string[] {
  const words = stretchTexts[locale]
  const { coefficient } = plan
  return [
    ...(plan.ramp.length > 0 ? [words.ramp(plan.ramp.map(showRate))] : []),
    ...(plan.proration === 'calendar-days' ? [words.prorated] : []),
    ...(plan.stretches === 'blended' ? [words.blended] : []),
    ...(coefficient
      ? [
          words.coefficient({
            goal: coefficient.goal,
            from: coefficient.from && showRate(coefficient.from),
            to: coefficient.to && showRate(coefficient.to),
            missing: coefficient.missing,
          }),
        ]
      : []),
  ]
}
