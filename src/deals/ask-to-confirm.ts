import { dateAt, instantAt } from '../kernel/calendar.ts'
import type { Job, Ticker } from '../kernel/feature.ts'
import { postedUnder } from '../kernel/outbox-store.ts'
import { addDays } from '../kernel/period.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { isWorkday, workdayFrom } from '../kernel/workdays.ts'
import { allTeams, personById, teamsLedBy } from '../people/store.ts'
import { confirmCard } from './confirm-view.ts'
import type { Deal } from './deal.ts'
import { waitingByManager } from './to-confirm.ts'

const LATE_AFTERNOON = '17:00'

/** On workdays at 17:00 of their team, every manager for whom deals wait gets one card with all of them. */
export const askToConfirm: Ticker = {
  name: 'deals to confirm',

  async due(scope: Scope): Promise<Job[]> {
    if (!(await someZoneIsLate(scope))) return []
    const jobs: Job[] = []
    for (const [manager, deals] of await waitingByManager(scope)) {
      const zone = await zoneOf(scope, manager)
      const date = dateAt(scope.now, zone)
      const at = instantAt(date, LATE_AFTERNOON, zone)
      if (scope.now < at || !isWorkday(scope.workspace.workdays, date)) continue
      if (await postedUnder(scope, keyOf(manager, date))) continue
      jobs.push({
        at,
        name: `confirm ${manager} ${date}`,
        run: (writing) => ask(writing, manager, deals, date),
      })
    }
    return jobs
  },

  async next(scope: Scope): Promise<Instant | undefined> {
    const moments = (await zones(scope)).map((zone) => nextAfternoon(scope, zone))
    return moments.sort()[0]
  },
}

async function ask(
  scope: WriteScope,
  manager: string,
  deals: readonly Deal[],
  date: LocalDate,
): Promise<void> {
  const person = await personById(scope, manager)
  if (!person) return
  const view = await confirmCard({ ...scope, locale: person.locale }, deals)
  await scope.post({ to: { person: manager }, view, key: keyOf(manager, date) })
}

const keyOf = (manager: string, date: LocalDate) => `confirm ${manager} ${date}`

/** Whether it is a workday's late afternoon anywhere, before anything is loaded. */
async function someZoneIsLate(scope: Scope): Promise<boolean> {
  return (await zones(scope)).some((zone) => {
    const date = dateAt(scope.now, zone)
    return isWorkday(scope.workspace.workdays, date) && scope.now >= instantAt(date, LATE_AFTERNOON, zone)
  })
}

async function zones(scope: Scope): Promise<string[]> {
  const teams = await allTeams(scope)
  return [...new Set([scope.workspace.zone, ...teams.flatMap((team) => team.zone ?? [])])]
}

/** The zone of the team that a manager leads, or the workspace's. */
async function zoneOf(scope: Scope, manager: string): Promise<string> {
  const led = await teamsLedBy(scope, manager)
  return led.find((team) => team.zone)?.zone ?? scope.workspace.zone
}

function nextAfternoon(scope: Scope, zone: string): Instant {
  const { workdays } = scope.workspace
  const first = instantAt(workdayFrom(workdays, dateAt(scope.now, zone)), LATE_AFTERNOON, zone)
  if (first > scope.now) return first
  return instantAt(workdayFrom(workdays, addDays(dateAt(scope.now, zone), 1)), LATE_AFTERNOON, zone)
}
