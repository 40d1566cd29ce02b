export interface Words {
  bare: string[]
  /** `key=value`, by the key as typed; a later one wins. */
  named: Record<string, string>
}

const QUOTES: Record<string, string> = { '"': '"', '“': '”', '「': '」', '『': '』' }

/**
 * The words of a line: `华为 12万 product=CRM note="two words"` gives two bare ones and two named. Keys may be Chinese,
 * the equals sign and the spaces full-width; what stands in quotes is one word. An unclosed quote is a character.
 */
export function splitWords(text: string): Words {
  const bare: string[] = []
  const named = new Map<string, string>()
  for (const { key, word } of wordsInOrder(text)) {
    if (key === undefined) bare.push(word)
    else named.set(key, word)
  }
  return { bare, named: Object.fromEntries(named) }
}

/** The same words in the order in which they stand, each with its key where it has one. */
export function wordsInOrder(text: string): { key: string | undefined; word: string }[] {
  const found: { key: string | undefined; word: string }[] = []
  let rest = text.trim()
  while (rest !== '') {
    const key = /^([\p{L}_][\p{L}\p{N}_-]*)[=＝]/u.exec(rest)
    if (key) rest = rest.slice(key[0].length)
    const { word, length } = wordAt(rest)
    rest = rest.slice(length).trimStart()
    found.push({ key: key?.[1], word })
  }
  return found
}

function wordAt(text: string): { word: string; length: number } {
  const closing = QUOTES[text[0] ?? '']
  const end = closing === undefined ? -1 : text.indexOf(closing, 1)
  if (end > 0 && /^(?:\s|$)/.test(text.slice(end + 1, end + 2)))
    return { word: text.slice(1, end), length: end + 1 }
  const word = /^\S*/.exec(text)?.[0] ?? ''
  return { word, length: word.length }
}
