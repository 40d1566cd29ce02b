import { z } from 'zod'

// Card JSON 2.0 as open.feishu.cn documents it, as far as cards here use it. It refuses unknown properties, as Feishu does.
const plainText = z.strictObject({ tag: z.literal('plain_text'), content: z.string().min(1) })
const callback = z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.string()) })
const option = z.strictObject({ text: plainText, value: z.string().min(1) })

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  content: z.string().min(1),
  text_size: z.enum(['normal', 'notation', 'heading']).optional(),
})
const hr = z.strictObject({ tag: z.literal('hr') })
const chart = z.strictObject({
  tag: z.literal('chart'),
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']),
  chart_spec: z.looseObject({
    type: z.enum(['line', 'bar']),
    data: z.strictObject({ values: z.array(z.looseObject({ value: z.number() })).min(1) }),
  }),
})
const button = z.strictObject({
  tag: z.literal('button'),
  text: plainText,
  type: z.enum(['default', 'primary', 'danger']),
  behaviors: z.array(callback).min(1),
  confirm: z.strictObject({ title: plainText, text: plainText }).optional(),
  name: z.string().optional(),
  form_action_type: z.literal('submit').optional(),
})

const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']),
  horizontal_spacing: z.string(),
  columns: z
    .array(
      z.strictObject({
        tag: z.literal('column'),
        width: z.enum(['auto', 'weighted']),
        weight: z.int().min(1).max(5).optional(),
        // Neither a form nor a table may stand in a column.
        elements: z.array(z.discriminatedUnion('tag', [markdown, button])).min(1),
      }),
    )
    .min(1),
})

// Neither a form nor a table may stand in a panel.
const panel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  expanded: z.boolean(),
  header: z.strictObject({ title: plainText }),
  elements: z.array(z.discriminatedUnion('tag', [markdown, hr, chart, columnSet])).min(1),
})

const table = z
  .strictObject({
    tag: z.literal('table'),
    page_size: z.int().min(1).max(10),
    row_height: z.enum(['low', 'middle', 'high', 'auto']),
    header_style: z.looseObject({}),
    columns: z
      .array(
        z.strictObject({
          name: z.string(),
          display_name: z.string(),
          data_type: z.enum(['text', 'markdown']),
          horizontal_align: z.enum(['left', 'right']),
          width: z.string(),
        }),
      )
      .min(1)
      .max(50),
    rows: z.array(z.record(z.string(), z.string())),
  })
  .refine(
    ({ columns, rows }) => {
      const names = columns.map((column) => column.name).join()
      return rows.every((row) => Object.keys(row).join() === names)
    },
    { error: 'a row whose keys are not the columns' },
  )

const input = { name: z.string().min(1), required: z.boolean(), width: z.literal('fill') }
const formElement = z.discriminatedUnion('tag', [
  markdown,
  button,
  z.strictObject({
    ...input,
    tag: z.literal('input'),
    input_type: z.enum(['text', 'multiline_text']),
    max_length: z.int().max(1000),
    rows: z.int().optional(),
    default_value: z.string().min(1).max(1000).optional(),
  }),
  z.strictObject({
    ...input,
    tag: z.literal('date_picker'),
    placeholder: plainText,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    ...input,
    tag: z.literal('select_person'),
    placeholder: plainText,
    initial_option: z.string().optional(),
  }),
  z.strictObject({
    ...input,
    tag: z.literal('multi_select_person'),
    placeholder: plainText,
    selected_values: z.array(z.string()).min(1).optional(),
  }),
  z.strictObject({
    ...input,
    tag: z.literal('select_static'),
    placeholder: plainText,
    options: z.array(option).min(1),
    initial_option: z.string().optional(),
  }),
  z.strictObject({
    ...input,
    tag: z.literal('multi_select_static'),
    placeholder: plainText,
    options: z.array(option).min(1),
    selected_values: z.array(z.string()).min(1).optional(),
  }),
])
const form = z.strictObject({
  tag: z.literal('form'),
  name: z.string().min(1),
  elements: z
    .array(formElement)
    .refine((all) => all.some((one) => one.tag === 'button' && one.form_action_type === 'submit'), {
      error: 'a form without a submit button',
    }),
})

const card = z.strictObject({
  schema: z.literal('2.0'),
  config: z.strictObject({ update_multi: z.literal(true), summary: z.strictObject({ content: z.string() }) }),
  header: z.strictObject({ title: plainText, template: z.enum(['red', 'default']) }).optional(),
  body: z.strictObject({
    elements: z
      .array(z.discriminatedUnion('tag', [markdown, hr, chart, button, columnSet, panel, table, form]))
      .min(1),
  }),
})

/** What Feishu would refuse in a card, in words; empty where it would take it. */
export function cardFaults(rendered: object): string[] {
  const parsed = card.safeParse(rendered)
  const faults = parsed.success ? [] : [z.prettifyError(parsed.error)]
  const json = JSON.stringify(rendered)
  const size = new TextEncoder().encode(json).length
  if (size > 30_000) faults.push(`${size} bytes, at most 30 KB`)
  const tags = json.match(/"tag":/g)?.length ?? 0
  if (tags > 200) faults.push(`${tags} components, at most 200`)
  const tables = json.match(/"tag":"table"/g)?.length ?? 0
  if (tables > 5) faults.push(`${tables} tables, at most 5`)
  if (!json.isWellFormed()) faults.push('half a character')
  const names = namesIn(rendered)
  if (new Set(names).size < names.length) faults.push('a name stands twice')
  return faults
}

/** The names of inputs and of their form, which have to be unique in a card. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== 'object') return []
  const own = 'tag' in value && 'name' in value && typeof value.name === 'string' ? [value.name] : []
  return [...own, ...Object.values(value).flatMap(namesIn)]
}
