import { cut, label } from '../fit.ts'
import type { Known } from '../known.ts'
import { bold, plainText, type Spans, type Table } from '../view.ts'
import type { FeishuTable } from './components.ts'
import { bytes, MAX_TABLE_BYTES, MAX_TABLE_COLUMNS } from './limits.ts'
import { markdown } from './markdown.ts'

const MAX_CELL = 200
const PAGE = 10 // the most rows that the component shows at once

/** A table as native ones, each small enough to share a card with other things. */
export function tableComponents(table: Table, known: Known): FeishuTable[] {
  const shown = table.columns.slice(0, MAX_TABLE_COLUMNS)
  if (shown.length === 0) return []
  const columns = shown.map((column, at): FeishuTable['columns'][number] => ({
    name: `c${at}`,
    display_name: label(column.title, 60),
    data_type: needsMarkdown(table, at) ? 'markdown' : 'text',
    horizontal_align: column.align,
    width: 'auto',
  }))
  const rows = table.rows.map((row, at) =>
    Object.fromEntries(
      columns.map((column, place) => {
        const content = row[place] ?? []
        const cell = at === table.mine ? [bold(plainText(content))] : content
        return [
          column.name,
          column.data_type === 'text' ? label(plainText(cell), MAX_CELL) : markdown(short(cell), known),
        ]
      }),
    ),
  )
  return rowGroups(rows, bytes(columns)).map((group) => ({
    tag: 'table',
    page_size: Math.min(PAGE, Math.max(1, group.length)),
    row_height: 'low',
    header_style: { bold: true, background_style: 'none' },
    columns,
    rows: group,
  }))
}

/** A column of mere words is shown as it is; one with mark-up, or with the reader's own row, as Markdown. */
function needsMarkdown(table: Table, at: number): boolean {
  const mine = table.mine !== undefined && table.mine < table.rows.length
  const words = (content: Spans) =>
    content.every((span) => ['plain', 'quiet', 'emoji', 'newline'].includes(span.kind))
  return mine || !table.rows.every((row) => words(row[at] ?? []))
}

function short(content: Spans): Spans {
  if (
    plainText(content).length <= MAX_CELL &&
    content.every((span) => span.kind !== 'link' || span.url.length <= MAX_CELL)
  ) {
    return content
  }
  return [{ kind: 'plain', text: cut(plainText(content), MAX_CELL) }]
}

function rowGroups(rows: FeishuTable['rows'], columnBytes: number): FeishuTable['rows'][] {
  const groups: FeishuTable['rows'][] = [[]]
  let size = columnBytes
  for (const row of rows) {
    const more = bytes(row) + 1
    const open = groups.at(-1) ?? []
    if (open.length > 0 && size + more > MAX_TABLE_BYTES) {
      groups.push([row])
      size = columnBytes
    } else open.push(row)
    size += more
  }
  return groups
}
