import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { logDeal } from '../../src/deals/store.ts'
import { changeGoal, createGoal } from '../../src/goals/change-goal.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { addCheckin, goalFor } from '../../src/goals/store.ts'
import type { Team } from '../support/team.ts'

/** Puts the built-in ladder in force for everyone, at 5% unless another rate is named. */
export function plan(team: Team, rate = '5%', from = '2026-01-01') {
  return team.write('赵敏', (scope) => activatePlan(scope, builtInPlan(rate), from))
}

/** Sets what somebody is to sign, in whole yuan. */
export function target(team: Team, name: string, yuan: number, period = '2026-11') {
  return team.write('王经理', (scope) => setPersonTarget(scope, team.id(name), period, yuan * 100))
}

/** Sets what somebody is to reach of a metric that they report themselves, such as `40` and 条. */
export function metricGoal(
  team: Team,
  name: string,
  goal: { name: string; value: number; unit?: string; period?: string },
) {
  const { period = '2026-11', unit = '条', value } = goal
  const slot = { level: 'person', owner: team.id(name), metric: 'checkin', name: goal.name, period } as const
  return team.write('王经理', async (scope) => {
    const known = await goalFor(scope, slot)
    return known
      ? changeGoal(scope, known, value * 100, undefined)
      : createGoal(scope, { ...slot, unit, parent: undefined, value: value * 100 }, undefined)
  })
}

/** Reports where such a goal stands. */
export async function checksIn(team: Team, name: string, goal: string, value: number, period = '2026-11') {
  const slot = { level: 'person', owner: team.id(name), metric: 'checkin', name: goal, period } as const
  await team.write(name, async (scope) => {
    const known = await goalFor(scope, slot)
    if (known) await addCheckin(scope, known.id, { value: value * 100, note: undefined })
  })
}

export interface Signing {
  customer?: string
  on?: string
  confirmed?: boolean
  shares?: { person: string; bps: number }[]
  currency?: string
}

/** Stores a deal as it stands after the conversation about it; yuan may have two decimals. */
export function signs(team: Team, name: string, yuan: number, deal: Signing = {}) {
  const { customer = '华为', on = '2026-11-10', confirmed = true } = deal
  return team.write(name, (scope) =>
    logDeal(scope, {
      customer,
      amountMinor: Math.round(yuan * 100),
      currency: deal.currency ?? scope.workspace.currency,
      signedOn: on,
      owner: team.id(name),
      shares: deal.shares ?? [{ person: team.id(name), bps: 10_000 }],
      source: confirmed ? 'import' : 'chat',
    }),
  )
}
