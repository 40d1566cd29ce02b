import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { logDeal } from '../../src/deals/store.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import type { Team } from '../support/team.ts'

/** Puts the built-in ladder in force for everyone, at 5% unless another rate is named. */
export function plan(team: Team, rate = '5%', from = '2026-01-01') {
  return team.write('赵敏', (scope) => activatePlan(scope, builtInPlan(rate), from))
}

/** Sets what somebody is to sign, in whole yuan. */
export function target(team: Team, name: string, yuan: number, period = '2026-11') {
  return team.write('王经理', (scope) => setPersonTarget(scope, team.id(name), period, yuan * 100))
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
