import { watchPay } from '../../commission/pay-news.ts'
import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { joinSentences, type Locale } from '../../kernel/locale.ts'
import { addDays } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'
import {
  allTeams,
  endMembership,
  findTeam,
  joinTeam,
  type LastingMembership,
  type Membership,
  managersOf,
  managersOfTeam,
  membershipsSince,
  personById,
} from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { whoIsMeant } from '../../people/who.ts'
import { say } from '../../view/view.ts'
import { readChange, type What } from './read-change.ts'
import { showTeams } from './show-teams.ts'
import { memberTexts } from './texts.ts'

/** `/drumbeat team 销售一部 remove @李雷 from 12-01`; bare, it shows who is where. */
export async function changeMembers(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = memberTexts[scope.locale]
  if (text.trim() === '') return showTeams(scope)
  const asked = readChange(text, scope.today)
  if (!asked) return new Refusal(words.unclear)
  if ('badDate' in asked) return new Refusal(words.badDate(asked.badDate))
  const team = await findTeam(scope, asked.team)
  const names = (await allTeams(scope)).map((one) => one.name).join(scope.locale === 'en' ? ', ' : '、')
  if (!team) return new Refusal(words.unknownTeam(asked.team, names))
  const person = await whoIsMeant(scope, asked.person)
  if (person instanceof Refusal) return person
  return carryOut(scope, { ...asked, person, team })
}

export interface Change {
  what: What
  part: Membership['part'] | undefined
  person: Person
  team: Team
  from: LocalDate
}

/** Makes the change, says all that has become different by it, and tells everybody whose pay it may change. */
export async function carryOut(scope: Acting<WriteScope>, change: Change): Promise<Answer> {
  const words = memberTexts[scope.locale]
  const { what, part, person, team, from } = change
  const known = await membershipsSince(scope, person.id, from)
  const here = known.filter((one) => one.team === team.id && (part === undefined || one.part === part))
  const joins = part ?? 'member'
  if (what === 'remove' && here.length === 0) return new Refusal(words.notThere(person.name, team.name, from))
  const stays = here.some((one) => one.part === joins && one.from <= from && one.until === undefined)
  const ending = what === 'remove' ? here : what === 'move' ? elsewhere(known, team.id, joins) : []
  if (what !== 'remove' && stays && ending.length === 0)
    return new Refusal(words.already(person.name, words.parts[joins], team.name))
  const told = await watching(scope, change)
  for (const one of ending) await endMembership(scope, one, from)
  if (what !== 'remove' && !stays) await joinTeam(scope, team.id, person.id, joins, from)
  const teams = await allTeams(scope)
  const sentences = (locale: Locale) => [
    ...ending.map((one) => endedIn(locale, person, one, teams, from)),
    ...(what === 'remove' || stays
      ? []
      : [memberTexts[locale].joined(person.name, memberTexts[locale].parts[joins], team.name, from)]),
  ]
  await told((locale) =>
    joinSentences([...sentences(locale), memberTexts[locale].by(scope.person.name)], locale),
  )
  const leaderless = await withoutManager(scope, ending, teams, from)
  return say(
    joinSentences(
      [...sentences(scope.locale), ...leaderless.map((name) => words.nobodyLeads(name))],
      scope.locale,
    ),
  )
}

/** In other teams, as the same: one is a member of one team at a time. */
const elsewhere = (known: readonly LastingMembership[], team: string, part: Membership['part']) =>
  known.filter((one) => one.team !== team && one.part === part)

/** Notes the pay of the person and of who leads them before the change; gives what tells them after it. */
async function watching(scope: Acting<WriteScope>, { person, team, from }: Change) {
  const around = [
    ...(await managersOf(scope, person.id)),
    ...(await managersOf(scope, person.id, from)),
    ...(await managersOfTeam(scope, team.id, from)),
  ]
  const days = from < scope.today ? [from, scope.today] : [scope.today]
  const people = [...new Set([person.id, ...around.map((one) => one.id)])]
  const touched = people.flatMap((id) => days.map((on) => ({ person: id, on })))
  const tellPay = await watchPay(scope, touched)
  return async (happened: (locale: Locale) => string) => {
    for (const id of people) {
      const one = await personById(scope, id)
      if (!one) continue
      const sentence = happened(one.locale)
      await tellPay(one, { happened: sentence, ...(id === person.id ? { otherwise: sentence } : {}) })
    }
  }
}

function endedIn(
  locale: Locale,
  person: Person,
  { team, part, from: began }: LastingMembership,
  teams: readonly Team[],
  from: LocalDate,
): string {
  const words = memberTexts[locale]
  const name = teams.find((one) => one.id === team)?.name ?? team
  return from <= began
    ? words.never(person.name, words.parts[part], name)
    : words.ended(person.name, words.parts[part], name, addDays(from, -1))
}

async function withoutManager(
  scope: WriteScope,
  ending: readonly LastingMembership[],
  teams: readonly Team[],
  from: LocalDate,
): Promise<string[]> {
  const found: string[] = []
  for (const { team, part } of ending) {
    if (part !== 'manager' || (await managersOfTeam(scope, team, from)).length > 0) continue
    found.push(teams.find((one) => one.id === team)?.name ?? team)
  }
  return found
}
