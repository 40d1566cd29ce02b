import type { Sparkline } from '../view.ts'
import { escaped } from './escape.ts'

const BAR = 10
const GAP = 4
const HEIGHT = 28

/** A sparkline as little bars beside its name, and every figure under them, which is what a screen reader says. */
export function sparklineHtml({ label, points }: Sparkline): string {
  const values = points.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []))
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const y = (value: number) => Math.round((1 - (value - low) / (high - low || 1)) * HEIGHT * 10) / 10
  const bars = points.map(({ value }, at) => {
    if (value === undefined || !Number.isFinite(value)) return ''
    const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))]
    const height = Math.max(1, bottom - top)
    return `<rect class="sparkline-bar" x="${at * (BAR + GAP)}" y="${Math.min(top, HEIGHT - height)}" width="${BAR}" height="${height}"/>`
  })
  const width = Math.max(1, points.length * (BAR + GAP) - GAP)
  const figures = points.map((point) => `<li>${escaped(`${point.label} ${point.text}`)}</li>`)
  return [
    '<figure class="sparkline">',
    `<figcaption>${escaped(label)}`,
    `<svg class="sparkline-bars" width="${width}" height="${HEIGHT}" aria-hidden="true">${bars.join('')}</svg>`,
    '</figcaption>',
    `<ol class="sparkline-values">${figures.join('')}</ol>`,
    '</figure>',
  ].join('')
}
