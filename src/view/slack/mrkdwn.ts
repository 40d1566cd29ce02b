import type { MrkdwnElement, PlainTextElement, TextObject } from '@slack/web-api'
import { clean, cut, isBlank, label, NOTHING } from '../fit.ts'
import type { Known } from '../known.ts'
import { plainText, type Span, type Spans } from '../view.ts'
import { MAX_CONTEXT_ELEMENTS, MAX_FIELD, MAX_TEXT } from './limits.ts'
import { userId } from './spans.ts'

/** Plain text that Slack takes as it stands: no mark-up, no `:emoji:` names. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: label(text, max), emoji: false }
}

/** `&`, `<` and `>` escaped, so that `<!channel>` rings nobody; at most `max` characters afterwards. */
export function escaped(text: string, max: number): string {
  return escapeEntities(cut(clean(text), max, (part) => escapeEntities(part).length))
}

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Label above value. The label is bold where nothing in either could be taken for mark-up;
 * otherwise the whole is plain text.
 */
export function field(name: string, value: Spans, known: Known): TextObject {
  const title = label(name, 200)
  const words = value.map((span) => (span.kind === 'person' ? '' : plainText([span]))).join('')
  const shown = value.length === 0 || isBlank(plainText(value)) ? NOTHING : undefined
  if (!harmless(title) || !harmless(clean(words))) {
    return {
      type: 'plain_text',
      text: cut(`${title}\n${shown ?? clean(plainText(value))}`, MAX_FIELD),
      emoji: false,
    }
  }
  const marked =
    shown ?? value.map((span) => mention(span, known) ?? escaped(plainText([span]), MAX_FIELD)).join('')
  const text = `*${title}*\n${marked}`
  return text.length <= MAX_FIELD
    ? { type: 'mrkdwn', text, verbatim: true }
    : { type: 'plain_text', text: cut(`${title}\n${clean(plainText(value))}`, MAX_FIELD), emoji: false }
}

/**
 * The elements of a context block: words as plain text, mentions as mrkdwn that holds nothing but the id.
 * Undefined where that does not fit; then it has to be a rich text block.
 */
export function contextElements(
  content: Spans,
  known: Known,
): (PlainTextElement | MrkdwnElement)[] | undefined {
  const elements: (PlainTextElement | MrkdwnElement)[] = []
  for (const span of content) {
    if (span.kind === 'link') return undefined
    const mentioned = mention(span, known)
    const before = elements.at(-1)
    if (mentioned !== undefined) elements.push({ type: 'mrkdwn', text: mentioned })
    else if (before?.type === 'plain_text') before.text += clean(plainText([span]))
    else elements.push({ type: 'plain_text', text: clean(plainText([span])), emoji: false })
  }
  const visible = elements.filter((element) => !isBlank(element.text))
  const size = visible.reduce((sum, element) => sum + element.text.length, 0)
  const fits = visible.length <= MAX_CONTEXT_ELEMENTS && size <= MAX_TEXT
  return fits ? (visible.length > 0 ? visible : [plain('', MAX_TEXT)]) : undefined
}

function mention(span: Span, known: Known): string | undefined {
  const id = span.kind === 'person' ? userId(span.person, known) : undefined
  return id === undefined ? undefined : `<@${id}>`
}

/** Nothing in it with which Slack's mrkdwn could begin anything. */
function harmless(text: string): boolean {
  return !/[*_~`<>&|\\]|:\S+:|^\s*(•|\d+\.)/m.test(text)
}
