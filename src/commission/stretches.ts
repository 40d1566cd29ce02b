import { addDays, type Period, type Span, spanOf } from '../kernel/period.ts'
import type { ActivePlan } from './active-plan.ts'
import { during } from './during.ts'
import { factsOf } from './facts-of.ts'
import { type Fraction, fraction, ONE, plus, times, ZERO } from './fraction.ts'
import { type Facts, wholeTarget } from './pay.ts'
import { lowersTarget, metricOf, type Plan } from './plan.ts'
import type { InForce } from './plans-over-time.ts'
import { daysIn } from './ramp.ts'
import type { Records } from './records.ts'
import { targetShare } from './target-share.ts'

/** A part of a period in which one plan is in force, with what that plan is worked out on. */
export interface Stretch extends Span {
  active: InForce
  facts: Facts
  /** The stretch's share of the period's target, as the plan's ramp and proration leave it. */
  share: Fraction
  /** How much is paid of what the plan makes of the facts. */
  weight: Fraction
}

/**
 * A person's period cut where the plan in force changes; a period without a change is one stretch. A stretch has its
 * days' share of the target (target-share.ts); one of which no day counts is a part of its neighbour.
 *
 * `separate`: a stretch is worked out on what was signed or collected on its own days, against its share of the target,
 * and is paid in full. `blended`: a stretch's plan is worked out on all that the whole period has, against the sum of
 * all shares of the target, and pays that × its credit ÷ the whole credit (where there is none: its days ÷ all days).
 * The last stretch's plan says which. A metric is always measured over the whole period. Nothing is rounded.
 */
export async function stretchesOf(
  records: Records,
  person: string,
  period: Period,
  active: ActivePlan,
): Promise<Stretch[]> {
  const span = spanOf(period, records.workspace.fiscalStartMonth)
  const known = active.stretches ?? [{ ...span, ...active }]
  if (known.length === 1 && !lowersTarget(active.plan)) {
    const facts = await factsOf(records, person, period, active.plan)
    return [{ ...span, active, facts, share: ONE, weight: ONE }]
  }
  const shared = await sharedOut(records, person, span, known)
  const own = await Promise.all(
    shared.map((one) => factsOf(during(records, one), person, period, one.active.plan)),
  )
  if (active.plan.stretches === 'separate') return shared.map((one, index) => separate(one, at(own, index)))
  const whole = await Promise.all(shared.map((one) => factsOf(records, person, period, one.active.plan)))
  const target = sumOfTargets(shared, whole)
  return shared.map((one, index) => blended(one, at(own, index), at(whole, index), { target, span }))
}

/** A stretch's share of the target, and, for a metric, the whole period's. */
interface Shared extends Omit<Stretch, 'facts' | 'weight'> {
  overall: Fraction
}

async function sharedOut(
  records: Records,
  person: string,
  span: Span,
  known: readonly (Span & InForce)[],
): Promise<Shared[]> {
  const employment = await records.employment(person)
  const shared = known.map(({ from, to, ...active }) => ({
    from,
    to,
    active,
    share: targetShare(active.plan, { from, to }, span, employment),
    overall: targetShare(active.plan, span, span, employment),
  }))
  const counted = shared.filter(({ share }) => share.num > 0n)
  return counted.map((one, index) => ({
    ...one,
    from: index === 0 ? span.from : one.from,
    to: counted[index + 1] ? addDays(at(counted, index + 1).from, -1) : span.to,
  }))
}

function separate({ overall, ...stretch }: Shared, own: Facts): Stretch {
  const { plan } = stretch.active
  const share = metricOf(plan) === undefined ? stretch.share : overall
  return { ...stretch, facts: { ...own, exactTarget: ofTarget(plan, own, share) }, weight: ONE }
}

function blended(
  { overall, ...stretch }: Shared,
  own: Facts,
  whole: Facts,
  period: { target: Fraction; span: Span },
): Stretch {
  const { plan } = stretch.active
  const exactTarget = metricOf(plan) === undefined ? period.target : ofTarget(plan, whole, overall)
  const weight =
    whole.creditMinor === 0n
      ? fraction(daysIn(stretch), daysIn(period.span))
      : fraction(own.creditMinor, whole.creditMinor)
  return { ...stretch, facts: { ...whole, exactTarget }, weight }
}

const ofTarget = (plan: Plan, facts: Facts, share: Fraction): Fraction =>
  times(fraction(wholeTarget(plan, facts)), share)

/** The target of a period whose stretches are blended, of those that have one in money. */
const sumOfTargets = (shared: readonly Shared[], whole: readonly Facts[]): Fraction =>
  shared
    .map(({ active: { plan }, share }, index) =>
      metricOf(plan) === undefined ? ofTarget(plan, at(whole, index), share) : ZERO,
    )
    .reduce(plus, ZERO)

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new Error(`There is no ${index} of ${values.length}`)
  return value
}
