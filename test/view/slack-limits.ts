import limits from '../fixtures/slack-block-limits.json' with { type: 'json' }

// What the fixture does not list, from https://docs.slack.dev/reference/block-kit/blocks and table-block.
const BLOCKS_IN_MESSAGE = 50
const TEXT_IN_MESSAGE = 13_200 // beyond it Slack answers msg_blocks_too_long
const TABLE_ROWS = 100
const TABLE_COLUMNS = 20
const TABLE_TEXT = 10_000
const CHARTS = 2
const FALLBACK_TEXT = 40_000

type Json = Record<string, unknown>
type Found = (where: string, what: string) => void

/**
 * Every limit of Slack's that a message, a modal or a home tab breaks, in words; empty where Slack would take it.
 * Lengths are counted in UTF-16 units, which is never less than Slack counts.
 */
export function limitsBroken(rendered: object): string[] {
  const broken: string[] = []
  const found: Found = (where, what) => broken.push(`${where}: ${what}`)
  const json = rendered as Json
  if (json.type === 'modal' || json.type === 'home') checkView(json, found)
  else checkMessage(json, found)
  return broken
}

function checkMessage(message: Json, found: Found): void {
  const blocks = list(message.blocks)
  count('message.blocks', blocks, { min_items: 1, max_items: BLOCKS_IN_MESSAGE }, found)
  text('message.text', message.text, { min_length: 0, max_length: FALLBACK_TEXT }, found)
  const total = textIn(blocks)
  if (total > TEXT_IN_MESSAGE)
    found('message.blocks', `${total} characters in all, at most ${TEXT_IN_MESSAGE}`)
  const tables = blocks.filter((block) => block.type === 'table')
  if (tables.length > 1) found('message.blocks', `${tables.length} tables, at most one`)
  const charts = blocks.filter((block) => block.type === 'data_visualization')
  if (charts.length > CHARTS) found('message.blocks', `${charts.length} charts, at most ${CHARTS}`)
  checkBlocks(blocks, found)
}

function checkView(view: Json, found: Found): void {
  const blocks = list(view.blocks)
  count('view.blocks', blocks, limits.view.blocks, found)
  text('view.private_metadata', view.private_metadata, limits.view.private_metadata, found)
  if (view.type === 'modal') {
    text('view.callback_id', view.callback_id, limits.view.callback_id, found)
    for (const part of ['title', 'submit', 'close'] as const)
      plainText(`view.${part}`, view[part], limits.view[part], found)
  }
  for (const block of blocks)
    if (block.type === 'table' || block.type === 'data_visualization')
      found('view.blocks', 'a table or a chart stands in messages only')
  checkBlocks(blocks, found)
}

function checkBlocks(blocks: Json[], found: Found): void {
  const ids = blocks.flatMap((block) => (typeof block.block_id === 'string' ? [block.block_id] : []))
  if (new Set(ids).size < ids.length) found('blocks', 'a block_id stands twice')
  for (const [at, block] of blocks.entries()) checkBlock(block, `blocks[${at}] ${block.type}`, found)
}

function checkBlock(block: Json, where: string, found: Found): void {
  text(`${where}.block_id`, block.block_id, limits.block_id, found)
  switch (block.type) {
    case 'header':
      plainText(`${where}.text`, block.text, limits.header.text, found)
      break
    case 'section':
      checkSection(block, where, found)
      break
    case 'context':
      checkContext(block, where, found)
      break
    case 'actions':
      checkActions(block, where, found)
      break
    case 'rich_text':
      checkRichText(block, where, found)
      break
    case 'table':
      checkTable(block, where, found)
      break
    case 'data_visualization':
      checkChart(block, where, found)
      break
    case 'input':
      checkInput(block, where, found)
      break
    case 'divider':
      break
    default:
      found(where, 'a kind of block that this check does not know')
  }
}

function checkContext(block: Json, where: string, found: Found): void {
  const elements = list(block.elements)
  count(`${where}.elements`, elements, { min_items: 1, ...limits.context.elements }, found)
  elements.forEach((element, at) => {
    textObject(`${where}.elements[${at}]`, element, limits.text, found)
  })
}

