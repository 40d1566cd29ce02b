import { isBlank } from './fit.ts'

/**
 * A form, described once: a modal in Slack, a form card in Feishu, a dialog on the web.
 * Every value comes back as text (or texts) as the person entered it; the slice reads it,
 * because only the slice can say what was wrong with it.
 */
export interface Form {
  /** The registered form's name, such as `deal.add`. */
  form: string
  title: string
  submit: string
  fields: Field[]
  /** Carried back unchanged on submission; at most 2,500 characters. */
  state?: string
}

export type Field =
  | Input<'text'>
  | Input<'long-text'>
  /** An amount as people type it, such as 12万; read it with `readAmount`. */
  | Input<'money'>
  | Input<'number'>
  /** `2026-11-20`, or as people type it where the platform has no date picker. */
  | Input<'date'>
  /** The value is a person's id. */
  | Input<'person'>
  /** The values are persons' ids. */
  | Input<'people'>
  /** The value is a channel's id on its platform. */
  | Input<'channel'>
  | (Input<'choice'> & { options: Option[] })
  | (Input<'choices'> & { options: Option[] })
  /** One of a few steps in their order, such as 1 to 5. */
  | (Input<'scale'> & { options: Option[] })
  /** Words between the fields. */
  | { kind: 'note'; text: string }

interface Input<Kind extends string> {
  kind: Kind
  name: string
  label: string
  optional?: boolean
  hint?: string
  /** Filled in already: one value, or several for `people` and `choices`. */
  initial?: string | string[]
}

export interface Option {
  /** At most 150 characters; an empty one reads as nothing chosen. */
  value: string
  label: string
}

/** What came back, by field name. An empty field is absent. */
export type FormValues = Record<string, string | string[]>

/** What was wrong, by field name: shown at the field, and the form stays open. */
export type FormErrors = Record<string, string>

/** One value of a submitted form, or undefined where there is nothing to see in it. */
export function one(values: FormValues, name: string): string | undefined {
  const value = values[name]
  const single = Array.isArray(value) ? value[0] : value
  return single === undefined || isBlank(single) ? undefined : single.trim()
}

/** All values of a submitted field. */
export function many(values: FormValues, name: string): string[] {
  const value = values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
