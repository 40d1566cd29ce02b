import type { Locale } from '../kernel/locale.ts'
import { clean } from './fit.ts'
import type { AttainmentBar } from './view.ts'
import { rendererWords } from './words.ts'

/** A share with at most one decimal, floored: 99.99% never prints 100%. */
function percent(bps: number): string {
  return `${Math.floor(Math.max(0, bps) / 10) / 10}%`
}

/** What the bar shows, in words: `90%（已确认 78%，待确认 12%）`. */
export function attainmentWords(bar: AttainmentBar, locale: Locale): string {
  const words = rendererWords[locale]
  const total = percent(bar.confirmedBps + bar.provisionalBps)
  if (bar.provisionalBps <= 0) return total
  return words.parts(
    total,
    words.confirmed(percent(bar.confirmedBps)),
    words.provisional(percent(bar.provisionalBps)),
  )
}

/** A tick in words: `80% 起提`; a label that says its percentage already stands alone. */
export function tickWords(tick: AttainmentBar['ticks'][number]): string {
  const at = percent(tick.atBps)
  const words = clean(tick.label).replace(/\s+/g, ' ').trim()
  return words.includes(at) ? words : `${at} ${words}`.trim()
}

/**
 * The bar drawn with characters: ▓ confirmed, ▒ provisional, ░ still to do, │ a tick,
 * and » where attainment runs past the end of the scale.
 */
export function drawnBar(bar: AttainmentBar, cells = 24): string {
  const scale = scaleBps(bar)
  const cellOf = (bps: number) => Math.floor((bps / scale) * cells)
  const confirmed = cellOf(bar.confirmedBps)
  const total = cellOf(bar.confirmedBps + bar.provisionalBps)
  const drawn = new Array<string>(cells).fill('░').fill('▒', 0, total).fill('▓', 0, confirmed)
  for (const tick of bar.ticks) drawn[Math.min(cells - 1, cellOf(tick.atBps))] = '│'
  if (bar.confirmedBps + bar.provisionalBps > scale) drawn[cells - 1] = '»'
  return drawn.join('')
}

/** Where the bar ends, in basis points of the target: past the last tick, and past the attainment up to twice that. */
export function scaleBps(bar: AttainmentBar): number {
  const lastTick = Math.max(10_000, ...bar.ticks.map((tick) => tick.atBps))
  const reached = bar.confirmedBps + bar.provisionalBps
  return Math.max(lastTick * 1.1, Math.min(reached, lastTick * 2))
}
