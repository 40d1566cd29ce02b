import { chartTitle, figure } from '../chart.ts'
import { columns, cut } from '../fit.ts'
import type { Chart } from '../view.ts'
import { escaped } from './escape.ts'

const HEIGHT = 160
const TOP = 16
const MAX_LABELS = 6 // across a phone
const MAX_LABEL_COLUMNS = 7

/** A chart as SVG without a view box (see attainment.ts), with its figures as a table for who can't see it. */
export function chartHtml(chart: Chart): string {
  const values = chart.series.flatMap((series) => series.values).filter(Number.isFinite)
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  const y = (value: number) =>
    Math.round((TOP + (1 - (value - low) / (high - low || 1)) * (HEIGHT - TOP)) * 10) / 10
  const marks = chart.series.map((series, at) =>
    chart.shape === 'bar' ? bars(chart, series.values, at, y) : line(chart, series.values, at, y),
  )
  return [
    '<figure class="chart">',
    `<figcaption>${escaped(chartTitle(chart))}</figcaption>`,
    `<svg class="chart-${chart.shape}" width="100%" height="${HEIGHT + 24}" aria-hidden="true">`,
    `<line class="chart-grid" x1="0" x2="100%" y1="${y(high)}" y2="${y(high)}"/>`,
    `<line class="chart-axis" x1="0" x2="100%" y1="${y(0)}" y2="${y(0)}"/>`,
    ...marks,
    `<text class="chart-label" x="0" y="${TOP - 4}">${figure(high)}</text>`,
    ...labels(chart),
    '</svg>',
    chart.series.length > 1 ? legend(chart) : '',
    valuesTable(chart),
    '</figure>',
  ].join('')
}

/** Percentage across of the middle of a label's place, and the width of the place. */
function place(chart: Chart, at: number): { middle: number; width: number } {
  const width = 100 / Math.max(1, chart.labels.length)
  return { middle: (at + 0.5) * width, width }
}

function bars(chart: Chart, values: number[], series: number, y: (value: number) => number): string {
  return chart.labels
    .map((_, at) => {
      const value = values[at]
      if (value === undefined || !Number.isFinite(value)) return ''
      const { middle, width } = place(chart, at)
      const each = (width * 0.7) / chart.series.length
      const left = middle - width * 0.35 + each * series
      const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))]
      return `<rect class="series-${(series % 6) + 1}" x="${share(left)}" width="${share(each * 0.92)}" y="${top}" height="${Math.max(1, bottom - top)}"/>`
    })
    .join('')
}

function line(chart: Chart, values: number[], series: number, y: (value: number) => number): string {
  const points = chart.labels.flatMap((_, at) => {
    const value = values[at]
    return value !== undefined && Number.isFinite(value)
      ? [{ x: share(place(chart, at).middle), y: y(value) }]
      : []
  })
  const strokes = points.map((point, at) => {
    const before = points[at - 1]
    return before
      ? `<line class="series-${(series % 6) + 1}" x1="${before.x}" y1="${before.y}" x2="${point.x}" y2="${point.y}"/>`
      : ''
  })
  const dots = points.map(
    (point) => `<circle class="series-${(series % 6) + 1}" cx="${point.x}" cy="${point.y}" r="3"/>`,
  )
  return [...strokes, ...dots].join('')
}

/** As many labels as stand side by side on a phone, the first and the last among them. */
function labels(chart: Chart): string[] {
  const last = chart.labels.length - 1
  const narrow = chart.labels.length > MAX_LABELS
  const step = Math.max(1, Math.ceil(last / (MAX_LABELS - 1)))
  return chart.labels.map((text, at) => {
    if (at % step !== 0) return ''
    const words = escaped(cut(cut(text, MAX_LABEL_COLUMNS * 4), MAX_LABEL_COLUMNS, columns))
    const { middle, width } = place(chart, at)
    // Where places are narrow, the outermost labels would reach out of the picture.
    const [x, anchor] =
      narrow && at === 0
        ? [middle - width / 2, 'start']
        : narrow && at === last
          ? [middle + width / 2, 'end']
          : [middle, 'middle']
    return `<text class="chart-label" x="${share(x)}" y="${HEIGHT + 18}" text-anchor="${anchor}">${words}</text>`
  })
}

function legend(chart: Chart): string {
  const items = chart.series.map(
    (series, at) => `<li class="series-${(at % 6) + 1}">${escaped(series.name)}</li>`,
  )
  return `<ul class="chart-legend">${items.join('')}</ul>`
}

function valuesTable(chart: Chart): string {
  const head = chart.series.map((series) => `<th scope="col">${escaped(series.name)}</th>`).join('')
  const rows = chart.labels.map((label, at) => {
    const cells = chart.series.map((series) => `<td>${figure(series.values[at])}</td>`).join('')
    return `<tr><th scope="row">${escaped(label)}</th>${cells}</tr>`
  })
  return `<table class="chart-values visually-hidden"><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const share = (percent: number) => `${Math.round(percent * 100) / 100}%`
