import type { KnownBlock, RichTextBlock, RichTextSection } from '@slack/web-api'
import { attainmentWords, drawnBar, tickWords } from '../attainment.ts'
import { chartLines, chartTitle, sparklineWords } from '../chart.ts'
import { chop, clean, isBlank, label } from '../fit.ts'
import type { Known } from '../known.ts'
import {
  type AttainmentBar,
  type Block,
  bold,
  type Chart,
  newline,
  plain,
  plainText,
  quiet,
  type Spans,
  type Sparkline,
} from '../view.ts'
import { buttonRows, buttonSize } from './buttons.ts'
import { nativeChart } from './chart.ts'
import { MAX_FIELDS, MAX_HEADER, MAX_TEXT } from './limits.ts'
import { contextElements, field, plain as plainElement } from './mrkdwn.ts'
import { elementSize, richSections, sectionSize } from './spans.ts'
import { preformatted, tableChunks } from './table.ts'

/** One Slack block, what it weighs against a message's limits, and how much of the view it shows. */
export interface Piece {
  block: KnownBlock
  /** Characters of text. */
  size: number
  /** Lines, rows or items that a reader would miss without it. */
  lines: number
  /** What it is, where a message takes only so many of its kind, and the same as plain blocks. */
  native?: { kind: 'table' | 'chart'; drawn: Piece[] }
  /** Goes on with the table of the piece before. */
  continues?: boolean
}

/** A view's blocks as Slack's, in order, each within the limits of its kind. */
export function pieces(blocks: Block[], known: Known): Piece[] {
  return blocks.flatMap((block) => piecesOf(block, known))
}

function piecesOf(block: Block, known: Known): Piece[] {
  switch (block.kind) {
    case 'heading':
      return headingPieces(block.text, known)
    case 'text':
      return textPieces(block.text, known)
    case 'context': {
      const elements = contextElements(block.text, known)
      if (elements === undefined) return textPieces(block.text, known)
      return [
        piece(
          { type: 'context', elements },
          elements.reduce((sum, element) => sum + element.text.length, 0),
        ),
      ]
    }
    case 'fields':
      return fieldPieces(block.fields, known)
    case 'list':
      return listPieces(block.items, block.ordered, known)
    case 'table':
      return tableChunks(block, known).map((chunk, at) => ({
        block: chunk.native,
        continues: at > 0,
        size: chunk.size,
        lines: chunk.rows,
        native: {
          kind: 'table',
          drawn: chunk.drawn.map((one) =>
            piece(one, textOf(one), Math.ceil(chunk.rows / chunk.drawn.length)),
          ),
        },
      }))
    case 'attainment':
      return attainmentPieces(block, known)
    case 'chart':
      return chartPieces(block, known)
    case 'sparkline':
      return sparklinePieces(block, known)
    case 'seal':
      return textPieces([bold(`【${label(block.characters, 12)}】`), plain(' '), ...block.text], known)
    case 'divider':
      return [piece({ type: 'divider' }, 0, 0)]
    case 'actions':
      return buttonRows(block.buttons, known.locale).map((row) =>
        piece(
          row,
          row.elements.reduce((sum, button) => sum + buttonSize(button), 0),
        ),
      )
    case 'details':
      return [...textPieces([bold(label(block.title, MAX_HEADER))], known), ...pieces(block.blocks, known)]
    default:
      return block satisfies never
  }
}

/** A header where the words alone are enough; mentions, links and long titles need a bold line instead. */
function headingPieces(content: Spans, known: Known): Piece[] {
  const words = clean(plainText(content))
  const wordsOnly = content.every((span) => span.kind !== 'person' && span.kind !== 'link')
  if (wordsOnly && words.length <= MAX_HEADER) {
    const text = plainElement(words, MAX_HEADER)
    return [piece({ type: 'header', text }, text.text.length)]
  }
  return textPieces(
    content.map((span) => (span.kind === 'plain' ? bold(span.text) : span)),
    known,
  )
}

/** Spans as rich text blocks. */
export function textPieces(content: Spans, known: Known): Piece[] {
  return richSections(content, known).map((section) => {
    const block: RichTextBlock = { type: 'rich_text', elements: [section] }
    return piece(block, sectionSize(section), linesIn(section))
  })
}

function fieldPieces(fields: { label: string; value: Spans }[], known: Known): Piece[] {
  const texts = fields.map((one) => field(one.label, one.value, known))
  return inRuns(texts, MAX_FIELDS, (text) => text.text.length, MAX_TEXT).map((run) =>
    piece(
      { type: 'section', fields: run },
      run.reduce((sum, text) => sum + text.text.length, 0),
      run.length,
    ),
  )
}