function checkSection(block: Json, where: string, found: Found): void {
  if (block.text === undefined && block.fields === undefined) found(where, 'neither text nor fields')
  if (block.text !== undefined) textObject(`${where}.text`, block.text, limits.section.text, found)
  if (block.fields === undefined) return
  const { max_items, item_max_length } = limits.section.fields
  count(`${where}.fields`, list(block.fields), { min_items: 1, max_items }, found)
  list(block.fields).forEach((one, at) => {
    textObject(`${where}.fields[${at}]`, one, { max_length: item_max_length }, found)
  })
}

function checkActions(block: Json, where: string, found: Found): void {
  const elements = list(block.elements)
  count(`${where}.elements`, elements, { min_items: 1, ...limits.actions.elements }, found)
  const ids = elements.map((element) => element.action_id)
  if (new Set(ids).size < ids.length) found(where, 'an action_id stands twice')
  elements.forEach((button, at) => {
    const here = `${where}.elements[${at}]`
    text(`${here}.action_id`, button.action_id, limits.action_id, found)
    plainText(`${here}.text`, button.text, limits.button.text, found)
    text(`${here}.value`, button.value, limits.button.value, found)
    if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger')
      found(here, 'unknown style')
    const confirm = button.confirm as Json | undefined
    if (confirm === undefined) return
    for (const part of ['title', 'text', 'confirm', 'deny'] as const) {
      plainText(`${here}.confirm.${part}`, confirm[part], limits.confirmation[part], found)
    }
  })
}

function checkRichText(block: Json, where: string, found: Found): void {
  const parts = list(block.elements)
  if (parts.length === 0) found(where, 'no elements')
  const total = textIn(parts)
  if (total > limits.text.max_length) found(where, `${total} characters, at most ${limits.text.max_length}`)
  for (const [at, part] of parts.entries()) checkRichPart(part, `${where}.elements[${at}]`, found)
}

function checkRichPart(part: Json, where: string, found: Found): void {
  const elements = list(part.elements)
  if (elements.length === 0) found(where, 'no elements')
  if (part.type === 'rich_text_list') {
    for (const [at, section] of elements.entries()) checkRichPart(section, `${where}.elements[${at}]`, found)
    return
  }
  for (const element of elements) {
    if (element.type === 'text') text(`${where}.text`, element.text, limits.text, found)
    else if (element.type === 'link') {
      text(`${where}.url`, element.url, limits.url_source.url, found)
      if (!/^https?:/.test(String(element.url))) found(where, 'a link that is not http(s)')
      if (element.text === '') found(where, 'a link with an empty text')
    } else if (element.type === 'user') {
      if (!/^[UW][A-Z0-9]+$/.test(String(element.user_id))) found(where, 'not a user id')
    } else found(where, `unexpected ${String(element.type)}`)
  }
}

function checkTable(block: Json, where: string, found: Found): void {
  const rows = (block.rows ?? []) as Json[][]
  count(`${where}.rows`, rows, { min_items: 1, max_items: TABLE_ROWS }, found)
  const width = rows[0]?.length ?? 0
  if (width === 0 || width > TABLE_COLUMNS) found(where, `${width} columns, at most ${TABLE_COLUMNS}`)
  if (rows.some((row) => row.length !== width)) found(where, 'rows of different lengths')
  if (textIn(rows.flat()) > TABLE_TEXT) found(where, `more than ${TABLE_TEXT} characters`)
  for (const cell of rows.flat()) {
    if (cell.type === 'rich_text') checkRichText(cell, where, found)
    else text(`${where} cell`, cell.text, { min_length: limits.data_table.cell_text.min_length }, found)
  }
}

function checkChart(block: Json, where: string, found: Found): void {
  const known = limits.data_visualization
  text(`${where}.title`, block.title, { min_length: 1, ...known.title }, found)
  const chart = block.chart as { type: string; series: Json[]; axis_config: Json }
  if (chart.type !== 'bar' && chart.type !== 'line') found(where, 'an unknown chart')
  count(`${where}.series`, chart.series, known.series, found)
  const categories = chart.axis_config.categories as string[]
  if (categories.length < 1 || categories.length > known.categories.max_items) found(where, 'categories')
  for (const one of categories)
    text(`${where}.category`, one, { min_length: 1, ...known.category_label }, found)
  text(`${where}.y_label`, chart.axis_config.y_label, known.axis_label, found)
  const names = chart.series.map((series) => String(series.name))
  if (new Set(names).size < names.length) found(where, 'two series of one name')
  if (new Set(categories).size < categories.length) found(where, 'two categories of one name')
  for (const series of chart.series) {
    text(`${where}.series.name`, series.name, { min_length: 1, ...known.series_name }, found)
    const data = series.data as { label: string; value: number }[]
    if (JSON.stringify(data.map((point) => point.label)) !== JSON.stringify(categories))
      found(where, 'points that are not the categories')
    if (!data.every((point) => Number.isFinite(point.value))) found(where, 'a point without a value')
  }
}

