import { attainmentWords, drawnBar, tickWords } from '../attainment.ts'
import { chartLines, chartTitle, sparklineWords } from '../chart.ts'
import { clean, isBlank, label } from '../fit.ts'
import type { Known } from '../known.ts'
import { type Block, type Button, bold, type Chart, newline, plain, quiet, type Spans } from '../view.ts'
import { rendererWords } from '../words.ts'
import { type ColumnSet, type Component, type FeishuButton, plainText } from './components.ts'
import { bytes, componentCount, MAX_CARD_BYTES, MAX_COMPONENTS, MAX_TITLE } from './limits.ts'
import { markdownPieces } from './markdown.ts'
import { tableComponents } from './table.ts'

const MAX_BUTTON_LABEL = 75
const MAX_CONFIRM = 300
const MAX_CHART_POINTS = 200
const MAX_CHART_BYTES = 12_000
const BUTTONS_IN_ROW = 10

/** A view's blocks as components of a card's body, in order, none larger than a card. */
export function components(blocks: Block[], known: Known): Component[] {
  return blocks.flatMap((block) => componentsOf(block, known))
}

function componentsOf(block: Block, known: Known): Component[] {
  switch (block.kind) {
    case 'heading':
      return marked(embolden(block.text), known, 'heading')
    case 'text':
      return marked(block.text, known)
    case 'context':
      return marked(block.text, known, 'notation')
    case 'fields':
      return fieldRows(block.fields, known)
    case 'list':
      return marked(listSpans(block.items, block.ordered), known)
    case 'table':
      return tableComponents(block, known)
    case 'attainment': {
      const title = [bold(label(block.label, MAX_TITLE)), plain(` ${attainmentWords(block, known.locale)}`)]
      const ticks = block.ticks.flatMap((tick) => [newline, plain(label(`│ ${tickWords(tick)}`, MAX_TITLE))])
      return marked([...title, newline, plain(drawnBar(block)), ...ticks], known)
    }
    case 'chart':
      return chartComponents(block, known)
    case 'sparkline': {
      const { bars, figures } = sparklineWords(block)
      const title = [bold(label(block.label, MAX_TITLE)), plain(` ${bars}`)]
      return marked([...title, newline, quiet(figures)], known)
    }
    case 'seal':
      return marked([bold(`【${label(block.characters, 12)}】`), plain(' '), ...block.text], known)
    case 'divider':
      return [{ tag: 'hr' }]
    case 'actions':
      return buttonRows(block.buttons, known)
    case 'details':
      return folded(block.title, components(block.blocks, known), known)
    default:
      return block satisfies never
  }
}

function marked(content: Spans, known: Known, size?: 'heading' | 'notation'): Component[] {
  return markdownPieces(content, known).map((text) => ({
    tag: 'markdown',
    content: text,
    ...(size ? { text_size: size } : {}),
  }))
}

const embolden = (content: Spans): Spans =>
  content.map((span) => (span.kind === 'plain' ? bold(span.text) : span))

/** Two to a row; a value too long for half a card has the whole width. */
function fieldRows(fields: { label: string; value: Spans }[], known: Known): Component[] {
  const cells = fields.map((field) =>
    marked([bold(label(field.label, MAX_TITLE)), newline, ...field.value], known),
  )
  const rows: Component[] = []
  let row: ColumnSet | undefined
  for (const cell of cells) {
    if (cell.length > 1) {
      rows.push(...cell)
      row = undefined
    } else if (row?.columns.length === 1)
      row.columns.push({ tag: 'column', width: 'weighted', weight: 1, elements: cell })
    else {
      row = {
        tag: 'column_set',
        flex_mode: 'bisect',
        horizontal_spacing: '8px',
        columns: [{ tag: 'column', width: 'weighted', weight: 1, elements: cell }],
      }
      rows.push(row)
    }
  }
  return rows
}

function listSpans(items: Spans[], ordered: boolean): Spans {
  return items.flatMap((item, at) => [
    ...(at > 0 ? [newline] : []),
    plain(ordered ? `${at + 1}. ` : '• '),
    ...item,
  ])
}

function chartComponents(chart: Chart, known: Known): Component[] {
  const values = chart.series.flatMap((series) =>
    chart.labels.flatMap((name, at) => {
      const value = series.values[at]
      if (value === undefined || !Number.isFinite(value)) return []
      return [{ label: label(name, 40), value, series: label(series.name, 40) }]
    }),
  )
  const title = label(chartTitle(chart), MAX_TITLE)
  const component: Component = {
    tag: 'chart',
    aspect_ratio: '16:9',
    chart_spec: {
      type: chart.shape,
      title: { text: title },
      data: { values },
      xField: chart.shape === 'bar' ? ['label', 'series'] : 'label',
      yField: 'value',
      seriesField: 'series',
      legends: { visible: chart.series.length > 1 },
    },
  }
  const fits = values.length > 0 && values.length <= MAX_CHART_POINTS && bytes(component) <= MAX_CHART_BYTES
  if (fits) return [component]
  return marked([bold(title), ...chartLines(chart).flatMap((line) => [newline, plain(line)])], known)
}

function buttonRows(buttons: Button[], known: Known): Component[] {
  return Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_ROW) }, (_, row) => ({
    tag: 'column_set' as const,
    flex_mode: 'flow' as const,
    horizontal_spacing: '8px' as const,
    columns: buttons.slice(row * BUTTONS_IN_ROW, (row + 1) * BUTTONS_IN_ROW).map((button) => ({
      tag: 'column' as const,
      width: 'auto' as const,
      elements: [feishuButton(button, known)],
    })),
  })).flatMap((row) =>
    bytes(row) <= MAX_CARD_BYTES / 2 ? [row] : row.columns.map((one) => ({ ...row, columns: [one] })),
  )
}

function feishuButton(button: Button, known: Known): FeishuButton {
  return {
    tag: 'button',
    text: plainText(label(button.label, MAX_BUTTON_LABEL)),
    type: button.tone ?? 'default',
    behaviors: [
      { type: 'callback', value: { action: button.action, value: (button.value ?? '').toWellFormed() } },
    ],
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plainText(rendererWords[known.locale].confirmTitle),
            text: plainText(label(button.confirm, MAX_CONFIRM)),
          },
        }),
  }
}

/** A panel, unless something in it may not stand in one (a table) or it would not fit one card. */
function folded(title: string, inside: Component[], known: Known): Component[] {
  const panel: Component = {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: plainText(label(title, MAX_TITLE)) },
    elements: inside,
  }
  const foldable =
    inside.length > 0 && inside.every((one) => one.tag !== 'table' && one.tag !== 'collapsible_panel')
  if (foldable && bytes(panel) <= MAX_CARD_BYTES / 2 && componentCount(panel) <= MAX_COMPONENTS)
    return [panel]
  return [...marked([bold(isBlank(title) ? label(title, 1) : clean(title))], known), ...inside]
}
