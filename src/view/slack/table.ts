import type { RichTextBlock, RichTextElement, TableBlock } from '@slack/web-api'
import { cut, label } from '../fit.ts'
import type { Known } from '../known.ts'
import { drawTable } from '../table.ts'
import { plainText, type Spans, type Table } from '../view.ts'
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, MAX_TABLE_TEXT, MAX_TEXT } from './limits.ts'
import { elementSize, richText, sectionSize } from './spans.ts'

const MAX_CELL = 300 // long enough for a sentence; the whole table shares one budget
const MAX_CHUNK_TEXT = MAX_TABLE_TEXT * 0.9 // mentions are counted by estimate
const MAX_CELL_COLUMNS = 40

export interface TableChunk {
  native: TableBlock
  /** The same rows as text, for where a native table can't stand (a second one in a message, the home tab). */
  drawn: RichTextBlock[]
  size: number
  rows: number
}

/** A table in chunks that each fit one message, every one with the header. */
export function tableChunks(table: Table, known: Known): TableChunk[] {
  const narrow: Table = { ...table, columns: table.columns.slice(0, MAX_TABLE_COLUMNS) }
  if (narrow.columns.length === 0) return []
  // The header and a single row of longest cells have to fit one table.
  const maxCell = Math.min(MAX_CELL, Math.floor(MAX_CHUNK_TEXT / 2 / narrow.columns.length))
  const header = narrow.columns.map((column) => rawCell(column.title, maxCell))
  const rows = narrow.rows.map((row, at) =>
    narrow.columns.map((_, column) => cell(row[column] ?? [], at === table.mine, maxCell, known)),
  )
  return rowGroups(rows.map(rowSize), rowSize(header)).map(([from, to]) => {
    const native: TableBlock = {
      type: 'table',
      column_settings: narrow.columns.map((column) => ({
        align: column.align,
        is_wrapped: column.align === 'left',
      })),
      rows: [header, ...rows.slice(from, to)],
    }
    const mine = table.mine === undefined ? {} : { mine: table.mine - from }
    const part: Table = { ...narrow, ...mine, rows: narrow.rows.slice(from, to) }
    return {
      native,
      drawn: drawnBlocks(part),
      size: native.rows.reduce((sum, row) => sum + rowSize(row), 0),
      rows: to - from,
    }
  })
}

type Cell = TableBlock['rows'][number][number]

function cell(content: Spans, mine: boolean, max: number, known: Known): Cell {
  const text = plainText(content)
  const special = content.some(
    (span) => span.kind !== 'plain' && span.kind !== 'quiet' && span.kind !== 'emoji',
  )
  if ((!special && !mine) || text.length > max) return rawCell(text, max)
  const elements = richText(content, known).map((element): RichTextElement => {
    return mine && element.type === 'text' ? { ...element, style: { ...element.style, bold: true } } : element
  })
  const fits = elements.reduce((sum, element) => sum + elementSize(element), 0) <= max
  if (!fits) return rawCell(text, max)
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}

const rawCell = (text: string, max: number): Cell => ({ type: 'raw_text', text: label(text, max) })

function rowSize(row: Cell[]): number {
  return row.reduce((sum, one) => sum + (one.type === 'raw_text' ? one.text.length : richSize(one)), 0)
}

/** Rich cells hold one section each, see `cell`. */
function richSize(one: Cell): number {
  const parts = one.type === 'rich_text' ? one.elements : []
  return parts.reduce((sum, part) => (part.type === 'rich_text_section' ? sum + sectionSize(part) : sum), 0)
}

/** Runs of rows, `[from, to)`, that keep to the rows and characters of one table. */
function rowGroups(sizes: number[], headerSize: number): [number, number][] {
  const groups: [number, number][] = []
  let from = 0
  let sum = headerSize
  sizes.forEach((size, at) => {
    if (at > from && (sum + size > MAX_CHUNK_TEXT || at - from >= MAX_TABLE_ROWS - 1)) {
      groups.push([from, at])
      from = at
      sum = headerSize
    }
    sum += size
  })
  groups.push([from, sizes.length])
  return groups
}

function drawnBlocks(table: Table): RichTextBlock[] {
  const width = Math.max(8, Math.floor(MAX_TEXT / 4 / table.columns.length) - 2)
  const { header, rows } = drawTable(table, Math.min(MAX_CELL_COLUMNS, width))
  const blocks: string[] = []
  for (const row of [header, ...rows]) {
    const open = blocks.at(-1)
    if (open !== undefined && open.length + 1 + row.length <= MAX_TEXT)
      blocks[blocks.length - 1] = `${open}\n${row}`
    else blocks.push(blocks.length === 0 ? cut(row, MAX_TEXT) : cut(`${header}\n${row}`, MAX_TEXT))
  }
  return blocks.map(preformatted)
}

/** Text in a fixed-width font, exactly as it stands. */
export function preformatted(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: text === '' ? ' ' : text }] },
    ],
  }
}
