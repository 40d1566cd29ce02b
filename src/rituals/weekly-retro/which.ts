import { joinNames } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { managersOfTeam, teamsLedBy, teamsOf } from '../../people/store.ts'
import { isAdmin } from '../../people/who.ts'
import type { Ritual } from '../ritual.ts'
import { ritualsOf } from '../store.ts'
import { texts } from './texts.ts'

/** The retros that the actor may open or skip: of the team named, else of the teams that the actor leads directly. */
export async function retrosLed(scope: Acting, word: string): Promise<Ritual[] | Refusal> {
  const words = texts[scope.locale]
  const all = await ritualsOf(scope, 'weekly-retro')
  if (all.length === 0) return new Refusal(words.none)
  const led = new Set((await teamsLedBy(scope, scope.person.id)).map((team) => team.id))
  const mine = isAdmin(scope.person) ? all : all.filter((ritual) => led.has(ritual.team.id))
  if (mine.length === 0) return new Refusal(words.notLeading)
  if (word !== '') return named(scope, mine, word)
  const direct: Ritual[] = []
  for (const ritual of mine) {
    const managers = await managersOfTeam(scope, ritual.team.id)
    if (managers.some((one) => one.id === scope.person.id)) direct.push(ritual)
  }
  if (direct.length > 0) return direct
  return mine.length === 1 ? mine : new Refusal(words.whichTeam(names(scope, mine)))
}

/** The retros that the actor may read about: of their own teams and of those they lead; all for an admin. */
export async function retrosSeen(scope: Acting, word = ''): Promise<Ritual[] | Refusal> {
  const words = texts[scope.locale]
  const all = await ritualsOf(scope, 'weekly-retro')
  const [own, led] = [await teamsOf(scope, scope.person.id), await teamsLedBy(scope, scope.person.id)]
  const ids = new Set([...own, ...led].map((team) => team.id))
  const seen = isAdmin(scope.person) ? all : all.filter((ritual) => ids.has(ritual.team.id))
  if (seen.length === 0) return new Refusal(words.none)
  return word === '' ? seen : named(scope, seen, word)
}

function named(scope: Acting, rituals: readonly Ritual[], word: string): Ritual[] | Refusal {
  const wanted = word.normalize('NFC').trim().toLowerCase()
  const found = rituals.filter((ritual) => ritual.team.name.toLowerCase() === wanted)
  return found.length > 0 ? found : new Refusal(texts[scope.locale].unknownTeam(word, names(scope, rituals)))
}

const names = (scope: Acting, rituals: readonly Ritual[]) =>
  joinNames(
    rituals.map((ritual) => ritual.team.name),
    scope.locale,
  )
