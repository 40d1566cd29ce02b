import { joinNames } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { readRuns } from '../../kernel/words/runs.ts'
import { readDate, splitWords } from '../../kernel/words.ts'
import { allTeams, findTeam, managersOfTeam, teamsLedBy, teamsOf } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { isAdmin } from '../../people/who.ts'
import { texts } from './texts.ts'

/** Which day of which team is asked for, and which others the asker could ask for. */
export interface Asked {
  date: LocalDate
  team: Team
  others: Team[]
}

/** `[yesterday | 11-20] [team]`, in any order; today, and one's own team first. */
export async function readAsked(scope: Acting, typed: string): Promise<Asked | Refusal> {
  const words = texts[scope.locale]
  const seen = await teamsSeen(scope)
  const runs = await readRuns(splitWords(typed).bare, async (phrase) => {
    return readDate(phrase, scope.today) ?? (await findTeam(scope, phrase))
  })
  const asked: { date: LocalDate; team: Team | undefined } = { date: scope.today, team: seen[0] }
  for (const { meaning } of runs.found) {
    if (typeof meaning === 'string') asked.date = meaning
    else asked.team = meaning
  }
  if (runs.unknown.length > 0)
    return new Refusal(words.unread(joinNames(runs.unknown, scope.locale), seen[0]?.name ?? ''))
  if (asked.date > scope.today)
    return new Refusal(words.future(showPeriod(asked.date, scope.locale, scope.today)))
  const { team, date } = asked
  if (!team) return new Refusal(words.noTeam)
  if (!seen.some(({ id }) => id === team.id)) return new Refusal(words.notYourTeam(team.name))
  return { date, team, others: seen.filter(({ id }) => id !== team.id) }
}

/** The teams whose report the actor may read: their own first, those they lead; all for an admin. */
async function teamsSeen(scope: Acting): Promise<Team[]> {
  const { id } = scope.person
  const led = await teamsLedBy(scope, id)
  const direct: Team[] = []
  for (const team of led)
    if ((await managersOfTeam(scope, team.id)).some((one) => one.id === id)) direct.push(team)
  const all = isAdmin(scope.person) ? await allTeams(scope) : []
  const found = [...direct, ...(await teamsOf(scope, id)), ...led, ...all]
  return [...new Map(found.map((team) => [team.id, team])).values()]
}

/** The team that a line names, or the first one that the actor leads: to change how it is reported. */
export async function teamLed(scope: Acting, typed: string): Promise<Team | Refusal> {
  const words = texts[scope.locale]
  const led = await teamsLedBy(scope, scope.person.id)
  const mine = isAdmin(scope.person) ? [...led, ...(await allTeams(scope))] : led
  if (typed.trim() === '') {
    const seen = await teamsSeen(scope)
    return seen.find(({ id }) => mine.some((team) => team.id === id)) ?? new Refusal(words.notLeading)
  }
  const team = await findTeam(scope, typed.trim())
  if (!team) return new Refusal(words.unread(typed.trim(), mine[0]?.name ?? ''))
  return mine.some(({ id }) => id === team.id) ? team : new Refusal(words.notLeading)
}
