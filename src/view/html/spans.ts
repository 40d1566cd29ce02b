import { label } from '../fit.ts'
import { webAddress } from '../url.ts'
import type { Span, Spans } from '../view.ts'
import { escaped } from './escape.ts'

/** Spans as inline HTML. */
export function inline(content: Spans): string {
  return content.map(spanHtml).join('')
}

function spanHtml(span: Span): string {
  switch (span.kind) {
    case 'plain':
      return lines(span.text)
    case 'bold':
      return `<strong>${lines(span.text)}</strong>`
    case 'quiet':
      return `<span class="quiet">${lines(span.text)}</span>`
    case 'code':
      return `<code>${lines(span.text)}</code>`
    case 'struck':
      return `<s>${lines(span.text)}</s>`
    case 'link': {
      const address = webAddress(span.url)
      if (address === undefined) return lines(span.text)
      return `<a href="${escaped(address)}" rel="noopener noreferrer" target="_blank">${escaped(label(span.text.trim() || address, 300))}</a>`
    }
    case 'person':
      return `<span class="person" data-person="${escaped(span.person)}">@${escaped(span.name)}</span>`
    case 'emoji':
      return `<span class="emoji">${escaped(span.emoji)}</span>`
    case 'newline':
      return '<br>'
    default:
      return span satisfies never
  }
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}
