import { clean, cut, isBlank, label, NOTHING } from '../fit.ts'
import type { Field, Form, FormErrors, FormValues, Option } from '../form.ts'
import type { Known } from '../known.ts'
import { isCalendarDate } from '../picked-date.ts'
import { rendererWords } from '../words.ts'
import {
  type Component,
  type FeishuCard,
  type FormInput,
  plainText,
  type SelectOption,
} from './components.ts'
import { bytes, componentCount, MAX_CARD_BYTES, MAX_COMPONENTS, MAX_INPUT, MAX_TITLE } from './limits.ts'
import { escaped } from './markdown.ts'

/** How generous a form's card is with words; the first that fits a card is taken. */
const ROOMS = [
  { label: 200, initial: MAX_INPUT, options: 100 },
  { label: 100, initial: 300, options: 50 },
  { label: 40, initial: 100, options: 20 },
  { label: 12, initial: 20, options: 4 },
]

/** Each field takes up to five components; more of them than a card takes are more than anybody would fill in. */
const MOST_SHOWN = Math.floor(MAX_COMPONENTS / 3)

type Room = (typeof ROOMS)[number]

/** A form as one card with a form container; errors of the last submission stand under their fields. */
export function formCard(form: Form, known: Known, errors: FormErrors = {}): FeishuCard {
  let card = cardOf(form, known, errors, ROOMS[0] as Room)
  for (const room of ROOMS) {
    card = cardOf(form, known, errors, room)
    if (bytes(card) <= MAX_CARD_BYTES && componentCount(card) <= MAX_COMPONENTS) break
  }
  return card
}

/** Whether a form's card shows every field and every option in full. */
export function isWholeCard(form: Form, known: Known): boolean {
  const card = cardOf(form, known, {}, ROOMS[0] as Room)
  const fields = form.fields.flatMap((field) => fieldComponents(field, known, {}, ROOMS[0] as Room))
  return (
    bytes(card) <= MAX_CARD_BYTES && componentCount(card) <= MAX_COMPONENTS && fields.length <= MOST_SHOWN
  )
}

/**
 * The `form_value` of a submitted card. A component's name says its kind (`owner__person`), because
 * Feishu gives back names and values only.
 */
export function fromFeishuForm(
  formValue: Record<string, unknown>,
  known: Pick<Known, 'personOf'>,
): FormValues {
  const read: FormValues = {}
  for (const [component, value] of Object.entries(formValue)) {
    const at = component.lastIndexOf('__')
    const [name, kind] = at < 0 ? [component, 'text'] : [component.slice(0, at), component.slice(at + 2)]
    const values = (Array.isArray(value) ? value : [value]).flatMap((one) => {
      if (typeof one !== 'string' || one === '' || one === NOTHING) return []
      // A picked date comes with its zone: `2026-11-20 +0800`.
      if (kind === 'date') return [one.slice(0, 10)]
      return [kind === 'person' || kind === 'people' ? (known.personOf(one) ?? one) : one]
    })
    if (Array.isArray(value) ? values.length > 0 : values[0] !== undefined) {
      read[name] = Array.isArray(value) ? values : (values[0] ?? '')
    }
  }
  return read
}

function cardOf(form: Form, known: Known, errors: FormErrors, room: Room): FeishuCard {
  const title = label(form.title, MAX_TITLE)
  const submit: Component = {
    tag: 'button',
    name: 'submit',
    form_action_type: 'submit',
    text: plainText(label(form.submit, 40)),
    type: 'primary',
    behaviors: [{ type: 'callback', value: { form: form.form, state: (form.state ?? '').toWellFormed() } }],
  }
  const asked = form.fields.flatMap((field) => fieldComponents(field, known, errors, room))
  const elements = [...asked.slice(0, MOST_SHOWN), submit]
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: title } },
    header: { title: plainText(title), template: 'default' },
    body: { elements: [{ tag: 'form', name: 'form', elements }] },
  }
}

function fieldComponents(field: Field, known: Known, errors: FormErrors, room: Room): Component[] {
  if (field.kind === 'note') return [{ tag: 'markdown', content: escaped(label(field.text, room.initial)) }]
  const input = inputOf(field, known, room)
  const name = `**${escaped(label(field.label, room.label))}**${field.optional ? '' : ' *'.replace('*', '&#42;')}`
  const hint =
    field.hint === undefined || isBlank(field.hint)
      ? ''
      : `<br><font color='grey'>${escaped(label(field.hint, room.label))}</font>`
  const error = errors[field.name]
  const wrong = error === undefined ? '' : `<br><font color='red'>${escaped(label(error, room.label))}</font>`
  const nothing = input === undefined ? `<br>${escaped(rendererWords[known.locale].nothingToChoose)}` : ''
  return [{ tag: 'markdown', content: name + hint + wrong + nothing }, ...(input ? [input] : [])]
}

type Asking = Exclude<Field, { kind: 'note' }>

/** The input; undefined where there is nothing to choose from. */
function inputOf(field: Asking, known: Known, room: Room): FormInput | undefined {
  const initial = Array.isArray(field.initial)
    ? field.initial
    : field.initial === undefined
      ? []
      : [field.initial]
  const first = initial[0] ?? ''
  const shared = { name: `${field.name}__${field.kind}`, required: !field.optional, width: 'fill' as const }
  const placeholder = plainText(rendererWords[known.locale].choose)
  const ids = initial.flatMap((person) => known.mention(person) ?? [])
  switch (field.kind) {
    case 'text':
    case 'money':
    case 'number':
    case 'channel':
      return { ...shared, tag: 'input', input_type: 'text', max_length: MAX_INPUT, ...entered(first, room) }
    case 'long-text':
      return {
        ...shared,
        tag: 'input',
        input_type: 'multiline_text',
        rows: 3,
        max_length: MAX_INPUT,
        ...entered(first, room),
      }
    case 'date':
      return {
        ...shared,
        tag: 'date_picker',
        placeholder,
        ...(isCalendarDate(first) ? { initial_date: first } : {}),
      }
    case 'person':
      return { ...shared, tag: 'select_person', placeholder, ...(ids[0] ? { initial_option: ids[0] } : {}) }
    case 'people':
      return {
        ...shared,
        tag: 'multi_select_person',
        placeholder,
        ...(ids.length > 0 ? { selected_values: ids } : {}),
      }
    case 'choice':
    case 'choices':
    case 'scale': {
      const options = selectOptions(field.options, room)
      const chosen = initial.filter((value) => options.some((option) => option.value === value))
      if (options.length === 0) return undefined
      if (field.kind !== 'choices') {
        return {
          ...shared,
          tag: 'select_static',
          placeholder,
          options,
          ...(chosen[0] ? { initial_option: chosen[0] } : {}),
        }
      }
      return {
        ...shared,
        tag: 'multi_select_static',
        placeholder,
        options,
        ...(chosen.length > 0 ? { selected_values: chosen } : {}),
      }
    }
    default:
      return field satisfies never
  }
}

function entered(value: string, room: Room): { default_value?: string } {
  const text = cut(clean(value), room.initial)
  return text === '' ? {} : { default_value: text }
}

/** Options by their distinct values. */
function selectOptions(options: Option[], room: Room): SelectOption[] {
  const byValue = new Map<string, SelectOption>()
  for (const option of options) {
    const value = option.value.toWellFormed() || NOTHING
    if (!byValue.has(value)) byValue.set(value, { text: plainText(label(option.label, room.label)), value })
  }
  return [...byValue.values()].slice(0, room.options)
}
