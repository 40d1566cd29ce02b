import { addDays, kindOf, type Period, periodOf, type Span, shift, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Plan, PlanPeriod } from './plan.ts'

/** A version of a plan that is in force. */
export interface InForce {
  plan: Plan
  id: string
  version: number
  effectiveFrom: LocalDate
}

/** What is known about the plans that a person ever had. */
export interface PlanDays<Version extends InForce> {
  fiscalStartMonth: number
  /** Every day on which another plan, or version of one, may have come into force; in no particular order. */
  days: readonly LocalDate[]
  /** Whether all of them count in periods of one kind. */
  oneKind: boolean
  /** The version in force on a day, by the dates of versions, assignments and memberships alone. */
  planOn: (day: LocalDate) => Promise<Version | undefined>
}

/**
 * The plan of a period: the one in force on its last day; and where it has changed within the period, the plan of each
 * stretch. Days before anybody had set a plan belong to the first one. A plan that counts in periods of another kind
 * than the one before it takes over on the first day that begins a period of both.
 */
export async function planOver<Version extends InForce>(
  period: Period,
  known: PlanDays<Version>,
): Promise<(Version & { stretches?: (Span & InForce)[] }) | undefined> {
  const span = spanOf(period, known.fiscalStartMonth)
  const changes = known.days.some((day) => day > span.from && day <= span.to)
  if (!changes && known.oneKind) return known.planOn(span.to)
  const timeline = await timelineUntil(span.to, known)
  const last = timeline.at(-1)?.version
  if (!last || last.plan.period !== kindOf(period)) return last
  const stretches = stretchesWithin(span, timeline)
  return stretches.length > 1 ? { ...last, stretches } : last
}

interface Since<Version> {
  from: LocalDate
  version: Version | undefined
}

/** Since when which version counts, up to a day. */
async function timelineUntil<Version extends InForce>(
  until: LocalDate,
  { days, planOn, fiscalStartMonth }: PlanDays<Version>,
): Promise<Since<Version>[]> {
  const timeline: Since<Version>[] = []
  let waiting: Since<Version> | undefined
  const settle = (day: LocalDate) => {
    if (!waiting || waiting.from > day) return
    timeline.push(waiting)
    waiting = undefined
  }
  for (const day of [...new Set(days)].filter((one) => one <= until).sort()) {
    settle(day)
    const version = await planOn(day)
    const before = timeline.at(-1)?.version
    waiting = undefined
    if (!before || !version || before.plan.period === version.plan.period)
      timeline.push({ from: day, version })
    else
      waiting = {
        from: beginningOfBoth(day, before.plan.period, version.plan.period, fiscalStartMonth),
        version,
      }
    settle(day)
  }
  settle(until)
  return timeline
}

const LENGTHS: PlanPeriod[] = ['month', 'quarter', 'year']

/** The first day from another on that begins a period of both kinds: the longer one begins with a shorter one. */
function beginningOfBoth(day: LocalDate, one: PlanPeriod, other: PlanPeriod, fiscal: number): LocalDate {
  const longer = LENGTHS.indexOf(one) > LENGTHS.indexOf(other) ? one : other
  const around = periodOf(day, longer, fiscal)
  const { from } = spanOf(around, fiscal)
  return from === day ? day : spanOf(shift(around, 1, fiscal), fiscal).from
}

function stretchesWithin<Version extends InForce>(
  { from, to }: Span,
  timeline: readonly Since<Version>[],
): (Span & InForce)[] {
  const found: (Span & InForce)[] = []
  for (const [index, { from: since, version }] of timeline.entries()) {
    const next = timeline[index + 1]?.from
    const until = next === undefined || next > to ? to : addDays(next, -1)
    if (!version || until < from || since > until) continue
    const { plan, id, version: number, effectiveFrom } = version
    const last = found.at(-1)
    if (last && last.id === id && last.version === number) last.to = until
    else {
      if (last) last.to = addDays(since, -1)
      found.push({
        from: found.length === 0 ? from : since,
        to: until,
        plan,
        id,
        version: number,
        effectiveFrom,
      })
    }
  }
  return found
}

/** What a document counts in, as it is stored: JSON text. */
export const periodKindOf = (document: string): string => /"period":"(\w+)"/.exec(document)?.[1] ?? ''
