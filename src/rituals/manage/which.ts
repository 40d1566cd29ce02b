import { joinNames, LOCALES } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope } from '../../kernel/scope.ts'
import { teamsLedBy, teamsOf } from '../../people/store.ts'
import { isAboveTeam, isAdmin } from '../../people/who.ts'
import { mayRead } from '../asked/audience.ts'
import type { Ritual } from '../ritual.ts'
import { titleOf } from '../serve.ts'
import { allRituals, ritualById } from '../store.ts'
import { texts } from './texts.ts'

/** The rituals that the actor may read about: of their own teams and of those they lead; all for an admin. */
export async function ritualsSeen(scope: Acting, all?: readonly Ritual[]): Promise<Ritual[]> {
  const rituals = all ?? (await allRituals(scope))
  if (isAdmin(scope.person)) return [...rituals]
  const [own, led] = [await teamsOf(scope, scope.person.id), await teamsLedBy(scope, scope.person.id)]
  const ids = new Set([...own, ...led].map((team) => team.id))
  const seen: Ritual[] = []
  for (const ritual of rituals)
    if (ids.has(ritual.team.id) || (ritual.asks && (await mayRead(scope, ritual)))) seen.push(ritual)
  return seen
}

/** The rituals that the actor may stop, hold or take away. */
export async function ritualsLed(scope: Acting, all?: readonly Ritual[]): Promise<Ritual[]> {
  const rituals = all ?? (await allRituals(scope))
  if (isAdmin(scope.person)) return [...rituals]
  const led = new Set((await teamsLedBy(scope, scope.person.id)).map((team) => team.id))
  return rituals.filter((ritual) => led.has(ritual.team.id))
}

/** The ones that a line names, of these: `周复盘`, `销售一部`, `周复盘 销售一部`; all of them where it names none. */
export function named(scope: Scope, rituals: readonly Ritual[], text: string): Ritual[] | Refusal {
  const typed = folded(text)
  if (typed === '') return [...rituals]
  const found = rituals.filter((ritual) => wordsOf(ritual).includes(typed))
  if (found.length > 0) return found
  const known = joinNames(
    rituals.map((ritual) => nameOf(scope, ritual)),
    scope.locale,
  )
  const words = texts[scope.locale]
  return new Refusal(rituals.length === 0 ? words.none : words.unread(text.trim(), known))
}

/** The ritual of a button, where the actor may manage it. */
export async function pressed(scope: Acting, id: string): Promise<Ritual | Refusal> {
  const words = texts[scope.locale]
  const ritual = await ritualById(scope, id)
  if (!ritual) return new Refusal(words.gone)
  return (await isAboveTeam(scope, ritual.team.id)) ? ritual : new Refusal(words.notYours(ritual.team.name))
}

export const nameOf = (scope: Scope, ritual: Ritual): string =>
  texts[scope.locale].name(titleOf(ritual, scope.locale), ritual.team.name)

/** Every way to name a ritual, folded. */
function wordsOf(ritual: Ritual): string[] {
  const titles = [ritual.template, ...LOCALES.map((locale) => titleOf(ritual, locale))]
  const { name } = ritual.team
  return [
    name,
    ...titles.flatMap((title) => [title, `${title} ${name}`, `${name} ${title}`, `${name}的${title}`]),
  ].map(folded)
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·-]+/gu, '')
