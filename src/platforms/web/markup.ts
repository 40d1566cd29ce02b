import { escaped } from '../../view/html/escape.ts'

/** HTML that is safe to send as it is. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[]

/** A template whose values are escaped, unless they are Markup themselves; `false` and `undefined` leave nothing. */
export function html(parts: TemplateStringsArray, ...values: Part[]): Markup {
  const text = parts.map((part, at) => part + written(values[at])).join('')
  return new Markup(text)
}

function written(value: Part): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return value.map(written).join('')
}
