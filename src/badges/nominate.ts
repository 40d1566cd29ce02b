import { totalsOf } from '../deals/store.ts'
import { dateAt, instantAt } from '../kernel/calendar.ts'
import type { Job, Prompt, Ticker } from '../kernel/feature.ts'
import { joinNames, type Locale } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import { type Period, shift, spanOf } from '../kernel/period.ts'
import type { Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import { allTeams, membersOf } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import { whoDecidesFor } from '../people/who.ts'
import { type Button, say, type View } from '../view/view.ts'
import type { Badge } from './badge.ts'
import { claimNomination, type Nomination, nominatedTeams, nominationStatus } from './nomination-store.ts'
import { badgesOf, holderOf, seedBadges } from './store.ts'
import { texts } from './texts.ts'

const AT = '09:00' // on the first of the month, in the team's zone
const CATCH_UP_SECONDS = 3 * 86_400 // later than that the month has been celebrated, or has not

/** On the first of a month the bot nominates the past month's badges from the numbers, privately to the manager. */
export const monthEnd: Ticker = {
  name: 'badges.month-end',
  async due(scope) {
    const jobs: Job[] = []
    for (const badge of (await badgesOf(scope)).filter((one) => one.rule)) {
      for (const team of await allTeams(scope)) {
        const { at, month } = lastMonthEnd(scope, team)
        if (secondsAfter(at, CATCH_UP_SECONDS) < scope.now) continue
        if ((await nominatedTeams(scope, badge.id, month)).has(team.id)) continue
        jobs.push({
          at,
          name: `nominate ${badge.id} ${month} ${team.id}`,
          run: (writing) => nominate(writing, badge, month, team),
        })
      }
    }
    return jobs.sort((a, b) => a.at.localeCompare(b.at))
  },
  async next(scope) {
    const moments = (await allTeams(scope)).map((team) => nextMonthEnd(scope, team))
    return moments.sort()[0]
  },
}

export interface Standing {
  person: Person
  signedMinor: number
}

/** Who of a team itself, sub-teams apart, signed how much in a month; the most first. */
export async function standings(scope: Scope, month: Period, team: Team): Promise<Standing[]> {
  const below = (await allTeams(scope)).filter((one) => one.parent === team.id)
  const elsewhere = new Set<string>()
  for (const one of below) {
    for (const member of await membersOf(scope, one.id, spanOf(month).to)) elsewhere.add(member.id)
  }
  const members = await membersOf(scope, team.id, spanOf(month).to)
  const own = members.filter((one) => !elsewhere.has(one.id))
  const totals = new Map(
    (
      await totalsOf(
        scope,
        month,
        own.map((one) => one.id),
      )
    ).map((total) => [total.person, total.signedMinor]),
  )
  return own
    .map((person) => ({ person, signedMinor: totals.get(person.id) ?? 0 }))
    .filter((one) => one.signedMinor > 0)
    .sort((a, b) => b.signedMinor - a.signedMinor)
}

/** The card that asks the manager. */
export function nominationView(
  scope: Scope,
  badge: Badge,
  nomination: Nomination,
  ranked: readonly Standing[],
  locale: Locale,
): View {
  const words = texts[locale].nomination
  const money = (minor: number) => showMoney(minor, scope.workspace.currency, locale)
  const month = showPeriod(nomination.month, locale, scope.today)
  const [first, second] = ranked
  const most = first?.signedMinor ?? 0
  const tied = ranked.filter((one) => one.signedMinor === most).slice(0, MAX_TIED)
  const names = joinNames(
    tied.map((one) => one.person.name),
    locale,
  )
  const sentence =
    tied.length > 1
      ? words.tie(badge.name[locale], month, names, money(most))
      : words.one(badge.name[locale], month, names, money(most)) +
        (second ? words.second(second.person.name, money(second.signedMinor)) : words.end)
  const confirm = tied.map((one): Button => {
    const label = tied.length > 1 ? words.confirmOne(one.person.name) : words.confirm
    return { label, action: 'badge.confirm', value: valueFor(nomination, one.person.id), tone: 'primary' }
  })
  return say(sentence, ...confirm, {
    label: words.other,
    action: 'badge.someone-else',
    value: valueFor(nomination, ''),
  })
}

const MAX_TIED = 4 // buttons beside "someone else": Feishu and Slack keep five in a row

const valueFor = (nomination: Nomination, person: string): string =>
  [nomination.badge, nomination.month, nomination.team, person].join('|')

async function nominate(scope: WriteScope, badge: Badge, month: Period, team: Team): Promise<void> {
  await seedBadges(scope)
  const nomination = { badge: badge.id, month, team: team.id }
  const ranked = await standings(scope, month, team)
  const [first] = ranked
  const given = await holderOf(scope, badge.id, month, team.id)
  const manager = first && (await whoDecidesFor(scope, first.person.id))
  const status = given ? 'confirmed' : manager ? 'open' : 'empty'
  if (!(await claimNomination(scope, nomination, status)) || !manager || given) return
  await scope.post({
    to: { person: manager.id },
    view: nominationView(scope, badge, nomination, ranked, manager.locale),
    key: `nomination:${valueFor(nomination, '')}`,
    prompt: { name: 'nomination', about: JSON.stringify(nomination) },
  })
}

/** Asked again as long as nobody has confirmed it. */
export const nominationAsked: Prompt = {
  name: 'nomination',
  asked: async (scope, about) => (await nominationStatus(scope, JSON.parse(about))) === 'open',
}

function lastMonthEnd(scope: Scope, team: Team): { at: Instant; month: Period } {
  const zone = team.zone ?? scope.workspace.zone
  const current = dateAt(scope.now, zone).slice(0, 7)
  const at = instantAt(`${current}-01`, AT, zone)
  if (at <= scope.now) return { at, month: shift(current, -1) }
  const before = shift(current, -1)
  return { at: instantAt(`${before}-01`, AT, zone), month: shift(before, -1) }
}

function nextMonthEnd(scope: Scope, team: Team): Instant {
  const zone = team.zone ?? scope.workspace.zone
  const current = dateAt(scope.now, zone).slice(0, 7)
  const at = instantAt(`${current}-01`, AT, zone)
  return at > scope.now ? at : instantAt(`${shift(current, 1)}-01`, AT, zone)
}
