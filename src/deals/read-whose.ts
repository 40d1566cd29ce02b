import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { findTeam, membersOf, personById, teamById, teamsLedBy } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'
import { maySeeDealsOf } from './may.ts'
import { texts } from './texts.ts'

export const whoseShape = z.union([
  z.object({ person: z.string() }),
  z.object({ team: z.string() }),
  z.literal(['mine and my people’s', 'everyone’s']),
])

/** Whose deals are looked at. */
export type Whose = z.infer<typeof whoseShape>

/** Reads whose is meant, where nothing else is said; by default what the actor usually looks at. */
export async function readWhose(scope: Acting, typed: string): Promise<Whose | Refusal> {
  const words = splitWords(typed).bare
  if (words.length === 0) return usualWhose(scope)
  const read = await findWhose(scope, words)
  if (read instanceof Refusal) return read
  const extra = words[read.length]
  if (extra !== undefined) return new Refusal(texts[scope.locale].list.notUnderstood(extra))
  return (await mayLookAt(scope, read.found)) ?? read.found
}

/** Finance and admins look at everyone’s, managers at their own and their people’s, reps at their own. */
export function usualWhose(scope: Acting): Whose {
  const { roles, id } = scope.person
  if (roles.includes('admin') || roles.includes('finance')) return 'everyone’s'
  return roles.includes('manager') ? 'mine and my people’s' : { person: id }
}

export interface Found<Thing> {
  found: Thing
  /** How many words it took. */
  length: number
}

const ME = ['me', 'mine', '我', '我的']
const ALL = ['all', 'everyone', '全部', '所有']
const TEAM = ['team', '团队']

const LONGEST_NAME = 6 // words

/** The longest beginning of the words that names somebody or a team. */
export async function findWhose(scope: Acting, words: readonly string[]): Promise<Found<Whose> | Refusal> {
  const [first = ''] = words
  if (ME.includes(first.toLowerCase())) return { found: { person: scope.person.id }, length: 1 }
  if (ALL.includes(first.toLowerCase())) return { found: usualWhose(scope), length: 1 }
  if (TEAM.includes(first.toLowerCase())) {
    const usual = usualWhose(scope)
    return typeof usual === 'string'
      ? { found: usual, length: 1 }
      : new Refusal(texts[scope.locale].list.teamIsManagers)
  }
  for (let length = Math.min(words.length, LONGEST_NAME); length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ')
    const team = await findTeam(scope, name)
    if (team) return { found: { team: team.id }, length }
    const person = await whoIsMeant(scope, name)
    if (!(person instanceof Refusal)) return { found: { person: person.id }, length }
    if (length === 1 && /^(?:@|＠|<@)/.test(first)) return person
  }
  return new Refusal(texts[scope.locale].list.notUnderstood(first))
}

/** Why the actor may not look at them; undefined where they may. */
export async function mayLookAt(scope: Acting, whose: Whose): Promise<Refusal | undefined> {
  const words = texts[scope.locale].list
  const { roles } = scope.person
  const all = roles.includes('admin') || roles.includes('finance')
  if (all || whose === 'mine and my people’s') return undefined
  if (whose === 'everyone’s') return new Refusal(texts[scope.locale].list.notTheirs(words.everyone))
  if ('person' in whose) {
    if (await maySeeDealsOf(scope, whose.person)) return undefined
    return new Refusal(words.notTheirs((await personById(scope, whose.person))?.name ?? whose.person))
  }
  const led = await teamsLedBy(scope, scope.person.id)
  if (led.some((team) => team.id === whose.team)) return undefined
  return new Refusal(words.notTheirs(await teamName(scope, whose.team)))
}

/** Undefined: everyone. */
export async function peopleOf(scope: Acting, whose: Whose): Promise<string[] | undefined> {
  if (whose === 'everyone’s') return undefined
  if (whose === 'mine and my people’s') {
    const teams = await teamsLedBy(scope, scope.person.id)
    const members = await Promise.all(teams.map((team) => membersOf(scope, team.id)))
    return [...new Set([scope.person.id, ...members.flat().map((member) => member.id)])]
  }
  if ('person' in whose) return [whose.person]
  return (await membersOf(scope, whose.team)).map((member) => member.id)
}

/** `Your deals`, `Li Lei: deals`. */
export async function whoseWords(scope: Acting, whose: Whose): Promise<string> {
  const words = texts[scope.locale].list
  if (whose === 'everyone’s') return words.everyone
  if (whose === 'mine and my people’s') return words.myPeople
  if ('team' in whose) return words.of(await teamName(scope, whose.team))
  if (whose.person === scope.person.id) return words.mine
  return words.of((await personById(scope, whose.person))?.name ?? whose.person)
}

async function teamName(scope: Scope, id: string): Promise<string> {
  return (await teamById(scope, id))?.name ?? id
}
