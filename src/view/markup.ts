import { escaped } from './html/escape.ts'

/** HTML that is safe to send: everything put into it as text has been escaped. */
export class Markup {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
  toString(): string {
    return this.source
  }
}

/** Escapes every value but markup: html`<p>${customer}</p>`. */
export function html(
  parts: TemplateStringsArray,
  ...values: (string | Markup | readonly Markup[] | number)[]
) {
  return new Markup(parts.map((part, index) => part + sourceOf(values[index])).join(''))
}

/** Markup that our own code has drawn, such as a seal. */
export const raw = (source: string): Markup => new Markup(source)

function sourceOf(value: string | number | Markup | readonly Markup[] | undefined): string {
  if (value === undefined) return ''
  if (value instanceof Markup) return value.source
  return typeof value === 'object' ? value.map((one) => one.source).join('') : escaped(String(value))
}
