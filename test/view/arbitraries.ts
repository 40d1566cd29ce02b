import fc from 'fast-check'
import type { Field, Form, Option } from '../../src/view/form.ts'
import type { Known } from '../../src/view/known.ts'
import type { Block, Button, Span, Spans, View } from '../../src/view/view.ts'

/** Texts that have broken a renderer somewhere: mark-up, mentions, scripts, odd Unicode, nothing, far too much. */
const HOSTILE_TEXTS = [
  '',
  ' ',
  '\n\n',
  '<!channel> *x* <b>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;&amp;&#42;',
  '<@U0BOSS> <at id=all></at> ~~x~~ `code` ```block```',
  '[link](javascript:alert(1)) | a | b |',
  '\u202eevil\u2066 \u200f\u200e',
  '\u200b\u200d\ufeff',
  '\ud83d lone \udc00 surrogates',
  '👨‍👩‍👧‍👦🇨🇳👍🏽',
  '\u0000\u0007\u001b[31m',
  `a${'\u0301'.repeat(5000)}`,
  '战鼓'.repeat(5000),
  'x'.repeat(10_000),
  '<&>'.repeat(3400),
  '*_~`'.repeat(2500),
  'line\n'.repeat(2000),
  'a\r\nb\u2028c',
  ':tada: # 1. - +',
] as const

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
)

/** Ids are ours, so they are well-formed. */
const identifier = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/)
const actionName = fc.tuple(identifier, identifier).map(([slice, verb]) => `${slice}.${verb}`)

const span: fc.Arbitrary<Span> = fc.oneof(
  ...(['plain', 'bold', 'quiet', 'code', 'struck'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), text: hostileText }),
  ),
  fc.record({
    kind: fc.constant('link' as const),
    text: hostileText,
    url: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom(
        'javascript:alert(1)',
        'https://a.example/|>x?q="\'<b>',
        '',
        `https://a.example/${'x'.repeat(4000)}`,
      ),
      hostileText,
    ),
  }),
  fc.record({ kind: fc.constant('person' as const), person: identifier, name: hostileText }),
  fc.record({ kind: fc.constant('emoji' as const), emoji: fc.constantFrom('👏', '🥁', '👨‍👩‍👧‍👦') }),
  fc.constant({ kind: 'newline' as const }),
)

const spans: fc.Arbitrary<Spans> = fc.array(span, { maxLength: 6 })

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: hostileText,
    action: actionName,
    value: hostileText.map((text) => text.slice(0, 1500)),
    tone: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: hostileText,
  },
  { requiredKeys: ['label', 'action'] },
)

const number = fc.oneof(fc.integer({ min: -10, max: 50_000 }), fc.constantFrom(0, Number.NaN, 1e15, -0.5))

