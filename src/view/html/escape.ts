import { clean } from '../fit.ts'

/** People's text for an element's content or a quoted attribute. */
export function escaped(text: string): string {
  return entities(clean(text))
}

/** A value for a quoted attribute that has to come back exactly as it is. */
export function carried(value: string): string {
  return entities(value.toWellFormed()).replaceAll('\r', '&#13;').replaceAll('\n', '&#10;')
}

function entities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
