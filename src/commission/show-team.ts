import { totalsOf } from '../deals/store.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { type Period, periodOf, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import { readRuns } from '../kernel/words/runs.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { findTeam, membersOf, personById, teamsLedBy } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import { isAboveTeam, isAdmin } from '../people/who.ts'
import { activePlanFor } from './active-plan.ts'
import { standingsInList } from './pay-of.ts'
import { type TeamRow, teamView } from './team-view.ts'
import { texts } from './texts.ts'
import { TotalsByPeriod } from './totals-by-period.ts'

/** `/commission team [2026-10] [team]`: everybody's pay so far whose pay the asker may see. */
export async function showTeam(scope: Acting, input: CommandInput): Promise<Answer> {
  const asked = await readAsked(scope, input.text)
  if (asked instanceof Refusal) return asked
  const { period, team } = asked
  const on = lastDay(scope, period)
  const people = await peopleOf(scope, period, on, team)
  const totals = new TotalsByPeriod(scope)
  const standingOf = standingsInList(scope)
  const rows: TeamRow[] = []
  for (const person of people) {
    if (person.id !== scope.person.id) await scope.saw('pay.read', `person:${person.id}`)
    const active = await activePlanFor(scope, person.id, period)
    const own = active ? periodOf(on, active.plan.period, scope.workspace.fiscalStartMonth) : period
    const standing = active ? await standingOf(active, await totals.of(person.id, own)) : 'no plan'
    rows.push({ person, period: own, standing })
  }
  const name = team?.name ?? (await usualName(scope))
  return teamView(scope, name, period, rows)
}

interface Asked {
  period: Period
  team: Team | undefined
}

async function readAsked(scope: Acting, typed: string): Promise<Asked | Refusal> {
  const words = texts[scope.locale]
  const { fiscalStartMonth } = scope.workspace
  const asked: Asked = { period: periodOf(scope.today, 'month', fiscalStartMonth), team: undefined }
  const runs = await readRuns(splitWords(typed).bare, async (phrase) => {
    return readPeriod(phrase, scope.today, fiscalStartMonth) ?? (await findTeam(scope, phrase))
  })
  for (const { meaning } of runs.found) {
    if (typeof meaning === 'string') asked.period = meaning
    else asked.team = meaning
  }
  if (runs.unknown.length > 0) return new Refusal(words.teamUnread(joinNames(runs.unknown, scope.locale)))
  const { team } = asked
  const finance = scope.person.roles.includes('finance')
  if (team && !finance && !(await isAboveTeam(scope, team.id)))
    return new Refusal(words.notYourTeam(team.name))
  return asked
}

/** A running period is seen as of today. */
function lastDay(scope: Acting, period: Period): string {
  const { to } = spanOf(period, scope.workspace.fiscalStartMonth)
  const over = to < scope.today
  return over ? to : scope.today
}

/** A team's members; without one, a manager's people, and for finance and admins whoever has signed or is to sign. */
async function peopleOf(
  scope: Acting,
  period: Period,
  on: string,
  team: Team | undefined,
): Promise<Person[]> {
  if (team) return membersOf(scope, team.id, on)
  if (isAdmin(scope.person) || scope.person.roles.includes('finance')) {
    const ids = (await totalsOf(scope, period)).map((total) => total.person)
    const people = await Promise.all(ids.map((id) => personById(scope, id)))
    return people.filter((person) => person !== undefined)
  }
  const found = new Map<string, Person>()
  for (const led of await teamsLedBy(scope, scope.person.id, on))
    for (const person of await membersOf(scope, led.id, on)) found.set(person.id, person)
  return [...found.values()]
}

async function usualName(scope: Acting): Promise<string> {
  if (isAdmin(scope.person) || scope.person.roles.includes('finance')) return scope.workspace.name
  const [first] = await teamsLedBy(scope, scope.person.id)
  return first?.name ?? scope.workspace.name
}
