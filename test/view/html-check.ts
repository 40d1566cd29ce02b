const ELEMENTS = new Set(
  (
    'h2 h3 p br strong span code s a dl div dt dd ol ul li table thead tbody tr th td figure figcaption svg rect line ' +
    'circle text hr button details summary form fieldset legend label input textarea select option'
  ).split(' '),
)
const VOID = new Set(['br', 'hr', 'input', 'rect', 'line', 'circle'])
const ATTRIBUTES = new Set(
  (
    'class href rel target scope aria-label aria-hidden aria-invalid role type name value required checked selected ' +
    'autocomplete spellcheck inputmode rows method xmlns viewBox width height x y x1 x2 y1 y2 dx dy cx cy r rx fill ' +
    'stroke stroke-width stroke-dasharray transform font-size font-weight font-family text-anchor dominant-baseline'
  ).split(' '),
)

/**
 * What is wrong with rendered HTML, in words: elements or attributes that renderers don't write (so they came out of
 * somebody's text), scripts, styles, handlers, tags that don't close in order, a stray `<` or a bare `&`.
 */
export function htmlFaults(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w-]*(?:="[^"<>]*")?)*)\s*(\/?)>/g
  let end = 0
  for (const match of html.matchAll(tag)) {
    checkText(html.slice(end, match.index), faults)
    end = match.index + match[0].length
    const [, closing, name = '', attributes = '', selfClosing] = match
    if (!ELEMENTS.has(name)) faults.push(`unexpected <${name}>`)
    if (closing) {
      const last = open.pop()
      if (last !== name) faults.push(`</${name}> closes <${last}>`)
    } else {
      checkAttributes(attributes, faults)
      if (!VOID.has(name) && !selfClosing) open.push(name)
    }
  }
  checkText(html.slice(end), faults)
  if (open.length > 0) faults.push(`never closed: ${open.join(' ')}`)
  return faults
}

function checkText(text: string, faults: string[]): void {
  if (/[<>]/.test(text)) faults.push(`unescaped in ${JSON.stringify(text.slice(0, 80))}`)
  checkEntities(text, faults)
}

function checkEntities(text: string, faults: string[]): void {
  if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text))
    faults.push(`a bare & in ${JSON.stringify(text.slice(0, 80))}`)
}

function checkAttributes(attributes: string, faults: string[]): void {
  for (const [, name = '', value = ''] of attributes.matchAll(/([a-zA-Z][\w-]*)(?:="([^"]*)")?/g)) {
    if (!ATTRIBUTES.has(name) && !name.startsWith('data-')) faults.push(`unexpected attribute ${name}`)
    if (name === 'href' && !/^https?:\/\//.test(value)) faults.push(`a link to ${value.slice(0, 40)}`)
    checkEntities(value, faults)
  }
}
