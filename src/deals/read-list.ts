import { z } from 'zod'
import { periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { findTeam, personById, teamById, teamsLedBy } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'
import { maySeeDealsOf } from './may.ts'
import { texts } from './texts.ts'

const WHOSE = z.union([
  z.object({ person: z.string() }),
  z.object({ team: z.string() }),
  z.literal(['mine and my people’s', 'everyone’s']),
])

export const askedShape = z.object({ period: z.string(), whose: WHOSE, page: z.int() })

/** What a list shows; carried by its buttons. */
export type Asked = z.infer<typeof askedShape>

/** Reads the period and whose deals are meant, in any order; a name may be several words. */
export async function readAsked(scope: Acting, typed: string): Promise<Asked | Refusal> {
  const { fiscalStartMonth } = scope.workspace
  const read: Asked = { period: periodOf(scope.today, 'month'), whose: usual(scope), page: 1 }
  let rest = splitWords(typed).bare
  while (rest.length > 0) {
    const period = longest(rest, 2, (words) => readPeriod(words, scope.today, fiscalStartMonth))
    if (period) read.period = period.found
    const whose = period ? undefined : await readWhose(scope, rest)
    if (whose instanceof Refusal) return whose
    if (whose) read.whose = whose.found
    rest = rest.slice(period?.length ?? whose?.length)
  }
  return (await mayList(scope, read)) ?? read
}

interface Found<Thing> {
  found: Thing
  /** How many words it took. */
  length: number
}

function longest<Thing>(
  words: readonly string[],
  most: number,
  read: (words: string) => Thing | undefined,
): Found<Thing> | undefined {
  for (let length = Math.min(words.length, most); length > 0; length -= 1) {
    const found = read(words.slice(0, length).join(' '))
    if (found !== undefined) return { found, length }
  }
  return undefined
}

function usual(scope: Acting): Asked['whose'] {
  const { roles, id } = scope.person
  if (roles.includes('admin') || roles.includes('finance')) return 'everyone’s'
  return roles.includes('manager') ? 'mine and my people’s' : { person: id }
}

const ME = ['me', 'mine', '我', '我的']
const ALL = ['all', 'everyone', '全部', '所有', 'team', '团队']

const LONGEST_NAME = 6 // words

/** The longest beginning of the words that names somebody or a team. */
async function readWhose(scope: Acting, words: readonly string[]): Promise<Found<Asked['whose']> | Refusal> {
  const [first = ''] = words
  if (ME.includes(first.toLowerCase())) return { found: { person: scope.person.id }, length: 1 }
  if (ALL.includes(first.toLowerCase())) return { found: usual(scope), length: 1 }
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

/** Why the actor may not see such a list; undefined where they may. */
export async function mayList(scope: Acting, { whose }: Asked): Promise<Refusal | undefined> {
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

export async function teamName(scope: Scope, id: string): Promise<string> {
  return (await teamById(scope, id))?.name ?? id
}
