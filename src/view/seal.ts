import { clean } from './fit.ts'
import type { Seal } from './view.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// Seal red, gold and paper of the product's look; a stylesheet may set others by the classes.
const RED = '#B3261E'
const GOLD = '#D9A93A'
const PAPER = '#FBF8F3'

/** Where one character is carved, in hundredths of the seal. */
interface Cell {
  text: string
  x: number
  y: number
  width: number
  height: number
}

/**
 * A square seal as SVG: `red` carved in white, `paper` in red on paper, `gold` red with a gold border.
 * One to six characters; Chinese ones in columns from right to left as on a real seal, others in rows.
 * Classes: `seal`, `seal-red|paper|gold`, `seal-ground`, `seal-frame`, `seal-character`.
 */
export function sealSvg(characters: string, tone: Seal['tone'], size = 96): string {
  const text = clean(characters).replace(/\s+/g, '')
  const carved = [...graphemes.segment(text)].map((one) => one.segment).slice(0, 6)
  const cells = /\p{Script=Han}/u.test(text) ? chineseCells(carved) : latinCells(carved)
  const [ground, frame, ink] = coloursOf(tone)
  return [
    `<svg class="seal seal-${tone}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}" role="img" aria-label="${escapeXml(carved.join(''))}">`,
    `<rect class="seal-ground" x="2" y="2" width="96" height="96" rx="9" fill="${ground}"/>`,
    `<rect class="seal-frame" x="5.5" y="5.5" width="89" height="89" rx="6" fill="none" stroke="${frame}" stroke-width="${tone === 'gold' ? 5 : 3}"/>`,
    ...cells.map((cell) => carve(cell, ink)),
    '</svg>',
  ].join('')
}

function coloursOf(tone: Seal['tone']): [ground: string, frame: string, ink: string] {
  switch (tone) {
    case 'red':
      return [RED, '#FFFFFF', '#FFFFFF']
    case 'paper':
      return [PAPER, RED, RED]
    case 'gold':
      return [RED, GOLD, '#FFFFFF']
    default:
      return tone satisfies never
  }
}

/** Two columns from the third character on, the right one first and at least as long. */
function chineseCells(characters: string[]): Cell[] {
  const inRight = characters.length <= 2 ? characters.length : Math.ceil(characters.length / 2)
  const right = characters.slice(0, inRight)
  const left = characters.slice(inRight)
  if (left.length === 0) return column(right, 12, 76)
  return [...column(right, 51, 38), ...column(left, 11, 38)]
}

function column(characters: string[], x: number, width: number): Cell[] {
  const height = 80 / characters.length
  return characters.map((text, at) => ({ text, x, y: 10 + at * height, width, height }))
}

/** One row up to three letters, then two rows, read from left to right. */
function latinCells(characters: string[]): Cell[] {
  const rows = characters.length <= 3 ? [characters] : halves(characters)
  return rows.flatMap((row, line) => {
    const width = 80 / row.length
    const height = 80 / rows.length
    return row.map((text, at) => ({ text, x: 10 + at * width, y: 10 + line * height, width, height }))
  })
}

function halves(characters: string[]): string[][] {
  const half = Math.ceil(characters.length / 2)
  return [characters.slice(0, half), characters.slice(half)]
}

/** Stretched to its cell as a carver would: a tall cell makes a tall character. */
function carve(cell: Cell, ink: string): string {
  const em = /\p{Script=Han}/u.test(cell.text) ? 104 : 78 // a letter is narrower than its font's height
  const stretchX = Math.min(cell.width / em, (cell.height / 104) * 1.25)
  const stretchY = Math.min(cell.height / 104, stretchX * (em === 104 ? 1.9 : 1.25))
  const middle = `translate(${round(cell.x + cell.width / 2)} ${round(cell.y + cell.height / 2)})`
  return [
    `<text class="seal-character" transform="${middle} scale(${round(stretchX)} ${round(stretchY)})"`,
    ' font-size="100" font-weight="700" font-family="Songti SC,STSong,Noto Serif CJK SC,Source Han Serif SC,SimSun,serif"',
    ` text-anchor="middle" dominant-baseline="central" fill="${ink}">${escapeXml(cell.text)}</text>`,
  ].join('')
}

const round = (value: number) => Math.round(value * 1000) / 1000

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
