import type { Locale } from '../../kernel/locale.ts'
import type { Field, Form, FormErrors, FormValues, Option } from '../form.ts'
import { isCalendarDate } from '../picked-date.ts'
import { rendererWords } from '../words.ts'
import { carried, escaped } from './escape.ts'

export interface FormPlace {
  locale: Locale
  /** Who can be chosen in `person` and `people` fields. */
  people?: { id: string; name: string }[]
  /** What can be chosen in `channel` fields. */
  channels?: { id: string; name: string }[]
  /** What was wrong with the last submission, by field. */
  errors?: FormErrors
  /** What was entered so far; stands before the fields' initial values. */
  values?: FormValues
}

/** A form as a `<form class="form">` whose named controls submit as `FormValues`. */
export function formHtml(form: Form, at: FormPlace): string {
  const words = rendererWords[at.locale]
  return [
    `<form class="form" method="post" data-form="${carried(form.form)}" data-state="${carried(form.state ?? '')}">`,
    `<h2 class="form-title">${escaped(form.title)}</h2>`,
    ...form.fields.map((field) => fieldHtml(field, at)),
    '<div class="form-buttons">',
    `<button type="submit" class="button button-primary">${escaped(form.submit)}</button>`,
    `<button type="button" class="button" data-close>${escaped(words.close)}</button>`,
    '</div>',
    '</form>',
  ].join('')
}

type Asking = Exclude<Field, { kind: 'note' }>

function fieldHtml(field: Field, at: FormPlace): string {
  if (field.kind === 'note') return `<p class="form-note">${escaped(field.text).replaceAll('\n', '<br>')}</p>`
  const error = at.errors?.[field.name]
  const several = field.kind === 'people' || field.kind === 'choices' || field.kind === 'scale'
  const [box, caption] = several ? ['fieldset', 'legend'] : ['label', 'span']
  return [
    `<${box} class="field field-${field.kind}${error === undefined ? '' : ' field-wrong'}" data-field="${carried(field.name)}">`,
    `<${caption} class="field-label">${escaped(field.label)}${field.optional ? '' : '<span class="field-required" aria-hidden="true">*</span>'}</${caption}>`,
    controlHtml(field, at),
    field.hint === undefined ? '' : `<span class="field-hint">${escaped(field.hint)}</span>`,
    error === undefined ? '' : `<span class="field-error" role="alert">${escaped(error)}</span>`,
    `</${box}>`,
  ].join('')
}

function controlHtml(field: Asking, at: FormPlace): string {
  const entered = at.values?.[field.name] ?? field.initial ?? []
  const chosen = Array.isArray(entered) ? entered : [entered]
  const value = chosen[0] ?? ''
  const wrong = at.errors?.[field.name] === undefined ? '' : ' aria-invalid="true"'
  const attributes = `name="${carried(field.name)}"${field.optional ? '' : ' required'}${wrong}`
  const filled = value === '' ? '' : ` value="${escaped(value)}"`
  switch (field.kind) {
    case 'text':
      return `<input type="text" ${attributes}${filled} autocomplete="off">`
    case 'money':
      return `<input type="text" ${attributes}${filled} autocomplete="off" spellcheck="false">`
    case 'number':
      return `<input type="text" inputmode="decimal" ${attributes}${filled} autocomplete="off">`
    case 'long-text':
      // A parser drops one line end right after <textarea>, so there is always one to drop.
      return `<textarea rows="4" ${attributes}>\n${escaped(value)}</textarea>`
    case 'date':
      return `<input type="date" ${attributes}${isCalendarDate(value) ? filled : ''}>`
    case 'person':
      return selectHtml(attributes, named(at.people), chosen, field, at)
    case 'channel':
      return selectHtml(attributes, named(at.channels), chosen, field, at)
    case 'choice':
      return selectHtml(attributes, field.options, chosen, field, at)
    case 'people':
      return boxesHtml(field.name, named(at.people), chosen, at)
    case 'choices':
      return boxesHtml(field.name, field.options, chosen, at)
    case 'scale':
      return stepsHtml(attributes, field.options, chosen)
    default:
      return field satisfies never
  }
}

function selectHtml(
  attributes: string,
  options: Option[],
  chosen: string[],
  field: Asking,
  at: FormPlace,
): string {
  const words = rendererWords[at.locale]
  const none = field.optional && field.kind === 'person' ? words.nobodyChosen : words.choose
  const offered = options.map((option) => {
    const selected = chosen.includes(option.value) ? ' selected' : ''
    return `<option value="${carried(option.value)}"${selected}>${escaped(option.label)}</option>`
  })
  return `<select ${attributes}><option value="">${escaped(none)}</option>${offered.join('')}</select>`
}

function boxesHtml(name: string, options: Option[], chosen: string[], at: FormPlace): string {
  if (options.length === 0)
    return `<p class="field-hint">${escaped(rendererWords[at.locale].nothingToChoose)}</p>`
  const boxes = options.map((option) => {
    const checked = chosen.includes(option.value) ? ' checked' : ''
    return `<label class="box"><input type="checkbox" name="${carried(name)}" value="${carried(option.value)}"${checked}>${escaped(option.label)}</label>`
  })
  return `<div class="boxes">${boxes.join('')}</div>`
}

function stepsHtml(attributes: string, options: Option[], chosen: string[]): string {
  const steps = options.map((option) => {
    const checked = chosen.includes(option.value) ? ' checked' : ''
    return `<label class="step"><input type="radio" ${attributes} value="${carried(option.value)}"${checked}>${escaped(option.label)}</label>`
  })
  return `<div class="steps">${steps.join('')}</div>`
}

function named(things: { id: string; name: string }[] | undefined): Option[] {
  return (things ?? []).map((one) => ({ value: one.id, label: one.name }))
}
