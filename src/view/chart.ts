import { clean } from './fit.ts'
import type { Chart, Sparkline } from './view.ts'

const STEPS = '▁▂▃▄▅▆▇█'

/** A row of figures as a row of little bars: `▁▃█`. What is not a number leaves a gap. */
function sparkline(values: number[]): string {
  const known = values.filter(Number.isFinite)
  const low = Math.min(0, ...known)
  const range = Math.max(0, ...known) - low || 1
  return values
    .map((value) => (Number.isFinite(value) ? STEPS[Math.round(((value - low) / range) * 7)] : ' '))
    .join('')
}

/** Each series in words: its name, its sparkline, and every value under its label. */
export function chartLines(chart: Chart): string[] {
  return chart.series.flatMap((series) => [
    `${clean(series.name)} ${sparkline(series.values)}`,
    chart.labels.map((label, at) => `${clean(label)} ${figure(series.values[at])}`).join(' · '),
  ])
}

/** A sparkline's bars, and every figure under its label: `9 月 4,500 元 · 10 月 6,000 元`. */
export function sparklineWords({ points }: Sparkline): { bars: string; figures: string } {
  return {
    bars: sparkline(points.map((point) => point.value ?? Number.NaN)),
    figures: points.map((point) => `${clean(point.label)} ${clean(point.text)}`).join(' · '),
  }
}

export function chartTitle(chart: Chart): string {
  return chart.unit === '' ? clean(chart.title) : `${clean(chart.title)} (${clean(chart.unit)})`
}

/** A value as people read it: grouped, at most two decimals. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–'
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}
