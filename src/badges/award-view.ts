import { joinNames } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import {
  type Block,
  bold,
  context,
  person as mention,
  newline,
  plain,
  plainText,
  type Spans,
  say,
  text,
  type View,
} from '../view/view.ts'
import type { Award, Badge } from './badge.ts'
import { texts } from './texts.ts'

const MAX_CARVED = 6 // characters that stay readable on a seal

/** The badge's seal with words beside it; the month's winners have a gold border. */
export function sealOf(badge: Badge, words: Spans): Block {
  const characters = [...badge.name['zh-CN']].slice(0, MAX_CARVED).join('')
  return { kind: 'seal', characters, tone: badge.monthly ? 'gold' : badge.tone, text: words }
}

/** What only the giver sees at once. */
export async function awardedView(scope: Scope, badge: Badge, given: Award): Promise<View> {
  const words = texts[scope.locale]
  const who = (await personById(scope, given.person))?.name ?? ''
  const month = showPeriod(given.month, scope.locale, scope.today)
  return say(words.awarded(who, badge.name[scope.locale], month), {
    label: words.undo,
    action: 'badge.undo',
    value: given.id,
  })
}

/** What everybody sees five minutes later, in the channel's language. */
export async function announcementView(scope: Scope, badge: Badge, given: Award): Promise<View> {
  const { locale } = scope.workspace
  const words = texts[locale]
  const month = showPeriod(given.month, locale, scope.today)
  const winner = await personById(scope, given.person)
  const beside = await Promise.all(given.beside.map((id) => personById(scope, id)))
  const names = joinNames(
    beside.flatMap((one) => (one ? [one.name] : [])),
    locale,
  )
  const giver = (await personById(scope, given.by))?.name ?? ''
  const line: Spans = [
    bold(words.announcement(badge.name[locale], month)),
    ...(winner ? [mention(winner)] : []),
    ...(given.reason ? [newline, plain(given.reason)] : []),
  ]
  return {
    summary: `${words.announcement(badge.name[locale], month)}${winner?.name ?? ''}`,
    blocks: [sealOf(badge, line), ...(names ? [text(words.beside(names))] : []), context(words.from(giver))],
  }
}

/** What the announcement reads once the award was taken back. */
export function revokedView(scope: Scope, badge: Badge, given: Award): View {
  const { locale } = scope.workspace
  const month = showPeriod(given.month, locale, scope.today)
  const content = [plain(texts[locale].revokedAnnouncement(badge.name[locale], month))]
  return { summary: plainText(content), blocks: [context(content)] }
}
