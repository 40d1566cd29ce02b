import type { Locale } from '../../kernel/locale.ts'
import { attainmentWords, scaleBps, tickWords } from '../attainment.ts'
import { columns, cut } from '../fit.ts'
import type { AttainmentBar } from '../view.ts'
import { escaped } from './escape.ts'

const BAR_HEIGHT = 16
const ROW_HEIGHT = 20
const MAX_LABEL_COLUMNS = 22
const COLUMN = 7 // px of one column at 13 px
const PHONE = 300 // px across the bar on a phone

/**
 * The bar as SVG without a view box: lengths across are percentages and everything else is pixels, so the labels
 * keep their size at every width. Each label has a row of its own, and stands to the left of its tick where it fits even
 * on a phone, else to the right: none can overlap another or be cut.
 */
export function attainmentHtml(bar: AttainmentBar, locale: Locale): string {
  const scale = scaleBps(bar)
  const across = (bps: number) =>
    `${Math.round(Math.min(100, (Math.max(0, bps) / scale) * 100) * 100) / 100}%`
  const total = bar.confirmedBps + bar.provisionalBps
  const ticks = rowsOf(bar, scale)
  const height = BAR_HEIGHT + 4 + ticks.length * ROW_HEIGHT
  const words = `${bar.label} ${attainmentWords(bar, locale)}`.trim()
  return [
    '<figure class="attainment">',
    `<figcaption><strong>${escaped(bar.label)}</strong> ${escaped(attainmentWords(bar, locale))}</figcaption>`,
    `<svg class="attainment-bar" width="100%" height="${height}" role="img" aria-label="${escaped([words, ...bar.ticks.map(tickWords)].join('; '))}">`,
    `<rect class="bar-track" width="100%" height="${BAR_HEIGHT}" rx="4"/>`,
    `<rect class="bar-confirmed" width="${across(bar.confirmedBps)}" height="${BAR_HEIGHT}" rx="4"/>`,
    // A dashed line as thick as the bar is a hatching that needs no pattern, whose id would have to be unique.
    `<line class="bar-provisional" x1="${across(bar.confirmedBps)}" x2="${across(total)}" y1="${BAR_HEIGHT / 2}" y2="${BAR_HEIGHT / 2}" stroke-width="${BAR_HEIGHT}" stroke-dasharray="3 3"/>`,
    ...ticks.map((tick, row) => tickSvg(tick, row, across(tick.atBps), tick.atBps <= total)),
    '</svg>',
    '</figure>',
  ].join('')
}

interface PlacedTick {
  atBps: number
  label: string
  side: 'left' | 'right'
}

/** One row for each tick, in the order in which no tick's line has to cross another one's label. */
function rowsOf(bar: AttainmentBar, scale: number): PlacedTick[] {
  const placed = bar.ticks
    .map((tick): PlacedTick => {
      const words = tickWords(tick)
      const label = cut(cut(words, MAX_LABEL_COLUMNS * 4), MAX_LABEL_COLUMNS, columns)
      const fits = columns(label) * COLUMN + 6 <= (tick.atBps / scale) * PHONE
      return { atBps: tick.atBps, label, side: fits ? 'left' : 'right' }
    })
    .sort((a, b) => a.atBps - b.atBps)
  const left = placed.filter((tick) => tick.side === 'left')
  return [...left, ...placed.filter((tick) => tick.side === 'right').reverse()]
}

function tickSvg(tick: PlacedTick, row: number, x: string, reached: boolean): string {
  const y = BAR_HEIGHT + 4 + row * ROW_HEIGHT
  const [anchor, dx] = tick.side === 'left' ? ['end', -6] : ['start', 6]
  const state = reached ? 'tick tick-reached' : 'tick'
  return [
    `<line class="${state}" x1="${x}" x2="${x}" y1="0" y2="${y + ROW_HEIGHT - 6}"/>`,
    `<text class="tick-label" x="${x}" dx="${dx}" y="${y + 11}" text-anchor="${anchor}">${escaped(tick.label)}</text>`,
  ].join('')
}
