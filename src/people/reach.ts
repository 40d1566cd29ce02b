import { addDays } from '../kernel/period.ts'
import type { Reach } from '../kernel/reach.ts'
import type { Scope } from '../kernel/scope.ts'
import { nextWorkingMoment, USUAL_HOURS, type WorkingTime } from './hours.ts'
import { leavesOf } from './leave-store.ts'
import { personById } from './person-store.ts'
import { ownSettings } from './preference-store.ts'
import { teamsOf, teamsWith } from './team-store.ts'

/** When and about what somebody may be written to privately. */
export async function reachOf(scope: Scope, id: string): Promise<Reach> {
  const time = await workingTimeOf(scope, id)
  const { preferences, leftOn } = await ownSettings(scope, id)
  return {
    locale: (await personById(scope, id))?.locale ?? scope.workspace.locale,
    opens: (from) => nextWorkingMoment(time, from),
    without: new Set(preferences.without),
    gone: leftOn !== undefined && leftOn <= scope.today,
  }
}

/** Somebody's own hours, days and zone; what they have not set is their team's, and then the workspace's. */
export async function workingTimeOf(scope: Scope, id: string): Promise<WorkingTime> {
  const { preferences, zone } = await ownSettings(scope, id)
  const [member] = await teamsOf(scope, id)
  const [led] = member ? [] : await teamsWith(scope, id, 'manager')
  const team = member ?? led
  return {
    zone: zone ?? team?.zone ?? scope.workspace.zone,
    hours: preferences.hours ?? USUAL_HOURS,
    workdays: team?.workdays ?? scope.workspace.workdays,
    ...(preferences.weekdays ? { ownWeekdays: preferences.weekdays } : {}),
    leaves: await leavesOf(scope, [id], addDays(scope.today, -2)),
  }
}
