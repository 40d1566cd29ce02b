import { dateAt, instantAt } from '../kernel/calendar.ts'
import type { Job, Prompt, Ticker } from '../kernel/feature.ts'
import { postedUnder } from '../kernel/outbox-store.ts'
import { addDays } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { isWorkday, type Workdays, workdayFrom } from '../kernel/workdays.ts'
import { allTeams, teamsLedBy } from '../people/store.ts'
import { workdaysFor } from '../people/workdays.ts'
import { isBehind, keepInStep, postCard } from './confirm-card.ts'
import { openCards } from './confirm-card-store.ts'
import { waitingByManager } from './to-confirm.ts'

const LATE_AFTERNOON = '17:00'

/**
 * On workdays at 17:00 of their team, every manager for whom deals wait gets one card with all of them; until the next
 * one it follows what becomes of them.
 */
export const askToConfirm: Ticker = {
  name: 'deals to confirm',

  async due(scope: Scope): Promise<Job[]> {
    const cards = await openCards(scope)
    if (cards.length === 0 && !(await somewhereIsLate(scope))) return []
    const waiting = await waitingByManager(scope)
    const jobs: Job[] = []
    for (const card of cards) {
      if (!isBehind(card, waiting.get(card.manager) ?? [])) continue
      jobs.push({
        at: scope.now,
        name: `keep the card of ${card.manager} in step`,
        run: async (writing) => void (await keepInStep(writing, card.manager)),
      })
    }
    for (const manager of waiting.keys()) {
      const { zone, workdays } = await placeOf(scope, manager)
      const date = dateAt(scope.now, zone)
      const at = instantAt(date, LATE_AFTERNOON, zone)
      if (scope.now < at || !isWorkday(workdays, date)) continue
      if (await postedUnder(scope, `confirm ${manager} ${date}`)) continue
      jobs.push({
        at,
        name: `confirm ${manager} ${date}`,
        run: (writing) => postCard(writing, manager, date),
      })
    }
    return jobs
  },

  async next(scope: Scope): Promise<Instant | undefined> {
    const moments = (await places(scope)).map((place) => nextAfternoon(scope, place))
    return moments.sort()[0]
  },
}

/** Asked again as long as deals wait for the manager and no later card asks about them. */
export const confirmingAsked: Prompt = {
  name: 'deals',
  async asked(scope, date, manager) {
    const latest = (await openCards(scope, manager)).at(-1)
    return latest?.date === date && (await waitingByManager(scope)).has(manager)
  },
}

/** Whether it is a workday's late afternoon anywhere, before anything is loaded. */
async function somewhereIsLate(scope: Scope): Promise<boolean> {
  return (await places(scope)).some(({ zone, workdays }) => {
    const date = dateAt(scope.now, zone)
    return isWorkday(workdays, date) && scope.now >= instantAt(date, LATE_AFTERNOON, zone)
  })
}

/** Where a team works: by which clock, and on which days. */
interface Place {
  zone: string
  workdays: Workdays
}

async function places(scope: Scope): Promise<Place[]> {
  const { zone, workdays } = scope.workspace
  const found = new Map([[JSON.stringify([zone, workdays]), { zone, workdays }]])
  for (const team of await allTeams(scope)) {
    const place = { zone: team.zone ?? zone, workdays: team.workdays }
    found.set(JSON.stringify([place.zone, place.workdays]), place)
  }
  return [...found.values()]
}

/** The place of the team that a manager leads, or the workspace's. */
async function placeOf(scope: Scope, manager: string): Promise<Place> {
  const led = await teamsLedBy(scope, manager)
  const zone = led.find((team) => team.zone)?.zone ?? scope.workspace.zone
  return { zone, workdays: await workdaysFor(scope, { person: manager }) }
}

function nextAfternoon(scope: Scope, { zone, workdays }: Place): Instant {
  const first = instantAt(workdayFrom(workdays, dateAt(scope.now, zone)), LATE_AFTERNOON, zone)
  if (first > scope.now) return first
  return instantAt(workdayFrom(workdays, addDays(dateAt(scope.now, zone), 1)), LATE_AFTERNOON, zone)
}
