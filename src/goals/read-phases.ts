import type { Period } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type CountedGoal, type Phase, WHOLE_BPS } from './goal.ts'
import { isPast, splitInto } from './phases.ts'
import { findQuantity, inUnits } from './read-quantity.ts'
import { measuredValue } from './smart.ts'

/** What somebody said of one month: a share, an amount, or whatever is left. */
export interface Said {
  month: Period
  name: string
  kind: 'share' | 'amount' | 'rest'
  /** Basis points, or in the goal's measure; 0 for the rest. */
  value: number
}

/** Why phases cannot be read or do not add up. `shown` is the words, or the sum in basis points or in the measure. */
export type Unphased =
  | { problem: 'none' }
  | { problem: 'unread' | 'outside' | 'twice' | 'fine'; words: string }
  | { problem: 'mixed' }
  | { problem: 'shares'; sum: number; wanted: number }
  | { problem: 'amounts'; sum: number; wanted: number }

const MONTH =
  /(?:(20\d\d)\s*[-年/.]\s*)?(?<![\d.])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月份?|(20\d\d)[-/.](1[0-2]|0[1-9])(?![-/.]?\d)|\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?:\s+(20\d\d))?/giu

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const REASON = /(?:^|\s)(?:reason|why|原因)\s*[=:]\s*(.*)$/isu
const SHARE = /(\d{1,3}(?:\.\d+)?)\s*(?:%|percent\b)/i
const REST = /剩余|剩下的?|其余|\b(?:rest|remainder)\b/i
const LONGEST_NAME = 20 // characters of a phase's name, such as 冲量

/** Reads `5月冲量60% 6月维稳40% 原因=…`, amounts in the place of shares, `剩余` for one of them. */
export function readPhases(
  text: string,
  goal: CountedGoal,
  months: readonly Period[],
  currency: string,
): { said: Said[]; reason: string } | Unphased {
  const typed = text.normalize('NFKC')
  const given = REASON.exec(typed)
  const line = given ? typed.slice(0, given.index) : typed
  const found = [...line.matchAll(MONTH)]
  if (found.length === 0) return { problem: 'none' }
  const before = line.slice(0, found[0]?.index ?? 0).trim()
  if (before !== '') return { problem: 'unread', words: before }
  const said: Said[] = []
  let reason = given?.[1]?.trim() ?? ''
  for (const [at, match] of found.entries()) {
    const words = line.slice(match.index + match[0].length, found[at + 1]?.index ?? line.length)
    const month = monthMeant(match, months)
    const shown = `${match[0]}${words}`.trim()
    if (!month) return { problem: 'outside', words: match[0].trim() }
    if (said.some((one) => one.month === month)) return { problem: 'twice', words: match[0].trim() }
    const share = readPart(words, goal, currency)
    if (share === undefined) return { problem: 'unread', words: shown }
    if (share === 'fine') return { problem: 'fine', words: shown }
    const { rest, ...part } = share
    if (rest !== '' && at < found.length - 1) return { problem: 'unread', words: shown }
    reason ||= rest
    said.push({ month, ...part })
  }
  return { said: said.toSorted((a, b) => (a.month < b.month ? -1 : 1)), reason }
}

/**
 * The phases that were said, beside those of the months that are over, which keep what they had unless they were named.
 * Shares are of the whole goal, or of what is left of it after those; they add up exactly, or the sum is said.
 */
