import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { everyone } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'
import { award } from './award-badge.ts'
import { awardedView } from './award-view.ts'
import type { Badge } from './badge.ts'
import { badgesOf } from './store.ts'
import { texts } from './texts.ts'

/** `/badge award @韩梅梅 服务之星 reason` */
export async function awardByName(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const typed = text.normalize('NFC').trim().replace(/^＠/, '@')
  if (typed === '') return new Refusal(words.awardFormat)
  const name = await leadingName(scope, typed)
  const person = await whoIsMeant(scope, name)
  if (person instanceof Refusal) return person
  const rest = typed.slice(name.length).trim()
  const badges = await badgesOf(scope)
  const named = rest === '' ? undefined : leadingBadge(badges, rest)
  if (!named) {
    const names = badges.map((badge) => badge.name[scope.locale])
    const all = joinNames(names, scope.locale)
    return new Refusal(rest === '' ? words.awardFormat : words.noBadge(rest.split(/\s/)[0] ?? '', all))
  }
  const { badge, length } = named
  const given = await award(scope, {
    badge,
    person: person.id,
    cause: `command:${scope.origin}`,
    month: scope.today.slice(0, 7),
    reason: rest.slice(length).trim().slice(0, MAX_REASON) || undefined,
  })
  return given instanceof Refusal ? given : awardedView(scope, badge, given)
}

const MAX_REASON = 300 // characters: what a card still shows whole

/** The mention or name that a line begins with, names of several words among them. */
async function leadingName(scope: Acting, typed: string): Promise<string> {
  const mention = /^<@[^>]+>/.exec(typed)?.[0]
  if (mention) return mention
  const at = typed.startsWith('@') ? 1 : 0
  const lower = typed.slice(at).toLowerCase()
  const names = (await everyone(scope)).map((one) => one.name)
  const known = names
    .filter((name) => lower === name.toLowerCase() || lower.startsWith(`${name.toLowerCase()} `))
    .sort((a, b) => b.length - a.length)[0]
  return known ? typed.slice(0, at + known.length) : (typed.split(/\s/)[0] ?? '')
}

function leadingBadge(badges: readonly Badge[], rest: string): { badge: Badge; length: number } | undefined {
  const lower = rest.toLowerCase()
  for (const badge of badges) {
    for (const name of [badge.name['zh-CN'], badge.name.en, badge.emoji, badge.id]) {
      if (lower.startsWith(name.toLowerCase())) return { badge, length: name.length }
    }
  }
  return undefined
}
