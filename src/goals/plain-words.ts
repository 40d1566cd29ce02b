import { withoutEnds } from './goal-words.ts'
import { findQuantity } from './read-quantity.ts'

const LONGEST = 300 // characters: what is longer is no goal, and is read no further

/** Pictures, and what cannot be seen. */
const UNSAID = /\p{Extended_Pictographic}|\p{Cf}|\p{Cc}|\uFE0F/gu

const ENGLISH = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ENGLISH_NUMBER = new RegExp(
  String.raw`\b(?:a dozen|${ENGLISH.join('|')})\b(?=\s(?!on\b|of\b|another\b|or\b))(?<!(?:no|any|every|each|some) \w+)`,
  'i',
)

/** A sentence as it is read: full-width signs made narrow, pictures left out, `一个亿` and `three` in digits. */
export function plainly(sentence: string): string {
  const text = sentence
    .normalize('NFKC')
    .replace(UNSAID, ' ')
    .replace(/\d+e\d+/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  const told = text.replace(/([\d一二两三四五六七八九十几.]+)个(?=亿|百万|千万)/g, '$1')
  return withoutClaim(told.replace(ENGLISH_NUMBER, digitsOf))
}

const digitsOf = (word: string) => String(/dozen/i.test(word) ? 12 : ENGLISH.indexOf(word.toLowerCase()) + 1)

/** 做到 350万，同比增长 25%: where the whole is said, how much more that would be is only a remark. */
function withoutClaim(text: string): string {
  const clauses = text.split(/[,，;；]\s*(?!\d{3}\b)/)
  const numbered = clauses.map((clause) => findQuantity(clause))
  const isClaim = (at: number) =>
    numbered[at]?.quantity.percent === true && withoutEnds(numbered[at]?.rest ?? '') === ''
  const wholes = numbered.filter((one, at) => one && !one.quantity.percent && !isClaim(at))
  if (clauses.length < 2 || wholes.length !== 1) return text
  return clauses.filter((_, at) => !isClaim(at)).join('，')
}
