import type { Locale } from '../kernel/locale.ts'
import { attainmentWords, drawnBar, tickWords } from './attainment.ts'
import { chartLines, chartTitle, sparklineWords } from './chart.ts'
import { clean, columns, label, pad } from './fit.ts'
import { drawTable } from './table.ts'
import { webAddress } from './url.ts'
import { type Block, type Button, plainText, type Span, type Spans, type View } from './view.ts'

/**
 * A view as plain text, for terminals, scripts and fallbacks. Everything is shown in full; control characters
 * of people's texts are taken out, so that none reaches a terminal. Without a locale, the view's own words decide.
 */
export function toText(view: View, locale: Locale = localeOf(view)): string {
  return blocksText(view.blocks, locale) || clean(view.summary)
}

function blocksText(blocks: Block[], locale: Locale): string {
  return blocks
    .map((block) => blockText(block, locale))
    .filter((text) => text !== '')
    .join('\n\n')
}

function blockText(block: Block, locale: Locale): string {
  switch (block.kind) {
    case 'heading': {
      const words = spansText(block.text)
      return `${words}\n${'='.repeat(Math.min(72, columns(words)))}`
    }
    case 'text':
    case 'context':
      return spansText(block.text)
    case 'fields': {
      const width = Math.max(0, ...block.fields.map((field) => columns(clean(field.label))))
      return block.fields
        .map(
          (field) =>
            `${pad(clean(field.label), width, 'left')}  ${indented(spansText(field.value), width + 2)}`,
        )
        .join('\n')
    }
    case 'list':
      return block.items
        .map(
          (item, at) =>
            (block.ordered ? `${at + 1}. ` : '- ') + indented(spansText(item), block.ordered ? 3 : 2),
        )
        .join('\n')
    case 'table': {
      const { header, rows } = drawTable(block, 40, 'below')
      return [header, '-'.repeat(Math.max(...[header, ...rows].map(columns))), ...rows].join('\n')
    }
    case 'attainment':
      return [
        `${clean(block.label)} ${attainmentWords(block, locale)}`,
        drawnBar(block),
        ...block.ticks.map((tick) => `│ ${tickWords(tick)}`),
      ].join('\n')
    case 'chart':
      return [chartTitle(block), ...chartLines(block)].join('\n')
    case 'sparkline': {
      const { bars, figures } = sparklineWords(block)
      return `${clean(block.label)} ${bars}\n${figures}`
    }
    case 'seal':
      return `【${label(block.characters, 12)}】 ${spansText(block.text)}`.trimEnd()
    case 'divider':
      return '-'.repeat(24)
    case 'actions':
      return block.buttons.map((button) => buttonText(button, locale)).join(' ')
    case 'details':
      return `${clean(block.title)}\n${indented(`  ${blocksText(block.blocks, locale)}`, 2)}`
    default:
      return block satisfies never
  }
}

function spansText(content: Spans): string {
  return clean(content.map(spanText).join(''))
}

function spanText(span: Span): string {
  if (span.kind === 'struck') return `~${span.text}~`
  if (span.kind !== 'link') return plainText([span])
  const address = webAddress(span.url)
  if (address === undefined || span.text.includes(span.url)) return span.text
  return `${span.text} (${address})`.trimStart()
}

function buttonText(button: Button, locale: Locale): string {
  const words = label(button.label, 200)
  return locale === 'zh-CN' ? `〔${words}〕` : `[${words}]`
}

/** Following lines stand under the first one's text. */
function indented(text: string, width: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(width)}`)
}

function localeOf(view: View): Locale {
  return /\p{Script=Han}/u.test(JSON.stringify(view)) ? 'zh-CN' : 'en'
}
