import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays, periodOf, spanOf } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { type Instant, secondsAfter } from '../../kernel/time.ts'
import { almanacOf } from '../almanac.ts'
import type { Ritual, TemplateName } from '../ritual.ts'
import { openingOf } from '../run-store.ts'
import { type Occurrence, occurrences } from '../schedule.ts'
import { latestSessions, type Session } from '../session-store.ts'
import { ritualsOf } from '../store.ts'

/** A team's ritual of a kind, unless it is paused. */
export async function going(scope: Scope, team: string, template: TemplateName): Promise<Ritual | undefined> {
  const all = await ritualsOf(scope, template)
  return all.find((ritual) => ritual.team.id === team && !ritual.paused)
}

/** The calibration of this week, where it is open: a review that falls due joins it. */
export async function openCalibration(scope: Scope, { team, zone }: Ritual): Promise<Session | undefined> {
  const calibration = await going(scope, team.id, 'monthly-calibration')
  if (!calibration) return undefined
  const [latest] = await latestSessions(scope, [calibration.id], 1)
  if (!latest || latest.closedAt !== undefined) return undefined
  return weekOf(latest.openedAt, zone) === weekOf(scope.now, zone) ? latest : undefined
}

/** When this week's calibration is still to be opened: a review that falls due waits for it. */
export async function calibrationToCome(scope: Scope, { team }: Ritual): Promise<Instant | undefined> {
  const calibration = await going(scope, team.id, 'monthly-calibration')
  if (!calibration) return undefined
  return (await unclaimedThisWeek(scope, calibration)).find(({ at }) => at > scope.now)?.at
}

/** The occurrences of a ritual that fall into this week and that nobody has claimed yet. */
export async function unclaimedThisWeek(scope: Scope, ritual: Ritual): Promise<Occurrence[]> {
  const { from, to } = spanOf(periodOf(dateAt(scope.now, ritual.zone), 'week'))
  const start = secondsAfter(instantAt(from, '00:00', ritual.zone), -1)
  const end = secondsAfter(instantAt(addDays(to, 1), '00:00', ritual.zone), -1)
  const found: Occurrence[] = []
  for (const one of occurrences(ritual.schedule, almanacOf(scope, ritual), start, end))
    if (one.at >= ritual.createdAt && !(await openingOf(scope, ritual.id, one.occurrence))) found.push(one)
  return found
}

const weekOf = (at: Instant, zone: string) => periodOf(dateAt(at, zone), 'week')
