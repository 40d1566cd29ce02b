import type { RichTextElement, RichTextSection } from '@slack/web-api'
import { chop, clean, isBlank, NOTHING } from '../fit.ts'
import type { Known } from '../known.ts'
import { webAddress } from '../url.ts'
import type { Span, Spans } from '../view.ts'
import { MAX_TEXT } from './limits.ts'

/**
 * Spans as rich text elements. Their text is never parsed for mark-up, so nothing that people wrote
 * can ring anybody or turn bold.
 */
export function richText(content: Spans, known: Known): RichTextElement[] {
  const elements = content.flatMap((span) => elementsOf(span, known))
  return elements.length > 0 ? elements : [{ type: 'text', text: NOTHING }]
}

/** Rich text in sections of at most `max` characters each. */
export function richSections(content: Spans, known: Known, max = MAX_TEXT): RichTextSection[] {
  const sections: RichTextSection[] = []
  let room = 0
  for (const element of richText(content, known).flatMap((one) => choppedElement(one, max))) {
    const size = elementSize(element)
    const open = sections.at(-1)
    if (open && size <= room) open.elements.push(element)
    else {
      sections.push({ type: 'rich_text_section', elements: [element] })
      room = max
    }
    room -= size
  }
  return sections
}

/** The characters that an element counts for. */
export function elementSize(element: RichTextElement): number {
  switch (element.type) {
    case 'text':
      return element.text.length
    case 'link':
      return (element.text ?? '').length + element.url.length
    default:
      return 20
  }
}

export function sectionSize(section: RichTextSection): number {
  return section.elements.reduce((sum, element) => sum + elementSize(element), 0)
}

/** Slack's user id, if it is one: what else stands there can't be a mention. */
export function userId(person: string, known: Known): string | undefined {
  const id = known.mention(person)
  return id !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(id) ? id : undefined
}

function elementsOf(span: Span, known: Known): RichTextElement[] {
  switch (span.kind) {
    case 'plain':
    case 'quiet':
      return textElement(span.text)
    case 'bold':
      return textElement(span.text, { bold: true })
    case 'code':
      return textElement(span.text, { code: true })
    case 'struck':
      return textElement(span.text, { strike: true })
    case 'link': {
      const url = webAddress(span.url)
      if (url === undefined) return textElement(span.text)
      const text = clean(span.text)
      return [{ type: 'link', url, ...(isBlank(text) ? {} : { text }) }]
    }
    case 'person': {
      const id = userId(span.person, known)
      return id === undefined ? textElement(`@${span.name}`) : [{ type: 'user', user_id: id }]
    }
    case 'emoji':
      return textElement(span.emoji)
    case 'newline':
      return [{ type: 'text', text: '\n' }]
    default:
      return span satisfies never
  }
}

function textElement(text: string, style?: { bold?: true; code?: true; strike?: true }): RichTextElement[] {
  const cleaned = clean(text)
  return cleaned === '' ? [] : [{ type: 'text', text: cleaned, ...(style ? { style } : {}) }]
}

function choppedElement(element: RichTextElement, max: number): RichTextElement[] {
  if (elementSize(element) <= max) return [element]
  if (element.type === 'text') return chop(element.text, max).map((text) => ({ ...element, text }))
  if (element.type === 'link')
    return chop(element.text ?? element.url, max).map((text) => ({ type: 'text', text }))
  return [element]
}
