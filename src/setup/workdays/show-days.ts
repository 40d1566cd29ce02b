import { addDays } from '../../kernel/period.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { calendarOf, type OwnDay, type OwnDays, ownDaysOf } from '../../kernel/workdays.ts'
import { allTeams } from '../../people/store.ts'
import { isAdmin } from '../../people/who.ts'
import { actions, type Block, bold, context, heading, list, text, type View } from '../../view/view.ts'
import { CALENDARS } from './read-days.ts'
import { texts } from './texts.ts'

const MOST_SHOWN = 20

/** `/drumbeat days`: by which calendar everyone counts, and the days that have been entered, from today on. */
export async function showDays(scope: Acting): Promise<View> {
  const words = texts[scope.locale]
  const { workdays } = scope.workspace
  const own = section(scope, words.everyone, calendarOf(workdays), ownDaysOf(workdays))
  const teams = (await allTeams(scope)).filter(
    (team) => team.calendar || Object.keys(team.ownDays).length > 0,
  )
  const theirs = teams.flatMap((team) => section(scope, team.name, team.calendar, team.ownDays))
  const none = own.length === 1 && teams.length === 0
  return {
    summary: words.title,
    blocks: [
      heading(words.title),
      ...own,
      ...theirs,
      context(none ? words.none : words.hint),
      ...(isAdmin(scope.person) ? [actions({ label: words.enter, action: 'setup.enter-days' })] : []),
    ],
  }
}

/** A calendar's name in the language of who asks. */
export function showCalendar({ locale }: Scope, calendar: string): string {
  const known = CALENDARS.find((one) => one === calendar)
  return known ? texts[locale].calendars[known] : calendar
}

/** One day or several in a row: `2 月 10 日`, `2 月 10 日到 2 月 16 日`. */
export function showSpan(scope: Scope, from: LocalDate, to: LocalDate): string {
  const [first, last] = [from, to].map((date) => showPeriod(date, scope.locale, scope.today))
  return from === to ? (first ?? '') : texts[scope.locale].span(first ?? '', last ?? '')
}

function section(scope: Scope, who: string, calendar: string | undefined, days: OwnDays): Block[] {
  const words = texts[scope.locale]
  const name = calendar === undefined ? words.inherits : showCalendar(scope, calendar)
  const coming = inARow(days).filter(({ to }) => to >= scope.today)
  const lines = coming
    .slice(0, MOST_SHOWN)
    .map(({ from, to, day }) =>
      words.line(showSpan(scope, from, to), day.works ? words.works : words.off, day.name),
    )
  const more = coming.length - MOST_SHOWN
  return [
    text([bold(words.counts(who, name))]),
    ...(lines.length > 0 ? [list(lines)] : []),
    ...(more > 0 ? [context(words.more(more))] : []),
  ]
}

/** The days in order, those together that follow each other and are the same. */
function inARow(days: OwnDays): { from: LocalDate; to: LocalDate; day: OwnDay }[] {
  const spans: { from: LocalDate; to: LocalDate; day: OwnDay }[] = []
  for (const [date, day] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = spans.at(-1)
    const same = last?.day.works === day.works && last.day.name === day.name
    if (last && same && addDays(last.to, 1) === date) last.to = date
    else spans.push({ from: date, to: date, day })
  }
  return spans
}
