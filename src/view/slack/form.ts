import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/web-api'
import { clean, cut, NOTHING } from '../fit.ts'
import type { Field, Form, Option } from '../form.ts'
import type { Known } from '../known.ts'
import { isCalendarDate } from '../picked-date.ts'
import { rendererWords } from '../words.ts'
import { textPieces } from './blocks.ts'
import {
  MAX_CHECKBOXES,
  MAX_ID,
  MAX_INITIAL_TEXT,
  MAX_LABEL,
  MAX_METADATA,
  MAX_OPTION_GROUPS,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_OPTIONS,
  MAX_RADIOS,
  MAX_TITLE,
  MAX_VIEW_BLOCKS,
} from './limits.ts'
import { plain } from './mrkdwn.ts'
import { userId } from './spans.ts'
import { VALUE } from './state.ts'

/** A form as a modal. `privateMetadata` travels beside the form's state; see `readSlackMetadata`. */
export function toSlackModal(
  form: Form,
  known: Known,
  { privateMetadata = {} }: { privateMetadata?: Record<string, string> } = {},
): ModalView {
  const blocks = form.fields.flatMap((field) => blocksOf(field, known)).slice(0, MAX_VIEW_BLOCKS)
  return {
    type: 'modal',
    callback_id: form.form,
    title: plain(form.title, MAX_TITLE),
    submit: plain(form.submit, MAX_TITLE),
    close: plain(rendererWords[known.locale].close, MAX_TITLE),
    private_metadata: metadata(form.state ?? '', privateMetadata),
    blocks: blocks.length > 0 ? blocks : [{ type: 'divider' }],
  }
}

/** The state stands on a line of its own, unescaped: 2,500 quotation marks as JSON would not fit. */
function metadata(state: string, extra: Record<string, string>): string {
  const text = `${JSON.stringify(extra)}\n${state.toWellFormed()}`
  if (text.length > MAX_METADATA)
    throw new RangeError(`A form's state of ${text.length} characters is too long for Slack.`)
  return text
}

function blocksOf(field: Field, known: Known): KnownBlock[] {
  if (field.kind === 'note')
    return textPieces([{ kind: 'plain', text: field.text }], known).map((piece) => piece.block)
  const element = elementOf(field, known)
  const name = plain(field.label, MAX_LABEL)
  if (element === undefined) {
    const words = `${name.text}: ${rendererWords[known.locale].nothingToChoose}`
    return [{ type: 'context', elements: [plain(words, MAX_LABEL)] }]
  }
  const hint = field.hint === undefined ? {} : { hint: plain(field.hint, MAX_LABEL) }
  return [
    {
      type: 'input',
      block_id: field.name.slice(0, MAX_ID),
      label: name,
      element,
      optional: field.optional ?? false,
      ...hint,
    },
  ]
}

type Asking = Exclude<Field, { kind: 'note' }>

/** The input element; undefined where there is nothing to choose from, which Slack does not take. */
function elementOf(field: Asking, known: Known): InputBlock['element'] | undefined {
  const initial = Array.isArray(field.initial)
    ? field.initial
    : field.initial === undefined
      ? []
      : [field.initial]
  const first = initial[0]
  switch (field.kind) {
    case 'text':
    case 'money':
      return { type: 'plain_text_input', action_id: VALUE, ...initialText(first) }
    case 'long-text':
      return { type: 'plain_text_input', action_id: VALUE, multiline: true, ...initialText(first) }
    case 'number':
      return {
        type: 'number_input',
        action_id: VALUE,
        is_decimal_allowed: true,
        ...(first !== undefined && /^-?\d{1,15}(\.\d{1,6})?$/.test(first) ? { initial_value: first } : {}),
      }
    case 'date':
      return {
        type: 'datepicker',
        action_id: VALUE,
        ...(first !== undefined && isCalendarDate(first) ? { initial_date: first } : {}),
      }
    case 'person': {
      const id = first === undefined ? undefined : userId(first, known)
      return { type: 'users_select', action_id: VALUE, ...(id ? { initial_user: id } : {}) }
    }
    case 'people': {
      const ids = [...new Set(initial.flatMap((person) => userId(person, known) ?? []))]
      return {
        type: 'multi_users_select',
        action_id: VALUE,
        ...(ids.length > 0 ? { initial_users: ids } : {}),
      }
    }
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: VALUE,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(first !== undefined && /^[CG][A-Z0-9]{1,30}$/.test(first) ? { initial_conversation: first } : {}),
      }
    case 'choice':
    case 'choices':
    case 'scale':
      return choiceElement(field, initial)
    default:
      return field satisfies never
  }
}

function choiceElement(
  field: Extract<Asking, { options: Option[] }>,
  initial: string[],
): InputBlock['element'] | undefined {
  const options = distinct(field.options).slice(0, MAX_OPTIONS * MAX_OPTION_GROUPS)
  if (options.length === 0) return undefined
  const chosen = options.filter((option) => initial.includes(option.value ?? ''))
  const one = chosen[0] ? { initial_option: chosen[0] } : {}
  const some = chosen.length > 0 ? { initial_options: chosen } : {}
  if (field.kind === 'scale' && options.length <= MAX_RADIOS)
    return { type: 'radio_buttons', action_id: VALUE, options, ...one }
  const offered = options.length <= MAX_OPTIONS ? { options } : { option_groups: grouped(options) }
  if (field.kind !== 'choices') return { type: 'static_select', action_id: VALUE, ...offered, ...one }
  if (options.length <= MAX_CHECKBOXES) return { type: 'checkboxes', action_id: VALUE, options, ...some }
  return {
    type: 'multi_static_select',
    action_id: VALUE,
    ...offered,
    ...(chosen.length <= MAX_OPTIONS ? some : {}),
  }
}

function distinct(options: Option[]): PlainTextOption[] {
  const byValue = new Map<string, PlainTextOption>()
  for (const option of options) {
    const value = clean(option.value).slice(0, MAX_OPTION_VALUE).toWellFormed() || NOTHING
    if (!byValue.has(value)) byValue.set(value, { text: plain(option.label, MAX_OPTION_TEXT), value })
  }
  return [...byValue.values()]
}

/** More than a hundred options: in groups named after their place. */
function grouped(options: PlainTextOption[]) {
  return Array.from({ length: Math.ceil(options.length / MAX_OPTIONS) }, (_, group) => {
    const part = options.slice(group * MAX_OPTIONS, (group + 1) * MAX_OPTIONS)
    return {
      label: plain(`${group * MAX_OPTIONS + 1}–${group * MAX_OPTIONS + part.length}`, MAX_OPTION_TEXT),
      options: part,
    }
  })
}

function initialText(value: string | undefined): { initial_value?: string } {
  const text = clean(value ?? '')
  return text === '' ? {} : { initial_value: cut(text, MAX_INITIAL_TEXT) }
}
