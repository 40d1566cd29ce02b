import { type Period, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Against, against } from './against.ts'
import type { Basis } from './basis.ts'
import type { Goal, Metric } from './goal.ts'
import { isMilestone } from './goal-words.ts'
import { measuredValue, type Unfit } from './measure.ts'
import type { Draft, Vague } from './read-goal.ts'
import { type Baseline, type Grown, grownFrom, multiplied } from './work-out.ts'

export { measuredValue } from './measure.ts'

/**
 * The SMART check: specific (a metric), measurable (a number and a unit), achievable (against the history), relevant
 * (a goal above it), time-bound (a period), and somebody whose it is. What is missing stops a goal; a jump, a period
 * that is over or a missing parent is pointed out.
 */
export interface Smart {
  specific:
    | { metric: Metric }
    | { missing: 'metric' | 'vague' | 'narrow' | 'several' | 'milestone'; vague?: Vague }
  measurable: { value: number; basis?: Basis } | { missing: Unmeasurable; grown?: Grown }
  achievable: Against
  relevant: { state: 'linked' | 'suggested'; parent: Goal } | { state: 'top' | 'alone' }
  timeBound: { period: Period; over: boolean } | { missing: 'period' | 'half' | 'week' }
  owned: { state: 'owned' } | { missing: string }
}

export type Unmeasurable =
  | Unfit
  | 'number'
  /** 提升, improve: a direction without a distance. */
  | 'verb'
  /** 50–60万: one number is needed. */
  | 'range'
  /** 每周 10 家: so much of each, where the whole is needed. */
  | 'rate'
  /** So much more than something: the figure that it leads to is said once before it is stored. */
  | 'growth'
  | 'baseline'
  /** Drivers are multiplied: what they make, and whether that is what was said. */
  | 'drivers'
  | 'falling'

export interface SmartFacts {
  currency: string
  today: LocalDate
  fiscalStartMonth: number
  /** What was reached in periods of the same kind that are over, in the metric's measure; latest first. */
  history: readonly number[]
  /** What the period before, and the same one a year ago, have brought; absent where nothing is known. */
  before?: Baseline | undefined
  lastYear?: Baseline | undefined
  level: Goal['level']
  /** The parent that was named, or the best one on the level above. */
  parent: { goal: Goal; named: boolean } | undefined
  /** Whether the owner was named; else 我们 could be anybody. */
  ownerNamed: boolean
  /** How many workdays the period has, and how many people the team of who asks. */
  workdays: number
  people: number
  /** What is proposed where no period is named: this month, or the next where little of this one is left. */
  usualPeriod: Period
  /** The team that 我们 would be: one that who asks leads. */
  team: string | undefined
}

export function checkSmart(draft: Draft, facts: SmartFacts): Smart {
  const measurable = measure(draft, facts)
  return {
    specific: whatExactly(draft),
    measurable,
    achievable: 'value' in measurable ? against(facts.history, measurable.value) : { state: 'unknown' },
    relevant: facts.parent
      ? { state: facts.parent.named ? 'linked' : 'suggested', parent: facts.parent.goal }
      : { state: facts.level === 'company' ? 'top' : 'alone' },
    timeBound: untilWhen(draft, facts),
    owned: draft.collective && !facts.ownerNamed ? { missing: draft.collective } : { state: 'owned' },
  }
}

/** Whether the goal can be stored as it is. */
export function isComplete(smart: Smart): smart is Smart & Complete {
  return (
    'metric' in smart.specific &&
    'value' in smart.measurable &&
    'period' in smart.timeBound &&
    'state' in smart.owned
  )
}

export interface Complete {
  specific: { metric: Metric }
  measurable: { value: number; basis?: Basis }
  timeBound: { period: Period; over: boolean }
}

function whatExactly(draft: Draft): Smart['specific'] {
  if (draft.several.length > 0) return { missing: 'several' }
  if (draft.metric) return { metric: draft.metric }
  if (!draft.quantity && draft.name !== '' && isMilestone(draft.text)) return { missing: 'milestone' }
  if (draft.vague && (!draft.quantity || draft.name !== '')) return { missing: 'vague', vague: draft.vague }
  return { missing: draft.name === '' || !draft.quantity ? 'metric' : 'narrow' }
}

function measure(draft: Draft, facts: SmartFacts): Smart['measurable'] {
  const { quantity, metric = 'checkin', drivers } = draft
  if (drivers) return multiplied(draft, drivers, facts)
  if (!quantity) return { missing: draft.verb ? 'verb' : 'number' }
  if (draft.downwards) return { missing: 'falling' }
  if (draft.growth) return grownFrom(draft, draft.growth, quantity, facts)
  const measured = measuredValue(metric, quantity, facts.currency)
  if ('missing' in measured) return measured
  if (draft.range) return { missing: 'range' }
  return draft.rate && !quantity.percent && metric !== 'average-deal' ? { missing: 'rate' } : measured
}

function untilWhen({ period, odd }: Draft, facts: SmartFacts): Smart['timeBound'] {
  if (odd) return { missing: odd.kind }
  if (!period) return { missing: 'period' }
  return { period, over: spanOf(period, facts.fiscalStartMonth).to < facts.today }
}