function checkInput(block: Json, where: string, found: Found): void {
  plainText(`${where}.label`, block.label, limits.input.label, found)
  if (block.hint !== undefined) plainText(`${where}.hint`, block.hint, limits.input.hint, found)
  const element = block.element as Json
  const here = `${where}.${String(element.type)}`
  text(`${here}.action_id`, element.action_id, limits.action_id, found)
  if (element.initial_date !== undefined && Number.isNaN(Date.parse(String(element.initial_date))))
    found(here, 'no date')
  text(`${here}.initial_value`, element.initial_value, limits.plain_text_input.max_length, found)
  if (element.type === 'number_input' && Number.isNaN(Number(element.initial_value ?? 0)))
    found(here, 'no number')
  if (
    !/select$|checkboxes|radio_buttons/.test(String(element.type)) ||
    /users|conversations/.test(String(element.type))
  )
    return
  checkOptions(element, here, found)
}

function checkOptions(element: Json, where: string, found: Found): void {
  const groups = element.option_groups === undefined ? undefined : list(element.option_groups)
  const most = /checkboxes|radio_buttons/.test(String(element.type))
    ? limits.checkboxes.options
    : limits.option_group.options
  if (groups) {
    count(`${where}.option_groups`, groups, { min_items: 1, ...limits.select.option_groups }, found)
    for (const group of groups) plainText(`${where}.label`, group.label, limits.option_group.label, found)
  }
  for (const options of groups ? groups.map((group) => list(group.options)) : [list(element.options)]) {
    count(`${where}.options`, options, most, found)
    for (const option of options) {
      plainText(`${where}.option.text`, option.text, limits.option.text, found)
      text(`${where}.option.value`, option.value, { min_length: 1, ...limits.option.value }, found)
    }
  }
  const offered = JSON.stringify(groups ? groups.flatMap((group) => list(group.options)) : element.options)
  const chosen = [
    ...list(element.initial_options),
    ...(element.initial_option ? [element.initial_option] : []),
  ]
  if (element.initial_options !== undefined && chosen.length === 0) found(where, 'an empty initial_options')
  for (const one of chosen)
    if (!offered.includes(JSON.stringify(one))) found(where, 'an initial option that is not offered')
}

function textObject(where: string, value: unknown, limit: Limit, found: Found): void {
  const object = value as Json | undefined
  if (object?.type !== 'plain_text' && object?.type !== 'mrkdwn') found(where, 'not a text object')
  text(where, object?.text ?? '', { min_length: limits.text.min_length, ...limit }, found)
}

function plainText(where: string, value: unknown, limit: Limit, found: Found): void {
  if ((value as Json | undefined)?.type !== 'plain_text') found(where, 'not a plain_text')
  textObject(where, value, limit, found)
}

interface Limit {
  min_length?: number
  max_length?: number
  max?: number
}

function text(where: string, value: unknown, limit: Limit, found: Found): void {
  if (value === undefined) return
  const length = String(value).length
  const max = limit.max_length ?? limit.max ?? Number.POSITIVE_INFINITY
  if (length > max) found(where, `${length} characters, at most ${max}`)
  if (length < (limit.min_length ?? 0)) found(where, 'empty')
  if (!String(value).isWellFormed()) found(where, 'half a character')
}

function count(
  where: string,
  items: unknown[],
  limit: { min_items?: number; max_items: number },
  found: Found,
): void {
  if (items.length > limit.max_items) found(where, `${items.length} items, at most ${limit.max_items}`)
  if (items.length < (limit.min_items ?? 0))
    found(where, `${items.length} items, at least ${limit.min_items}`)
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [])

/** All characters that are shown, in whatever depth they stand. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textIn(one), 0)
  if (value === null || typeof value !== 'object') return 0
  return Object.entries(value).reduce((sum, [key, one]) => {
    return sum + (key === 'text' && typeof one === 'string' ? one.length : textIn(one))
  }, 0)
}
