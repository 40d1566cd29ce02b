/**
 * Views as semantic HTML for the playground and the wall. No inline style, script or handler; colours and type come
 * from the page's stylesheet, by these classes:
 *
 * | what | classes |
 * | --- | --- |
 * | blocks | `text` `context` `fields` (dl) `field-pair` `list` `table-scroll` `table` `right` `long` `mine` `attainment` `chart` `sparkline` `honor` `actions` `details` |
 * | spans | `quiet` `person` `emoji` |
 * | buttons | `button` `button-primary` `button-danger`; `data-action` `data-value` `data-confirm` |
 * | attainment bar | `attainment-bar` `bar-track` `bar-confirmed` (fill) `bar-provisional` (stroke) `tick` `tick-reached` (stroke) `tick-label` (fill, 13 px; a stroke of paper with paint-order keeps it readable) |
 * | chart | `chart-line` `chart-bar` `chart-grid` `chart-axis` `chart-label` `chart-legend` `chart-values` `series-1` … `series-6` (fill, stroke) `visually-hidden` |
 * | sparkline | `sparkline` `sparkline-bars` (svg) `sparkline-bar` (fill) `sparkline-values` (ol) |
 * | seal | `seal` `seal-red` `seal-paper` `seal-gold` `seal-ground` `seal-frame` `seal-character` `honor-text` |
 * | forms | `form` `form-title` `form-note` `form-buttons` `field` `field-<kind>` `field-label` `field-required` `field-hint` `field-error` `field-wrong` `boxes` `box`; `data-form` `data-state` `data-field` `data-close` |
 */
import type { Locale } from '../kernel/locale.ts'
import { columns, label } from './fit.ts'
import { attainmentHtml } from './html/attainment.ts'
import { chartHtml } from './html/chart.ts'
import { carried, escaped } from './html/escape.ts'
import { inline } from './html/spans.ts'
import { sparklineHtml } from './html/sparkline.ts'
import { sealSvg } from './seal.ts'
import { type Block, type Button, plain, plainText, type Spans, type Table, type View } from './view.ts'

export { formHtml as formToHtml } from './html/form.ts'

/** A view, or blocks, as HTML for the inside of a message. */
export function toHtml(view: View | Block[], locale: Locale): string {
  if (Array.isArray(view)) return view.map((block) => blockHtml(block, locale)).join('')
  const blocks: Block[] =
    view.blocks.length > 0 ? view.blocks : [{ kind: 'text', text: [plain(view.summary)] }]
  return toHtml(blocks, locale)
}

function blockHtml(block: Block, locale: Locale): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${inline(block.text)}</h3>`
    case 'text':
      return `<p class="text">${inline(block.text)}</p>`
    case 'context':
      return `<p class="context">${inline(block.text)}</p>`
    case 'fields': {
      const pairs = block.fields.map(
        (field) =>
          `<div class="field-pair"><dt>${escaped(field.label)}</dt><dd>${inline(field.value)}</dd></div>`,
      )
      return `<dl class="fields">${pairs.join('')}</dl>`
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag} class="list">${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return tableHtml(block)
    case 'attainment':
      return attainmentHtml(block, locale)
    case 'chart':
      return chartHtml(block)
    case 'sparkline':
      return sparklineHtml(block)
    case 'seal':
      return `<div class="honor">${sealSvg(block.characters, block.tone, 64)}<p class="honor-text">${inline(block.text)}</p></div>`
    case 'divider':
      return '<hr>'
    case 'actions':
      return `<div class="actions">${block.buttons.map(buttonHtml).join('')}</div>`
    case 'details':
      return `<details class="details"><summary>${escaped(label(block.title, 300))}</summary>${toHtml(block.blocks, locale)}</details>`
    default:
      return block satisfies never
  }
}

const LONG_COLUMNS = 20 // a cell above that goes on below on a phone, and leaves room for the amounts

function tableHtml(table: Table): string {
  const right = (at: number) => table.columns[at]?.align === 'right'
  const head = table.columns.map(
    (column, at) => `<th scope="col"${right(at) ? ' class="right"' : ''}>${escaped(column.title)}</th>`,
  )
  const kindOf = (cell: Spans, at: number) =>
    right(at) ? ' class="right"' : columns(plainText(cell)) > LONG_COLUMNS ? ' class="long"' : ''
  const rows = table.rows.map((row, at) => {
    const cells = table.columns.map((_, column) => {
      const cell = row[column] ?? []
      return `<td${kindOf(cell, column)}>${inline(cell)}</td>`
    })
    return `<tr${at === table.mine ? ' class="mine"' : ''}>${cells.join('')}</tr>`
  })
  return `<div class="table-scroll"><table class="table"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function buttonHtml(button: Button): string {
  const tone = button.tone === undefined ? '' : ` button-${button.tone}`
  const value = button.value === undefined ? '' : ` data-value="${carried(button.value)}"`
  const confirm = button.confirm === undefined ? '' : ` data-confirm="${escaped(button.confirm)}"`
  return `<button type="button" class="button${tone}" data-action="${carried(button.action)}"${value}${confirm}>${escaped(label(button.label, 300))}</button>`
}
