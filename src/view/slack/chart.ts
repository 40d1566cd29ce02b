import type { KnownBlock } from '@slack/web-api'
import { chartTitle } from '../chart.ts'
import { label } from '../fit.ts'
import type { Chart } from '../view.ts'
import {
  MAX_CHART_LABEL,
  MAX_CHART_POINTS,
  MAX_CHART_SERIES,
  MAX_CHART_TITLE,
  MAX_CHART_UNIT,
} from './limits.ts'

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, which Slack's own types do not know yet. */
interface DataVisualizationBlock {
  type: 'data_visualization'
  title: string
  chart: {
    type: 'bar' | 'line'
    series: { name: string; data: { label: string; value: number }[] }[]
    axis_config: { categories: string[]; y_label?: string }
  }
}

/** A chart as Slack draws it; undefined where it breaks one of its rules and has to be said in words. */
export function nativeChart(chart: Chart): KnownBlock | undefined {
  const { series, labels } = chart
  if (series.length === 0 || series.length > MAX_CHART_SERIES) return undefined
  if (labels.length === 0 || labels.length > MAX_CHART_POINTS) return undefined
  // Each series has exactly one finite value for each category.
  if (series.some(({ values }) => labels.some((_, at) => !Number.isFinite(values[at])))) return undefined
  const categories = labels.map((text) => label(text, MAX_CHART_LABEL))
  const names = series.map(({ name }) => label(name, MAX_CHART_LABEL))
  // Points are matched to categories by their words, so no two may be the same.
  if (repeats(categories) || repeats(names)) return undefined
  const block: DataVisualizationBlock = {
    type: 'data_visualization',
    title: label(chartTitle(chart), MAX_CHART_TITLE),
    chart: {
      type: chart.shape,
      series: series.map(({ values }, at) => ({
        name: names[at] ?? '',
        data: categories.map((category, point) => ({ label: category, value: values[point] ?? 0 })),
      })),
      axis_config: {
        categories,
        ...(chart.unit === '' ? {} : { y_label: label(chart.unit, MAX_CHART_UNIT) }),
      },
    },
  }
  return block as unknown as KnownBlock
}

const repeats = (words: readonly string[]) => new Set(words).size < words.length
