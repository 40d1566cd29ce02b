import { chop, clean, isBlank, label, NOTHING } from '../fit.ts'
import type { Known } from '../known.ts'
import { webAddress } from '../url.ts'
import type { Span, Spans } from '../view.ts'
import { bytes, MAX_MARKDOWN_BYTES } from './limits.ts'

/** Spans as card Markdown, in one piece. */
export function markdown(content: Spans, known: Known): string {
  const text = content.reduce((before, span) => joined(before, spanMarkdown(span, known)), '')
  return isBlank(text) ? NOTHING : text
}

/** Spans as card Markdown, in pieces of at most `max` bytes each; no mark-up is ever cut in two. */
export function markdownPieces(content: Spans, known: Known, max = MAX_MARKDOWN_BYTES): string[] {
  const pieces: string[] = []
  for (const span of content.flatMap((one) => chopped(one, max - 200))) {
    const text = spanMarkdown(span, known)
    const open = pieces.at(-1)
    if (open !== undefined && bytes(open) + bytes(text) <= max) pieces[pieces.length - 1] = joined(open, text)
    else pieces.push(text)
  }
  const visible = pieces.filter((piece) => !isBlank(piece))
  return visible.length > 0 ? visible : [NOTHING]
}

/**
 * Everything that mark-up or a tag could begin with as an HTML entity: Feishu's own way of showing such
 * characters as they are (Card JSON 2.0 › Rich text › special characters). Line ends become `<br>`, so that
 * what starts a heading, a list or a table can do so only at the very start.
 */
export function escaped(text: string): string {
  const entity = (character: string) => `&#${character.charCodeAt(0)};`
  return clean(text)
    .replace(/[&<>*_~`[\]\\$]/g, entity)
    .replace(/:(?=\w+:)/g, entity)
    .replace(/^[#+=|-]/gm, entity)
    .replace(/^(\d+)([.)])/gm, (_, digits: string, mark: string) => digits + entity(mark))
    .replace(/^\s+/, ' ')
    .replaceAll('\n', '<br>')
}

function spanMarkdown(span: Span, known: Known): string {
  switch (span.kind) {
    case 'plain':
      return escaped(span.text)
    case 'bold':
      return marked(span.text, '**')
    case 'struck':
      return marked(span.text, '~~')
    case 'quiet':
      return isBlank(span.text) ? span.text : `<font color='grey'>${escaped(span.text)}</font>`
    case 'code':
      // Inside back quotes entities show as they are written, so what needs any stands as plain words.
      return escaped(span.text) === span.text && !isBlank(span.text) ? `\`${span.text}\`` : escaped(span.text)
    case 'link': {
      const address = webAddress(span.url)
      const text = isBlank(span.text) ? (address ?? '') : span.text
      return address === undefined ? escaped(span.text) : `[${escaped(text)}](${address})`
    }
    case 'person': {
      const id = known.mention(span.person)
      return id !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(id)
        ? `<at id=${id}></at>`
        : escaped(label(`@${span.name}`, 80))
    }
    case 'emoji':
      return escaped(label(span.emoji, 40))
    case 'newline':
      return '<br>'
    default:
      return span satisfies never
  }
}

/** Two marks that touch would be read as one. */
function joined(before: string, after: string): string {
  return /[*~`]$/.test(before) && /^[*~`]/.test(after) ? before + HAIR_SPACE + after : before + after
}

/** Markdown takes a mark for one only where white space stands outside of it, if punctuation stands inside. */
const HAIR_SPACE = '\u200a'

/** Marks hold only where they touch the words, so white space goes outside; and every line needs its own. */
function marked(text: string, mark: string): string {
  return clean(text)
    .split('\n')
    .map((line) => {
      const words = line.trim()
      if (isBlank(words)) return line
      const [before, after] = [
        line.slice(0, line.indexOf(words)),
        line.slice(line.indexOf(words) + words.length),
      ]
      const first = /^[\p{L}\p{N}]/u.test(words) ? '' : HAIR_SPACE
      const last = /[\p{L}\p{N}]$/u.test(words) ? '' : HAIR_SPACE
      return `${before}${first}${mark}${escaped(words)}${mark}${last}${after}`
    })
    .join('<br>')
}

const MAX_ESCAPED = 6 // bytes of one character as an entity; a Chinese one takes three

/** A long span as several of the same kind; the names of people and addresses stay whole. */
function chopped(span: Span, max: number): Span[] {
  if (span.kind === 'newline' || span.kind === 'person' || span.kind === 'emoji') return [span]
  const pieces = chop(clean(span.text), max, (text) => text.length * MAX_ESCAPED)
  if (pieces.length === 1) return [span]
  return pieces.map((text) => (span.kind === 'link' ? { kind: 'plain', text } : { ...span, text }))
}