export function phasesFrom(
  said: readonly Said[],
  goal: Pick<CountedGoal, 'value' | 'phases'>,
  today: LocalDate,
  step: number,
): Phase[] | Unphased {
  const kept = (goal.phases ?? []).filter(
    (one) => isPast(one.month, today) && !said.some((other) => other.month === one.month),
  )
  const keptAmount = kept.reduce((sum, one) => sum + one.amount, 0)
  const left = goal.value - keptAmount
  const kinds = new Set(said.map((one) => one.kind).filter((kind) => kind !== 'rest'))
  const rests = said.filter((one) => one.kind === 'rest').length
  if (kinds.size > 1 || rests > 1) return { problem: 'mixed' }
  const sum = said.reduce((all, one) => all + one.value, 0)
  const inShares = kinds.has('share')
  const keptShares = keptWeight(goal.phases ?? [], kept)
  const wholes = inShares ? [WHOLE_BPS - keptShares, WHOLE_BPS] : [left]
  const wanted = wholes[0] ?? 0
  const whole = rests === 1 ? wholes.find((one) => one >= sum) : wholes.find((one) => one === sum)
  if (whole === undefined || (inShares && whole === 0 && left > 0))
    return { problem: inShares ? 'shares' : 'amounts', sum, wanted }
  const weights = said.map(({ month, name, kind, value }) => ({
    month,
    name,
    weight: kind === 'rest' ? whole - sum : value,
  }))
  const phases = [...kept, ...splitInto(left, weights, inShares ? step : 1)]
  return phases.toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** What the months that are over have of the whole, where it was split in percent. */
function keptWeight(phases: readonly Phase[], kept: readonly Phase[]): number {
  const sum = (some: readonly Phase[]) => some.reduce((all, one) => all + one.weight, 0)
  return sum(phases) === WHOLE_BPS ? sum(kept) : 0
}

/** The month of the goal's that is meant: by its number where no year was said. */
function monthMeant(match: RegExpMatchArray, months: readonly Period[]): Period | undefined {
  const [, yearBefore, chinese = '', isoYear, isoMonth, english, yearAfter] = match
  const number = isoMonth
    ? Number(isoMonth)
    : english
      ? ENGLISH.indexOf(english.slice(0, 3).toLowerCase()) + 1
      : NUMERALS.includes(chinese)
        ? NUMERALS.indexOf(chinese)
        : Number(chinese)
  const year = yearBefore ?? isoYear ?? yearAfter
  return months.find(
    (month) => Number(month.slice(5)) === number && (year === undefined || month.startsWith(year)),
  )
}

type Part = Omit<Said, 'month'> & { rest: string }

function readPart(words: string, goal: CountedGoal, currency: string): Part | 'fine' | undefined {
  const share = SHARE.exec(words)
  if (share) {
    const quantity = findQuantity(share[0])?.quantity
    const bps = quantity && inUnits(quantity, 2)
    if (bps === undefined || bps > WHOLE_BPS) return bps === undefined ? 'fine' : undefined
    return around(words, share.index, share[0].length, { kind: 'share', value: bps })
  }
  const rest = REST.exec(words)
  if (rest) return around(words, rest.index, rest[0].length, { kind: 'rest', value: 0 })
  const at = /[¥$€£]?\s*\d/.exec(words)
  const number = at && findQuantity(words.slice(at.index))
  if (!at || !number) return undefined
  const measured = measuredValue(goal.metric, number.quantity, currency)
  const value = 'value' in measured ? measured.value : measured.missing === 'zero' ? 0 : undefined
  if (value === undefined) return 'missing' in measured && measured.missing === 'whole' ? 'fine' : undefined
  return around(words, at.index, number.quantity.text.length + leading(words, at.index), {
    kind: 'amount',
    value,
  })
}

const leading = (words: string, from: number) => /^\s*/.exec(words.slice(from))?.[0].length ?? 0

function around(
  words: string,
  from: number,
  length: number,
  part: Pick<Said, 'kind' | 'value'>,
): Part | undefined {
  const name = words
    .slice(0, from)
    .replace(/^[\s:：,，+＋=]+|[\s:：,，+＋=]+$/g, '')
    .slice(0, LONGEST_NAME)
  const rest = words
    .slice(from + length)
    .replace(/^[\s,，;；、+＋]+|[\s,，;；、+＋]+$/g, '')
    .trim()
  return { ...part, name, rest }
}