const leaf: fc.Arbitrary<Block> = fc.oneof(
  ...(['heading', 'text', 'context'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), text: spans }),
  ),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ label: hostileText, value: spans }), { maxLength: 14 }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(spans, { maxLength: 20 }),
  }),
  fc.record(
    {
      kind: fc.constant('table' as const),
      columns: fc.array(
        fc.record({ title: hostileText, align: fc.constantFrom('left' as const, 'right' as const) }),
        { maxLength: 24 },
      ),
      rows: fc.oneof(
        fc.array(fc.array(fc.array(span, { maxLength: 2 }), { maxLength: 24 }), { maxLength: 8 }),
        fc
          .integer({ min: 90, max: 230 })
          .map((rows) =>
            Array.from({ length: rows }, (_, row) => [[{ kind: 'plain' as const, text: `row ${row}` }]]),
          ),
      ),
      mine: fc.nat({ max: 10 }),
    },
    { requiredKeys: ['kind', 'columns', 'rows'] },
  ),
  fc.record({
    kind: fc.constant('attainment' as const),
    label: hostileText,
    confirmedBps: fc.nat({ max: 60_000 }),
    provisionalBps: fc.nat({ max: 60_000 }),
    ticks: fc.array(fc.record({ atBps: fc.nat({ max: 30_000 }), label: hostileText }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    shape: fc.constantFrom('line' as const, 'bar' as const),
    title: hostileText,
    unit: fc.constantFrom('元', '%', ''),
    labels: fc.array(hostileText, { maxLength: 14 }),
    series: fc.array(fc.record({ name: hostileText, values: fc.array(number, { maxLength: 14 }) }), {
      maxLength: 4,
    }),
  }),
  fc.record({
    kind: fc.constant('sparkline' as const),
    label: hostileText,
    points: fc.array(
      fc.record(
        { label: hostileText, value: number, text: hostileText },
        { requiredKeys: ['label', 'text'] },
      ),
      { maxLength: 14 },
    ),
  }),
  fc.record({
    kind: fc.constant('seal' as const),
    characters: fc.oneof(fc.constantFrom('签单王', '服务之星', 'KING'), hostileText),
    tone: fc.constantFrom('red' as const, 'paper' as const, 'gold' as const),
    text: spans,
  }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('actions' as const), buttons: fc.array(button, { maxLength: 30 }) }),
)

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('details' as const),
      title: hostileText,
      blocks: fc.array(leaf, { maxLength: 4 }),
    }),
  },
)

export const anyBlocks: fc.Arbitrary<Block[]> = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyBlock, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 52, maxLength: 120, size: 'max' }) },
)

export const anyView: fc.Arbitrary<View> = fc.record({ summary: hostileText, blocks: anyBlocks })

const option: fc.Arbitrary<Option> = fc.record({
  value: fc.oneof(identifier, fc.constantFrom('', '华为', '"><b>')),
  label: hostileText,
})

const options: fc.Arbitrary<Option[]> = fc.oneof(
  fc.array(option, { maxLength: 14 }),
  fc
    .integer({ min: 95, max: 320 })
    .map((count) => Array.from({ length: count }, (_, at) => ({ value: `o${at}`, label: `Option ${at}` }))),
)

const initial = fc.oneof(
  hostileText,
  fc.constantFrom('2026-11-20', '2026-02-31', '12.5', 'o1', 'C0DEALS'),
  fc.array(fc.oneof(identifier, hostileText), { maxLength: 3 }),
)

const asked = {
  name: fc.constant(''),
  label: hostileText,
  optional: fc.boolean(),
  hint: hostileText,
  initial,
}
const optionalParts = { requiredKeys: ['kind', 'name', 'label'] as ('kind' | 'name' | 'label')[] }

const field: fc.Arbitrary<Field> = fc.oneof(
  ...(['text', 'long-text', 'money', 'number', 'date', 'person', 'people', 'channel'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), ...asked }, optionalParts),
  ),
  ...(['choice', 'choices', 'scale'] as const).map((kind) =>
    fc.record(
      { kind: fc.constant(kind), options, ...asked },
      { requiredKeys: ['kind', 'name', 'label', 'options'] },
    ),
  ),
  fc.record({ kind: fc.constant('note' as const), text: hostileText }),
)

export const anyForm: fc.Arbitrary<Form> = fc
  .record(
    {
      form: actionName,
      title: hostileText,
      submit: hostileText,
      fields: fc.array(field, { maxLength: 20 }),
      state: hostileText.map((text) => text.slice(0, 2500)),
    },
    { requiredKeys: ['form', 'title', 'submit', 'fields'] },
  )
  .map((form) => ({
    ...form,
    fields: form.fields.map((one, at) => (one.kind === 'note' ? one : { ...one, name: `field${at}` })),
  }))

/** A place that knows every person whose id begins with a letter up to p, by Slack-like ids, and nobody else. */
export const someKnown: Known = {
  mention: (person) => (/^[a-p]/.test(person) ? `U${person.toUpperCase()}` : undefined),
  personOf: (external) => (external.startsWith('U') ? external.slice(1).toLowerCase() : undefined),
  locale: 'zh-CN',
}
