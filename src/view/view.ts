/**
 * A message, described once and rendered for each platform (slack.ts, feishu.ts, html.ts, text.ts).
 * Views are plain JSON: they are stored in the outbox and in remembered answers exactly as they are.
 */
export interface View {
  /** One plain sentence that stands for the whole: notification text, fallback, screen reader. */
  summary: string
  blocks: Block[]
}

/** Text is spans, never Markdown, so that each platform escapes what people wrote in its own way. */
export type Span =
  | { kind: 'plain'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'quiet'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'struck'; text: string }
  | { kind: 'link'; text: string; url: string }
  /** A mention that rings the person where the platform knows them, and their name elsewhere. */
  | { kind: 'person'; person: string; name: string }
  /** An emoji by its Unicode character; platforms that know it by name translate it. */
  | { kind: 'emoji'; emoji: string }
  | { kind: 'newline' }

export type Spans = Span[]

export type Block =
  | { kind: 'heading'; text: Spans }
  | { kind: 'text'; text: Spans }
  /** Small print under a message: where a figure comes from, what can be typed next. */
  | { kind: 'context'; text: Spans }
  /** Label and value pairs, two to a row where there is room. */
  | { kind: 'fields'; fields: { label: string; value: Spans }[] }
  | { kind: 'list'; ordered: boolean; items: Spans[] }
  | Table
  | AttainmentBar
  | Chart
  | Sparkline
  | Seal
  | { kind: 'divider' }
  /** Buttons in one row. */
  | { kind: 'actions'; buttons: Button[] }
  /** Folded away until asked for, where the platform can; shown in full elsewhere. */
  | { kind: 'details'; title: string; blocks: Block[] }

export interface Table {
  kind: 'table'
  columns: { title: string; align: 'left' | 'right' }[]
  rows: Spans[][]
  /** Index of a row that is about the reader, to be set off. */
  mine?: number
}

/** Attainment of a target. Shares are in basis points of the target: 10,000 is the target itself. */
export interface AttainmentBar {
  kind: 'attainment'
  label: string
  /** Confirmed part, and the part that still waits for confirmation; both ≥ 0. */
  confirmedBps: number
  provisionalBps: number
  /** Gate, target and tiers; `label` may carry the money that the tick is worth. */
  ticks: { atBps: number; label: string }[]
}

export interface Chart {
  kind: 'chart'
  shape: 'line' | 'bar'
  title: string
  /** What the values count, such as 元 or %. */
  unit: string
  labels: string[]
  series: { name: string; values: number[] }[]
}

/** A short row of figures as little bars: how something went lately, the oldest first. */
export interface Sparkline {
  kind: 'sparkline'
  label: string
  /** Each with its figure as people read it; where there is no `value` there is no bar. */
  points: { label: string; value?: number; text: string }[]
}

/** A badge drawn as a square seal. */
export interface Seal {
  kind: 'seal'
  /** One to six characters carved into the seal, such as 签单王. */
  characters: string
  tone: 'red' | 'paper' | 'gold'
  /** Who holds it and what for, beside the seal. */
  text: Spans
}

export interface Button {
  label: string
  /** The registered action's name, such as `commission.explain`. */
  action: string
  /** Carried back unchanged when the button is pressed; at most 1,500 characters. */
  value?: string
  tone?: 'primary' | 'danger'
  /** Asked before the press counts. */
  confirm?: string
}

export const plain = (text: string | number): Span => ({ kind: 'plain', text: String(text) })
export const bold = (text: string | number): Span => ({ kind: 'bold', text: String(text) })
export const quiet = (text: string | number): Span => ({ kind: 'quiet', text: String(text) })
export const code = (text: string): Span => ({ kind: 'code', text })
export const struck = (text: string): Span => ({ kind: 'struck', text })
export const link = (text: string, url: string): Span => ({ kind: 'link', text, url })
export const person = (who: { id: string; name: string }): Span => ({
  kind: 'person',
  person: who.id,
  name: who.name,
})
export const emoji = (character: string): Span => ({ kind: 'emoji', emoji: character })
export const newline: Span = { kind: 'newline' }

/** Words and spans in one row: `spans('Thanks, ', person(who))`. */
export const spans = (...parts: (string | Span)[]): Spans =>
  parts.map((part) => (typeof part === 'string' ? plain(part) : part))

const asSpans = (text: string | Spans): Spans => (typeof text === 'string' ? [plain(text)] : text)

export const heading = (text: string | Spans): Block => ({ kind: 'heading', text: asSpans(text) })
export const text = (content: string | Spans): Block => ({ kind: 'text', text: asSpans(content) })
export const context = (content: string | Spans): Block => ({ kind: 'context', text: asSpans(content) })
export const fields = (...pairs: [label: string, value: string | Spans][]): Block => ({
  kind: 'fields',
  fields: pairs.map(([label, value]) => ({ label, value: asSpans(value) })),
})
export const list = (items: (string | Spans)[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map(asSpans),
})
export const actions = (...buttons: Button[]): Block => ({ kind: 'actions', buttons })
export const details = (title: string, ...blocks: Block[]): Block => ({ kind: 'details', title, blocks })

/** A view of one text block and, if given, a row of buttons: the usual short answer. */
export const say = (content: string | Spans, ...buttons: Button[]): View => ({
  summary: plainText(asSpans(content)),
  blocks: [text(content), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
})

/** What spans say, without any mark-up. */
export function plainText(content: Spans): string {
  return content.map(spanText).join('')
}

function spanText(span: Span): string {
  switch (span.kind) {
    case 'newline':
      return '\n'
    case 'person':
      return `@${span.name}`
    case 'emoji':
      return span.emoji
    default:
      return span.text
  }
}
