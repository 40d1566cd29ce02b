import { kindOf, type Period } from '../kernel/period.ts'
import type { ActivePlan } from './active-plan.ts'
import { type Facts, targetOf } from './pay.ts'
import { type Part, type Pay, roundedOnce } from './pay-line.ts'
import type { Records } from './records.ts'
import { OWN_STEPS, SHARED_STEPS, WHOLE_STEPS } from './settlement-steps.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** A person's period while it is being worked out. */
export interface Draft {
  person: string
  period: Period
  active: ActivePlan
  /** What attainment is measured on; where stretches are worked out by themselves, the last one's. */
  facts: Facts
  /** One, unless the plan changes within the period. */
  stretches: readonly Stretch[]
}

/** Adds to, or takes from, the addends before the one rounding. */
export type Step = (
  settling: Settling,
  draft: Draft,
  parts: readonly Part[],
) => Promise<readonly Part[] | 'no target'>

/** Adds lines of whole minor units to what was earned. */
export type WholeStep = (settling: Settling, draft: Draft, pay: Pay) => Promise<Pay>

/** A person's pay for a period, with what it was worked out on. */
export interface Settled {
  active: ActivePlan | undefined
  facts: Facts | undefined
  stretches?: readonly Stretch[]
  /** What attainment was measured against; zero where there is none. */
  targetMinor: bigint
  /** `other period`: the plan counts in spans of another length. */
  pay: Pay | 'no plan' | 'no target' | 'other period'
}

/**
 * Works pay out from records, in the order of the steps in settlement-steps.ts, which docs/plans.md tells. What one
 * person's pay needs of other periods or other people is worked out once and kept as long as this is used.
 */
export class Settling {
  readonly records: Records
  readonly #settled = new Map<string, Promise<Settled>>()
  readonly #drafts = new Map<string, Promise<Draft | 'no plan' | 'other period'>>()
  readonly #kept = new Map<string, Promise<unknown>>()
  readonly #own = new Map<string, Promise<readonly Part[] | 'no target'>>()

  /** What is imagined for one period changes none before it: those are worked out as they are. */
  readonly before: Settling

  constructor(records: Records, before?: Settling) {
    this.records = records
    this.before = before ?? this
  }

  /** What a person is paid for a period. */
  settle(person: string, period: Period): Promise<Settled> {
    return once(this.#settled, `${period} ${person}`, () => this.#work(person, period))
  }

  /** The addends of a draft that depend on the person's own deals alone. */
  own(draft: Draft): Promise<readonly Part[] | 'no target'> {
    return once(this.#own, `${draft.period} ${draft.person}`, () => this.#follow(OWN_STEPS, draft, []))
  }

  /** The same of anybody, with what it was worked out on; undefined: their plan has no such period. */
  async ownOf(
    person: string,
    period: Period,
  ): Promise<{ draft: Draft; parts: readonly Part[] | 'no target' } | undefined> {
    const draft = await this.#draft(person, period)
    return typeof draft === 'string' ? undefined : { draft, parts: await this.own(draft) }
  }

  /** What several people's pay needs is worked out for the first who asks. */
  keep<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    return once(this.#kept as Map<string, Promise<Value>>, name, work)
  }

  #draft(person: string, period: Period): Promise<Draft | 'no plan' | 'other period'> {
    return once(this.#drafts, `${period} ${person}`, async () => {
      const active = await this.records.planFor(person, period)
      if (!active) return 'no plan'
      if (active.plan.period !== kindOf(period)) return 'other period'
      const stretches = await stretchesOf(this.records, person, period, active)
      const last = stretches.at(-1)
      if (!last) throw new Error(`${period} has no stretch`)
      return { person, period, active, facts: last.facts, stretches }
    })
  }

  async #work(person: string, period: Period): Promise<Settled> {
    const draft = await this.#draft(person, period)
    if (typeof draft === 'string') {
      const active = draft === 'no plan' ? undefined : await this.records.planFor(person, period)
      return { active, facts: undefined, targetMinor: 0n, pay: draft }
    }
    const { active, facts, stretches } = draft
    const settled = { active, facts, targetMinor: targetOf(active.plan, facts), stretches }
    const own = await this.own(draft)
    const parts = own === 'no target' ? own : await this.#follow(SHARED_STEPS, draft, own)
    if (parts === 'no target') return { ...settled, pay: parts }
    let pay = roundedOnce(parts)
    for (const step of WHOLE_STEPS) pay = await step(this, draft, pay)
    return { ...settled, pay }
  }

  async #follow(
    steps: readonly Step[],
    draft: Draft,
    before: readonly Part[],
  ): Promise<readonly Part[] | 'no target'> {
    let parts = before
    for (const step of steps) {
      const after = await step(this, draft, parts)
      if (after === 'no target') return after
      parts = after
    }
    return parts
  }
}

function once<Value>(known: Map<string, Value>, key: string, work: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const value = work()
  known.set(key, value)
  return value
}
