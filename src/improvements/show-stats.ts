import { instantAt } from '../kernel/calendar.ts'
import { type Answer, type CommandInput, SAY } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { findTeam, memberships, teamsLedBy } from '../people/store.ts'
import { answersFor, isAboveTeam, namesOf, whoIsMeant } from '../people/who.ts'
import {
  actions,
  type Block,
  bold,
  context,
  heading,
  plain,
  say,
  type Table,
  text,
  type View,
} from '../view/view.ts'
import type { Item } from './item.ts'
import { ledBy } from './list-items.ts'
import { monthsUntil, type Stats, statsOf } from './stats.ts'
import { texts } from './stats-texts.ts'
import { itemsSince } from './store.ts'

const MONTHS = 6
/** Below so many done, a share says little. */
const FEW = 5

interface Whose {
  title: string
  people: readonly string[]
  /** Which list the button shows. */
  listing: '' | ' team'
}

/** `/improve stats [@Li Lei | team]`: what became of a person's or a team's items, and how that moves by month. */
export async function showStats(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const whose = await whoseStats(scope, typed.trim())
  if (whose instanceof Refusal) return whose
  const months = monthsUntil(scope.today, MONTHS)
  const [first = ''] = months
  const since = instantAt(`${first}-01`, '00:00', scope.workspace.zone)
  const items = await itemsSince(scope, whose.people, since)
  return items.length === 0 ? say(words.nothing) : statsView(scope, whose, months, items)
}

async function whoseStats(scope: Acting, word: string): Promise<Whose | Refusal> {
  const words = texts[scope.locale]
  const mine: Whose = { title: words.mine, people: [scope.person.id], listing: '' }
  if (/^(?:me|mine|我|我的)$/i.test(word)) return mine
  if (word === '') {
    const leading = (await teamsLedBy(scope, scope.person.id)).length > 0
    return leading ? { title: words.team, people: await ledBy(scope), listing: ' team' } : mine
  }
  const team = await findTeam(scope, word)
  if (team) {
    if (!(await isAboveTeam(scope, team.id))) return new Refusal(words.notYours(team.name))
    const members = await memberships(scope, scope.today, { teams: [team.id], part: 'member' })
    return { title: team.name, people: members.map((one) => one.person), listing: ' team' }
  }
  const person = await whoIsMeant(scope, word)
  if (person instanceof Refusal) return word.startsWith('<') ? person : new Refusal(words.unread(word))
  if (!(await answersFor(scope, person.id))) return new Refusal(words.notYours(person.name))
  return { title: person.name, people: [person.id], listing: person.id === scope.person.id ? '' : ' team' }
}

async function statsView(
  scope: Acting,
  whose: Whose,
  months: readonly string[],
  items: readonly Item[],
): Promise<View> {
  const words = texts[scope.locale]
  const counting = { today: scope.today, zone: scope.workspace.zone, workdays: scope.workspace.workdays }
  const [from = '', to = ''] = [months[0], months.at(-1)]
  const all = statsOf(items, from, to, counting)
  const done = all.onTime + all.late
  const summary = words.summary(whose.title, all.opened, done + all.dropped, all.open)
  const names = await namesOf(scope, new Set(items.map(({ owner }) => owner)))
  const people = [...names].map(([id, name]): [string, Stats] => [
    name,
    statsOf(
      items.filter(({ owner }) => owner === id),
      from,
      to,
      counting,
    ),
  ])
  const byMonth = months.map((month): [string, Stats] => [
    showPeriod(month, scope.locale, scope.today),
    statsOf(items, month, month, counting),
  ])
  const { labels } = words
  return {
    summary,
    blocks: [
      heading(words.title(whose.title)),
      text(summary),
      ...(done > 0
        ? [text(words.onTime(showPercent(Math.floor((all.onTime * 10_000) / done), 0), done))]
        : []),
      ...(done > 0 && done < FEW ? [context(words.few(done))] : []),
      ...(people.length > 1
        ? [text([bold(words.byPerson)]), table(labels.who, people, true, scope)]
        : [agesOf(all, scope)]),
      text([bold(words.byMonth)]),
      table(labels.month, byMonth, false, scope),
      context(words.method),
      actions({ label: words.list, action: SAY, value: `/improve${whose.listing}` }),
    ],
  }
}

function table(first: string, rows: readonly [string, Stats][], open: boolean, scope: Acting): Table {
  const { labels } = texts[scope.locale]
  const counts: [title: string, cell: (stats: Stats) => string][] = [
    [labels.opened, (stats) => String(stats.opened)],
    [labels.onTime, (stats) => String(stats.onTime)],
    [labels.late, (stats) => String(stats.late)],
    [labels.dropped, (stats) => String(stats.dropped)],
    ...(open
      ? ([
          [labels.open, (stats) => String(stats.open)],
          [labels.openAge, (stats) => days(stats.openAge, stats.open, scope)],
        ] as [string, (stats: Stats) => string][])
      : []),
    [labels.doneAge, (stats) => days(stats.doneAge, stats.onTime + stats.late, scope)],
  ]
  return {
    kind: 'table',
    columns: [
      { title: first, align: 'left' },
      ...counts.map(([title]) => ({ title, align: 'right' as const })),
    ],
    rows: rows.map(([name, stats]) => [[plain(name)], ...counts.map(([, cell]) => [plain(cell(stats))])]),
  }
}

function agesOf(stats: Stats, scope: Acting): Block {
  const { labels } = texts[scope.locale]
  const done = days(stats.doneAge, stats.onTime + stats.late, scope)
  return {
    kind: 'fields',
    fields: [
      { label: labels.onTime, value: [plain(stats.onTime)] },
      { label: labels.late, value: [plain(stats.late)] },
      { label: labels.dropped, value: [plain(stats.dropped)] },
      { label: labels.openAge, value: [plain(days(stats.openAge, stats.open, scope))] },
      { label: labels.doneAge, value: [plain(done)] },
    ],
  }
}

function days(value: number | undefined, count: number, { locale }: Acting): string {
  const words = texts[locale]
  return value === undefined ? words.none : words.days(value, count)
}
