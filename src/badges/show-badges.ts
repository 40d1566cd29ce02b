import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { whoIsMeant } from '../people/who.ts'
import {
  actions,
  type Block,
  bold,
  context,
  emoji,
  heading,
  newline,
  plain,
  quiet,
  type Spans,
  text as textBlock,
} from '../view/view.ts'
import { sealOf } from './award-view.ts'
import type { Award, Badge } from './badge.ts'
import { awardsOf, badgesOf } from './store.ts'
import { texts } from './texts.ts'

/** `/badge`: mine; `/badge @韩梅梅`: theirs, without what is not announced yet. */
export async function show(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const who = text.trim() === '' ? scope.person : await whoIsMeant(scope, text)
  if (who instanceof Refusal) return who
  const mine = who.id === scope.person.id
  const title = mine ? words.mine : words.theirs(who.name)
  const seals = await sealsOf(scope, who.id)
  if (seals.length > 0) return { summary: title, blocks: [heading(title), ...seals] }
  const none = mine ? words.noneMine : words.none(who.name)
  return { summary: none, blocks: [textBlock(none), context(words.noneHint)] }
}

/** `/badge catalog`: which badges there are, and how one gets them. */
export async function showCatalog(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale]
  const rows = (await badgesOf(scope)).map((badge) => {
    const how = [
      badge.monthly ? words.monthly : words.anytime,
      ...(badge.rule ? [words.nominated] : []),
    ].join(scope.locale === 'en' ? ', ' : '，')
    return sealOf(badge, [
      bold(badge.name[scope.locale]),
      plain(' '),
      emoji(badge.emoji),
      newline,
      quiet(how),
    ])
  })
  return {
    summary: words.catalogTitle,
    blocks: [heading(words.catalogTitle), ...rows, context(words.catalogHow)],
  }
}

/** My badges, on the home tab. */
export async function home(scope: Acting): Promise<Block[]> {
  const words = texts[scope.locale]
  const seals = await sealsOf(scope, scope.person.id)
  return [
    heading(words.home.title),
    ...(seals.length > 0 ? seals.slice(0, MAX_ON_HOME) : [textBlock(words.noneMine)]),
    actions({ label: words.home.catalog, action: 'badge.catalog' }),
  ]
}

const MAX_ON_HOME = 3
const MAX_LINES = 6 // the latest months of a badge; older ones count in its ×

/** One seal for each badge that somebody holds, with the months it is for. Nobody sees what is not announced yet. */
async function sealsOf(scope: Scope, person: string): Promise<Block[]> {
  const held = (await awardsOf(scope, person)).filter((one) => one.announcedAt <= scope.now)
  const seals: Block[] = []
  for (const badge of await badgesOf(scope)) {
    const awards = held.filter((one) => one.badge === badge.id)
    if (awards.length > 0) seals.push(sealOf(badge, linesFor(scope, badge, awards)))
  }
  return seals
}

function linesFor(scope: Scope, badge: Badge, awards: readonly Award[]): Spans {
  const words = texts[scope.locale]
  const lines = awards.slice(0, MAX_LINES).flatMap((one): Spans => {
    const month = showPeriod(one.month, scope.locale, scope.today)
    return [newline, quiet(one.reason ? `${month} · ${one.reason}` : month)]
  })
  return [bold(words.times(badge.name[scope.locale], awards.length)), ...lines]
}
