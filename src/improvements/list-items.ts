import { joinSentences, type Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { memberships, teamsLedBy } from '../people/store.ts'
import { type Block, heading, say, type View } from '../view/view.ts'
import { openItemsOf } from './store.ts'
import { texts } from './texts.ts'
import { addButton, type Listing, listView } from './views.ts'

/** My own open items. */
export async function listMine(scope: Acting): Promise<View> {
  return listing(scope, 'mine')
}

/** The open items of everyone in the teams I lead. */
export async function listTeam(scope: Acting): Promise<View | Refusal> {
  const led = await teamsLedBy(scope, scope.person.id)
  return led.length === 0 ? new Refusal(texts[scope.locale].noTeam) : listing(scope, 'team')
}

/** A list as it is now, under a sentence about what has just happened to it. */
export async function listing(scope: Acting, which: Listing, news?: string): Promise<View> {
  const words = texts[scope.locale]
  const owners = which === 'mine' ? [scope.person.id] : await ledBy(scope)
  const items = await openItemsOf(scope, owners)
  if (items.length === 0)
    return say(
      after(news, which === 'mine' ? words.none : words.teamNone, scope.locale),
      addButton(scope.locale),
    )
  const sentence = which === 'mine' ? words.mine(items.length) : words.team(items.length)
  return listView(scope, after(news, sentence, scope.locale), items, which)
}

const after = (news: string | undefined, sentence: string, locale: Locale): string =>
  joinSentences(news === undefined ? [sentence] : [news, sentence], locale)

/** The part of a person's home tab: what they still mean to do. */
export async function homeBlocks(scope: Acting): Promise<Block[]> {
  const items = await openItemsOf(scope, [scope.person.id])
  const words = texts[scope.locale]
  if (items.length === 0) return []
  const { blocks } = await listView(scope, words.mine(items.length), items.slice(0, 5), 'mine')
  return [heading(words.home), ...blocks]
}

/** Whose items a leader answers for: the members of the teams they lead, also those who have left the company. */
export async function ledBy(scope: Acting): Promise<string[]> {
  const teams = (await teamsLedBy(scope, scope.person.id)).map((team) => team.id)
  const members = await memberships(scope, scope.today, { teams, part: 'member' })
  return [...new Set(members.map((one) => one.person))]
}
