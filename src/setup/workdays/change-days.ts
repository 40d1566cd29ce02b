import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { joinNames } from '../../kernel/locale.ts'
import { overlong } from '../../kernel/longest.ts'
import { addDays } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { ownDaysOf } from '../../kernel/workdays.ts'
import { requireAdmin } from '../../people/require-admin.ts'
import { allTeams, changeOwnDays, changeWorkspace, findTeam, setTeamCalendar } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { say } from '../../view/view.ts'
import { type DaysAsked, type DaysUnread, readDays } from './read-days.ts'
import { showCalendar, showDays, showSpan } from './show-days.ts'
import { texts } from './texts.ts'

/** `/drumbeat days …`: bare it shows them; an admin enters days off, extra workdays, or another calendar. */
export async function days(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  if (text.trim() === '') return showDays(scope)
  const no = requireAdmin(scope)
  if (no) return no
  const asked = readDays(text, scope.today)
  if ('unread' in asked) return unread(scope, asked)
  const team = asked.team === undefined ? undefined : await findTeam(scope, asked.team)
  if (asked.team !== undefined && !team) return unknownTeam(scope, asked.team)
  return enterDays(scope, asked, team)
}

/** Stores what was asked for a team, or for everyone, and says it back. */
export async function enterDays(
  scope: Acting<WriteScope>,
  asked: DaysAsked,
  team: Team | undefined,
): Promise<Answer> {
  const words = texts[scope.locale]
  const who = team?.name ?? words.whole
  if (asked.verb === 'calendar') return chooseCalendar(scope, asked.calendar, team)
  const { verb, from, to, name } = asked
  const tooLong = overlong(name, 'name', scope.locale)
  if (tooLong) return new Refusal(tooLong)
  const span = showSpan(scope, from, to)
  const dates = datesOf(from, to)
  const entered = team ? team.ownDays : ownDaysOf(scope.workspace.workdays)
  if (verb === 'remove' && !dates.some((date) => entered[date]))
    return new Refusal(words.nothingThere(span, who))
  await changeOwnDays(scope, team?.id, (days) => {
    const kept = Object.entries(days).filter(([date]) => !dates.includes(date))
    const added =
      verb === 'remove' ? [] : dates.map((date) => [date, { works: verb === 'work', name }] as const)
    return Object.fromEntries([...kept, ...added])
  })
  if (verb === 'remove') return say(words.removed(span, who))
  return say(verb === 'off' ? words.offSet(span, name, who) : words.workSet(span, name, who))
}

async function chooseCalendar(
  scope: Acting<WriteScope>,
  calendar: string | undefined,
  team: Team | undefined,
): Promise<Answer> {
  const words = texts[scope.locale]
  if (team) await setTeamCalendar(scope, team.id, calendar)
  else if (calendar === undefined) return new Refusal(words.inheritWhom)
  else await changeWorkspace(scope, { workdays: calendar })
  if (calendar === undefined) return say(words.inheritSet(team?.name ?? ''))
  return say(words.calendarSet(showCalendar(scope, calendar), team?.name ?? words.whole))
}

function unread(scope: Scope, asked: DaysUnread): Refusal {
  const words = texts[scope.locale]
  switch (asked.unread) {
    case 'verb':
      return new Refusal(words.unreadVerb(asked.word))
    case 'date':
      return new Refusal(words.unreadDate(asked.word))
    case 'calendar':
      return new Refusal(words.unreadCalendar(asked.word))
    case 'field':
      return new Refusal(words.unreadField(asked.word))
    case 'span':
      return new Refusal(words.unreadSpan(asked.from, asked.to))
  }
}

async function unknownTeam(scope: Scope, word: string): Promise<Refusal> {
  const names = (await allTeams(scope)).map((team) => team.name)
  return new Refusal(texts[scope.locale].unknownTeam(word, joinNames(names, scope.locale)))
}

function datesOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}
