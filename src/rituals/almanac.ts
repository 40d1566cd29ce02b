import type { Scope } from '../kernel/scope.ts'
import type { Ritual } from './ritual.ts'
import type { Almanac } from './schedule.ts'

/** By which clock, workdays and fiscal year a ritual's schedule is read. */
export const almanacOf = (scope: Scope, { zone, team }: Pick<Ritual, 'zone' | 'team'>): Almanac => ({
  zone,
  calendar: team.workdays,
  fiscalStartMonth: scope.workspace.fiscalStartMonth,
})
