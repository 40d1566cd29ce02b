const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Overrides and isolates of writing direction: one of them in a name turns the rest of the line around. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ones that `clean` takes out or replaces
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\u2028-\u202e\u2066-\u2069\ud800-\udfff]/

/** People's text as every platform can take it: well-formed, with `\n` line ends, without control characters. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text // nearly all of it, at a fifth of the price
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(DIRECTION_CONTROLS, '')
}

/** True where there is nothing to see: empty, white space, zero-width characters. */
export function isBlank(text: string): boolean {
  return /^(?:\s|[\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u3164\ufeff]|[\ufe00-\ufe0f])*$/.test(text)
}

/** Stands where a platform insists on a text and there is none. */
export const NOTHING = '–'

/** Clean text on one line, at most `max` UTF-16 units, never empty. */
export function label(text: string, max: number): string {
  const oneLine = clean(text).replace(/\s*\n\s*/g, ' ')
  return isBlank(oneLine) ? NOTHING : cut(oneLine, max)
}

/** At most `max` units by `size` (default: UTF-16 units), shortened with "…" between two graphemes. */
export function cut(text: string, max: number, size: Size = units): string {
  if (size(text) <= max) return text
  const [first] = piecesOf(text, max - size('…'), size)
  return `${first ?? ''}…`
}

/** Pieces of at most `max` units by `size`, broken at line ends or spaces where there are some. */
export function chop(text: string, max: number, size: Size = units): string[] {
  return size(text) <= max ? [text] : [...piecesOf(text, max, size)]
}

function* piecesOf(text: string, max: number, size: Size): Generator<string> {
  let piece = ''
  let length = 0
  for (const grapheme of atoms(text, max, size)) {
    const more = size(grapheme)
    if (length + more > max) {
      const end = goodBreak(piece)
      yield piece.slice(0, end)
      piece = piece.slice(end)
      length = size(piece)
    }
    piece += grapheme
    length += more
  }
  if (piece !== '') yield piece
}

export type Size = (text: string) => number

const units: Size = (text) => text.length

/** Graphemes; one that is larger than a whole piece (a letter under a thousand accents) by code point. */
function* atoms(text: string, max: number, size: Size): Generator<string> {
  for (const { segment } of graphemes.segment(text)) {
    if (size(segment) > max) yield* segment
    else yield segment
  }
}

/** Where to break a piece: after its last line end or space, unless that would leave most of it behind. */
function goodBreak(piece: string): number {
  const line = piece.lastIndexOf('\n') + 1
  if (line > piece.length / 2) return line
  const space = piece.lastIndexOf(' ') + 1
  return space > piece.length / 2 ? space : piece.length
}

/** The columns that a text takes in a fixed-width font: two for Chinese, Japanese, Korean and emoji. */
export function columns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let sum = 0
  for (const { segment } of graphemes.segment(text)) sum += graphemeColumns(segment)
  return sum
}

/** Filled up with spaces to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - columns(text)))
  return align === 'left' ? text + space : space + text
}

function graphemeColumns(grapheme: string): number {
  if (isBlank(grapheme) && grapheme !== ' ' && grapheme !== '\t' && grapheme !== '\u3000') return 0
  if (/^\p{M}+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2
  return WIDE.some(([from, to]) => within(grapheme.codePointAt(0) ?? 0, from, to)) ? 2 : 1
}

const within = (code: number, from: number, to: number) => code >= from && code <= to

/** The wide and full-width ranges of Unicode Standard Annex #11. */
const WIDE: readonly [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
]
