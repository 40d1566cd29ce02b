import type { HomeView, KnownBlock } from '@slack/web-api'
import type { Known } from './known.ts'
import { type Piece, pieces } from './slack/blocks.ts'
import { MAX_VIEW_BLOCKS } from './slack/limits.ts'
import { escaped } from './slack/mrkdwn.ts'
import { MESSAGE, onePage, paged, type Room } from './slack/pages.ts'
import { type Block, plain, text, type View } from './view.ts'
import { rendererWords } from './words.ts'

export { slackAction } from './slack/buttons.ts'
export { toSlackModal } from './slack/form.ts'
export { fromSlackState, readSlackMetadata, slackPeopleIn } from './slack/state.ts'

export interface SlackMessage {
  /** What notifications and screen readers say. */
  text: string
  blocks: KnownBlock[]
}

const MAX_SUMMARY = 3000 // Slack cuts at 40,000 and advises 4,000
// 100 blocks; the text of a home tab has no documented limit, so it keeps to a generous one of ours.
const HOME: Room = { blocks: MAX_VIEW_BLOCKS, text: 60_000, table: 0, chart: 0 }

/** The whole view, in as many messages as Slack's limits make of it. */
export function toSlackMessages(view: View, known: Known): SlackMessage[] {
  const pages = paged(piecesOf(view, known), MESSAGE)
  const page = rendererWords[known.locale].page
  return pages.map((blocks, at) => ({
    text: escaped(view.summary, MAX_SUMMARY - 20) + (pages.length > 1 ? page(at + 1, pages.length) : ''),
    blocks,
  }))
}

/** The view in exactly one message; what does not fit is counted in its last line. */
export function toSlackMessage(view: View, known: Known): SlackMessage {
  return {
    text: escaped(view.summary, MAX_SUMMARY),
    blocks: onePage(piecesOf(view, known), MESSAGE, known.locale),
  }
}

/** A person's home tab. */
export function toSlackHome(blocks: Block[], known: Known): HomeView {
  const rendered = onePage(pieces(blocks, known), HOME, known.locale)
  return { type: 'home', blocks: rendered.length > 0 ? rendered : [{ type: 'divider' }] }
}

/** A view that shows nothing still says its summary. */
function piecesOf(view: View, known: Known): Piece[] {
  const shown = pieces(view.blocks, known)
  return shown.length > 0 ? shown : pieces([text([plain(view.summary)])], known)
}
