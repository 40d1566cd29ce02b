import type { Locale } from '../kernel/locale.ts'
import { type Block, plainText, type View } from './view.ts'

/** A view as plain text, for terminals, scripts and as a fallback. */
export function toText(view: View, locale: Locale = 'zh-CN'): string {
  return view.blocks
    .map((block) => blockText(block, locale))
    .filter((part) => part !== '')
    .join('\n')
}

function blockText(block: Block, locale: Locale): string {
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'context':
    case 'seal':
      return block.kind === 'seal' ? `【${block.characters}】${plainText(block.text)}` : plainText(block.text)
    case 'fields':
      return block.fields.map((field) => `${field.label}: ${plainText(field.value)}`).join('\n')
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${plainText(item)}`)
        .join('\n')
    case 'table':
      return [block.columns.map((column) => column.title), ...block.rows.map((row) => row.map(plainText))]
        .map((row) => row.join('  '))
        .join('\n')
    case 'attainment':
      return `${block.label} ${(block.confirmedBps + block.provisionalBps) / 100}%`
    case 'chart':
      return block.title
    case 'divider':
      return '———'
    case 'actions':
      return block.buttons
        .map((button) => (locale === 'en' ? `[${button.label}]` : `〔${button.label}〕`))
        .join(' ')
    case 'details':
      return [block.title, ...block.blocks.map((inner) => blockText(inner, locale))].join('\n')
  }
}
