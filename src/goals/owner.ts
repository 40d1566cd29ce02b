import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { allTeams, everyone, leads, managersOf, managersOfTeam, teamsLedBy } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import { isAdmin, whoIsMeant } from '../people/who.ts'
import { decidesPay, type MeasuredBy } from './decides-pay.ts'
import type { Goal, Level } from './goal.ts'

/** Whose goal it is. `word` names the owner in a line to type: '' for oneself. */
export interface Owner {
  level: Level
  owner: string
  word: string
}

const COMPANY = /^(?:全?公司级?|company)(?![a-z])/i

/** Finds whose goal a sentence is about: a mention anywhere, or a leading `公司`, team or name; else one's own. */
export async function findOwner(
  scope: Acting,
  sentence: string,
): Promise<{ owner: Owner; rest: string } | Refusal> {
  const text = sentence.normalize('NFKC').trim()
  const people = await everyone(scope)
  const mention = /<@[^>]+>/.exec(text)?.[0] ?? mentionByName(text, people)
  if (mention) {
    const person = await whoIsMeant(scope, mention)
    if (person instanceof Refusal) return person
    return { owner: personally(scope, person), rest: text.replace(mention, ' ').trim() }
  }
  const company = COMPANY.exec(text)
  if (company) return { owner: ofCompany(company[0]), rest: text.slice(company[0].length) }
  const teams = await allTeams(scope)
  const team = longestPrefix(text, teams)
  if (team) return { owner: ofTeam(teams, team), rest: text.slice(team.name.length) }
  const person = longestPrefix(text, people)
  if (person) return { owner: personally(scope, person), rest: text.slice(person.name.length) }
  return { owner: personally(scope, scope.person), rest: text }
}

/** The owner that a form's choice names: `company`, `team:<id>` or `person:<id>`. */
export async function chosenOwner(scope: Acting, choice: string): Promise<Owner | undefined> {
  if (choice === 'company') return ofCompany('')
  const [kind, id = ''] = choice.split(':')
  if (kind === 'team') {
    const teams = await allTeams(scope)
    const team = teams.find((one) => one.id === id)
    return team && ofTeam(teams, team)
  }
  const person = (await everyone(scope)).find((one) => one.id === id)
  return person && personally(scope, person)
}

/** What somebody may do with a goal: set it; not because `pay` depends on it; or not at all. */
export async function maySet(scope: Acting, goal: MeasuredBy): Promise<'yes' | 'pay' | 'no'> {
  if (isAdmin(scope.person) || (await isManagerOf(scope, scope.person.id, goal))) return 'yes'
  if (goal.level !== 'person' || goal.owner !== scope.person.id) return 'no'
  return (await decidesPay(scope, goal)) ? 'pay' : 'yes'
}

/** Whether somebody leads those whose goal it is. Nobody leads themselves. */
export async function isManagerOf(
  scope: Scope,
  person: string,
  goal: Pick<Goal, 'level' | 'owner'>,
): Promise<boolean> {
  if (goal.level === 'person') return leads(scope, person, goal.owner)
  if (goal.level === 'team') return (await teamsLedBy(scope, person)).some((team) => team.id === goal.owner)
  return (await companyManagers(scope)).some((one) => one.id === person)
}

/** Who leads those whose goal it is, the nearest first. */
export async function managersFor(scope: Scope, goal: Pick<Goal, 'level' | 'owner'>) {
  if (goal.level === 'person') return managersOf(scope, goal.owner)
  if (goal.level === 'team') return managersOfTeam(scope, goal.owner)
  return companyManagers(scope)
}

export async function adminsOf(scope: Scope) {
  return (await everyone(scope)).filter(isAdmin)
}

/** The team at the top of the tree is the company, where there is only one such. */
function isCompany(teams: readonly Team[], id: string): boolean {
  const roots = teams.filter((team) => !team.parent)
  return roots.length === 1 && roots[0]?.id === id && teams.length > 1
}

async function companyManagers(scope: Scope) {
  const top = (await allTeams(scope)).filter((team) => !team.parent)
  return top.length === 1 && top[0] ? managersOfTeam(scope, top[0].id) : []
}

function personally(scope: Acting, person: { id: string; name: string }): Owner {
  return { level: 'person', owner: person.id, word: person.id === scope.person.id ? '' : `@${person.name}` }
}

const ofCompany = (word: string): Owner => ({ level: 'company', owner: '', word })

const ofTeam = (teams: readonly Team[], team: Team): Owner =>
  isCompany(teams, team.id) ? ofCompany(team.name) : { level: 'team', owner: team.id, word: team.name }

function mentionByName(text: string, people: readonly { name: string }[]): string | undefined {
  const at = text.indexOf('@')
  if (at < 0) return undefined
  const known = longestPrefix(text.slice(at + 1), people)
  return known ? `@${known.name}` : /@\S*/.exec(text)?.[0]
}

function longestPrefix<Named extends { name: string }>(
  text: string,
  named: readonly Named[],
): Named | undefined {
  const lower = text.toLowerCase()
  const fitting = named.filter((one) => {
    const name = one.name.toLowerCase()
    const after = lower[name.length] ?? ''
    return name !== '' && lower.startsWith(name) && !(/[a-z]$/.test(name) && /[a-z]/.test(after))
  })
  return fitting.sort((a, b) => b.name.length - a.name.length)[0]
}
