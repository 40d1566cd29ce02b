import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import { Unreadable } from './unreadable.ts'

/** A CSV file: its header, and its rows to be gone through as often as needed, never all at once in memory. */
export interface TableFile {
  columns: string[]
  encoding: Encoding
  /** In bytes, for progress. */
  size: number
  rows(): AsyncIterable<Row>
}

export interface Row {
  /** The line in the file, from 1; a cell may contain line breaks. */
  line: number
  cells: string[]
  /** How far into the file this is, in bytes. */
  read: number
}

type Encoding = 'utf8' | 'gb18030' | 'utf16'

/** No deal needs more; a file without line breaks would otherwise be read into memory as a whole. */
const MAX_ROW_CHARACTERS = 1_000_000

/** Opens a CSV file: UTF-8 with or without BOM, UTF-16 with one, or else GBK; comma, semicolon or tab. Throws Unreadable. */
export async function openTable(path: string): Promise<TableFile> {
  const found = await stat(path).catch(() => {
    throw new Unreadable([{ says: `There is no file ${path}.` }])
  })
  if (!found.isFile()) throw new Unreadable([{ says: `${path} is not a file.` }])
  const { size } = found
  const encoding = await encodingOf(path)
  const delimiter = await delimiterOf(path, encoding)
  let columns: string[] | undefined
  for await (const { cells } of read(path, encoding, delimiter)) {
    columns = cells.map((cell) => cell.trim())
    break
  }
  if (!columns) throw new Unreadable([{ says: `${path} is empty.` }])
  const width = columns.length
  return {
    columns,
    encoding,
    size,
    rows: async function* () {
      let header = true
      for await (const row of read(path, encoding, delimiter)) {
        if (header) {
          header = false
          continue
        }
        if (row.cells.length !== width)
          throw new Unreadable([
            { line: row.line, says: `has ${row.cells.length} cells; the header has ${width}.` },
          ])
        yield row
      }
    },
  }
}

async function* read(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<Row> {
  const file = createReadStream(path)
  const decoded = file.pipe(iconv.decodeStream(encoding))
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: MAX_ROW_CHARACTERS,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  decoded.on('error', (error) => parser.destroy(error))
  file.on('error', (error) => parser.destroy(error))
  decoded.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number; bytes: number }
    }>) {
      yield { line: info.lines, cells: record, read: file.bytesRead }
    }
  } catch (error) {
    if (error instanceof Error && 'lines' in error)
      throw new Unreadable([{ line: Number(error.lines), says: `is not well-formed CSV: ${error.message}` }])
    throw error
  } finally {
    file.destroy()
  }
}

/** UTF-16 if it says so, UTF-8 if the whole file is valid UTF-8, else GBK (as GB 18030, which contains it). */
async function encodingOf(path: string): Promise<Encoding> {
  if (await beginsAsUtf16(path)) return 'utf16'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const check = new Transform({
    transform(chunk, _encoding, done) {
      try {
        decoder.decode(chunk, { stream: true })
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
  try {
    await pipeline(createReadStream(path), check)
    decoder.decode()
    return 'utf8'
  } catch {
    return 'gb18030'
  }
}

/** Whether it begins with the byte order mark of UTF-16, in either order: Excel's “Unicode Text”. */
async function beginsAsUtf16(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return ['fffe', 'feff'].includes(buffer.toString('hex'))
  } finally {
    await file.close()
  }
}

/** The separator that the first line has most of. */
async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 65_535 })) {
    const first = iconv.decode(chunk, encoding).split(/\r?\n/)[0] ?? ''
    const counted = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }))
    counted.sort((a, b) => b.count - a.count)
    return counted[0]?.mark ?? ','
  }
  return ','
}
