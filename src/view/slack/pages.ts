import type { KnownBlock } from '@slack/web-api'
import type { Locale } from '../../kernel/locale.ts'
import { rendererWords } from '../words.ts'
import type { Piece } from './blocks.ts'
import { MAX_BLOCKS, MAX_CHARTS, MAX_MESSAGE_TEXT } from './limits.ts'
import { plain } from './mrkdwn.ts'

/** What one message, modal or home tab can take. */
export interface Room {
  blocks: number
  text: number
  /** Native tables and charts. */
  table: number
  chart: number
}

export const MESSAGE: Room = { blocks: MAX_BLOCKS, text: MAX_MESSAGE_TEXT, table: 1, chart: MAX_CHARTS }

/** Everything, on as many pages as it takes. */
export function paged(all: Piece[], room: Room): KnownBlock[][] {
  const pages: KnownBlock[][] = []
  let rest = all
  while (rest.length > 0) {
    const taken = take(rest, room)
    pages.push(taken.blocks)
    rest = taken.rest
  }
  return pages
}

/**
 * One page. What does not fit is counted in a last line, "… 还有 12 行"; the buttons that end a view
 * stay, because without them nothing could be done about it.
 */
export function onePage(all: Piece[], room: Room, locale: Locale): KnownBlock[] {
  const whole = take(all, room)
  if (whole.rest.length === 0) return whole.blocks
  const isButtons = (piece: Piece) => piece.block.type === 'actions'
  const end = all.findLastIndex((piece) => !isButtons(piece)) + 1
  const buttons = all.slice(end).slice(0, 5)
  const left = {
    ...room,
    blocks: room.blocks - 1 - buttons.length,
    text: room.text - 40 - buttons.reduce((sum, piece) => sum + piece.size, 0),
  }
  const { blocks, rest } = take(all.slice(0, end), left)
  const missing = rest.reduce((sum, piece) => sum + piece.lines, 0)
  const more: KnownBlock = {
    type: 'context',
    elements: [plain(rendererWords[locale].moreLines(missing), 150)],
  }
  return [...blocks, ...(missing > 0 ? [more] : []), ...buttons.map((piece) => piece.block)]
}

/** As many pieces as one page has room for, always at least one, and the rest. */
function take(all: Piece[], room: Room): { blocks: KnownBlock[]; rest: Piece[] } {
  const queue = [...all]
  const blocks: KnownBlock[] = []
  let { text } = room
  const left = { table: room.table, chart: room.chart }
  for (;;) {
    const next = queue[0]
    if (next === undefined) break
    const { native } = next
    if (native && left[native.kind] === 0) {
      // A table goes on as a table, in the next message; another small one is drawn with characters.
      if (next.continues && room.table > 0) break
      queue.splice(0, 1, ...native.drawn)
      continue
    }
    if (blocks.length > 0 && (blocks.length >= room.blocks || next.size > text)) break
    blocks.push(next.block)
    text -= next.size
    if (native) left[native.kind] -= 1
    queue.shift()
  }
  return { blocks, rest: queue }
}
