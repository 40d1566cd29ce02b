import { chop, clean, columns, cut, pad } from './fit.ts'
import { plainText, type Table } from './view.ts'

/** A table's rows, drawn for a fixed-width font: a header line and one line for each row, columns aligned. */
export interface DrawnTable {
  header: string
  rows: string[]
}

/**
 * Columns aligned by their width on screen, where a Chinese character takes two. Longer cells are cut, or go on below in
 * lines of their own.
 */
export function drawTable(table: Table, maxCellColumns: number, longer: 'cut' | 'below' = 'cut'): DrawnTable {
  const cell = (text: string): string[] => {
    const oneLine = clean(text).replace(/\s+/g, ' ').trim()
    if (longer === 'below')
      return chop(cut(oneLine, maxCellColumns * MOST_LINES), maxCellColumns, columns).map((one) => one.trim())
    // Accents take no column, so a limit in columns alone would let thousands of them through.
    return [cut(cut(oneLine, maxCellColumns * 4), maxCellColumns, columns)]
  }
  const titles = table.columns.map((column) => cell(column.title).join(' '))
  const rows = table.rows.map((row) => linesOf(table.columns.map((_, at) => cell(plainText(row[at] ?? [])))))
  const widths = titles.map((title, at) =>
    Math.max(columns(title), ...rows.flat().map((row) => columns(row[at] ?? ''))),
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
    rows: rows.flatMap((lines, at) =>
      lines.map((cells, below) => (marked ? mark(below === 0 ? at : -1) : '') + line(cells)),
    ),
  }
}

const MOST_LINES = 16 // of a cell: a longer one was never meant for a table

/** Cells of several lines each as lines of cells. */
function linesOf(cells: string[][]): string[][] {
  const height = Math.max(1, ...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? ''))
}