/** A list, split where it grows long; an ordered one goes on counting. */
function listPieces(items: Spans[], ordered: boolean, known: Known): Piece[] {
  const sections = items.map((item) => richSections(item, known, MAX_TEXT - 1))
  const first = sections.flatMap((parts) => parts.slice(0, 1))
  // What is left of an item longer than a block follows it as text of its own.
  const rest = (from: number, to: number) => sections.slice(from, to).flatMap((parts) => parts.slice(1))
  let done = 0
  return runsOf(sections).flatMap((count) => {
    const style = ordered ? 'ordered' : 'bullet'
    const offset = ordered && done > 0 ? { offset: done } : {}
    const elements = first.slice(done, done + count)
    const block: RichTextBlock = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_list', style, elements, ...offset }],
    }
    const list = piece(
      block,
      elements.reduce((sum, section) => sum + sectionSize(section), 0),
      count,
    )
    const over = rest(done, done + count).map((section) =>
      piece({ type: 'rich_text', elements: [section] }, sectionSize(section), linesIn(section)),
    )
    done += count
    return [list, ...over]
  })
}

/** How many items stand together in each list: up to a block's text, and none after an item that runs over. */
function runsOf(items: RichTextSection[][]): number[] {
  const runs: number[] = []
  let room = 0
  let closed = true
  for (const parts of items) {
    const size = parts[0] ? sectionSize(parts[0]) : 0
    const last = runs.length - 1
    if (closed || size > room) {
      runs.push(1)
      room = MAX_TEXT
    } else runs[last] = (runs[last] ?? 0) + 1
    room -= size
    closed = parts.length > 1
  }
  return runs
}

function attainmentPieces(bar: AttainmentBar, known: Known): Piece[] {
  const title = [bold(label(bar.label, MAX_HEADER)), plain(` ${attainmentWords(bar, known.locale)}`)]
  const ticks = tickLines(bar.ticks)
  const drawing = ticks === '' ? drawnBar(bar) : `${drawnBar(bar)}\n${ticks}`
  return [...textPieces(title, known), ...preformattedPieces(drawing)]
}

/** Everybody with the same target has the same ticks, as one object. */
function tickLines(ticks: AttainmentBar['ticks']): string {
  const known = drawnTicks.get(ticks)
  if (known !== undefined) return known
  const lines = ticks.map((tick) => label(`│ ${tickWords(tick)}`, MAX_HEADER)).join('\n')
  drawnTicks.set(ticks, lines)
  return lines
}

const drawnTicks = new WeakMap<AttainmentBar['ticks'], string>()

function chartPieces(chart: Chart, known: Known): Piece[] {
  const words = chartLines(chart).flatMap((line) => [newline, plain(line)])
  const drawn = textPieces([bold(label(chartTitle(chart), MAX_HEADER)), ...words], known)
  const native = nativeChart(chart)
  if (!native) return drawn
  const lines = drawn.reduce((sum, one) => sum + one.lines, 0)
  return [{ ...piece(native, JSON.stringify(native).length, lines), native: { kind: 'chart', drawn } }]
}

function sparklinePieces(sparkline: Sparkline, known: Known): Piece[] {
  const { bars, figures } = sparklineWords(sparkline)
  const title = [bold(label(sparkline.label, MAX_HEADER)), plain(` ${bars}`)]
  return textPieces([...title, newline, quiet(figures)], known)
}

function preformattedPieces(text: string): Piece[] {
  return chop(text, MAX_TEXT).map((part) => piece(preformatted(part), part.length, part.split('\n').length))
}

function piece(block: KnownBlock, size: number, lines = 1): Piece {
  return { block, size, lines }
}

function linesIn(section: RichTextSection): number {
  const words = section.elements.map((element) => (element.type === 'text' ? element.text : ' ')).join('')
  if (!words.includes('\n')) return 1
  return words.split('\n').filter((line) => !isBlank(line)).length || 1
}

function textOf(block: RichTextBlock): number {
  return block.elements.reduce((sum, part) => {
    return part.type === 'rich_text_preformatted'
      ? sum + part.elements.reduce((all, one) => all + elementSize(one), 0)
      : sum
  }, 0)
}

/** Runs of at most `count` things whose sizes add up to at most `room`. */
function inRuns<Thing>(
  things: Thing[],
  count: number,
  size: (thing: Thing) => number,
  room: number,
): Thing[][] {
  const runs: Thing[][] = []
  let left = 0
  for (const thing of things) {
    const open = runs.at(-1)
    if (open && open.length < count && size(thing) <= left) open.push(thing)
    else {
      runs.push([thing])
      left = room
    }
    left -= size(thing)
  }
  return runs
}
