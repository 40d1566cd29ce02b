import { clean, columns, cut, pad } from './fit.ts'
import { plainText, type Table } from './view.ts'

/** A table's rows, drawn for a fixed-width font: a header line and one line for each row, columns aligned. */
export interface DrawnTable {
  header: string
  rows: string[]
}

/** Columns aligned by their width on screen, where a Chinese character takes two. Longer cells are cut. */
export function drawTable(table: Table, maxCellColumns: number): DrawnTable {
  const cell = (text: string) => {
    const oneLine = clean(text).replace(/\s+/g, ' ').trim()
    // Accents take no column, so a limit in columns alone would let thousands of them through.
    return cut(cut(oneLine, maxCellColumns * 4), maxCellColumns, columns)
  }
  const titles = table.columns.map((column) => cell(column.title))
  const rows = table.rows.map((row) => table.columns.map((_, at) => cell(plainText(row[at] ?? []))))
  const widths = titles.map((title, at) =>
    Math.max(columns(title), ...rows.map((row) => columns(row[at] ?? ''))),
  )
  const line = (cells: string[]) =>
    cells
      .map((text, at) => pad(text, widths[at] ?? 0, table.columns[at]?.align ?? 'left'))
      .join('  ')
      .trimEnd()
  const marked = table.mine !== undefined
  const mark = (at: number) => (at === table.mine ? '▸ ' : '  ')
  return {
    header: (marked ? '  ' : '') + line(titles),
    rows: rows.map((row, at) => (marked ? mark(at) : '') + line(row)),
  }
}
