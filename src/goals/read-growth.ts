import { findQuantity, type Quantity } from './read-quantity.ts'

/** How much more than something: what it is measured against, and by how much. */
export interface Growth {
  /** `share`: a percentage of it; `amount`: so much on top; `points`: percentage points; `times`: a multiple of it. */
  kind: 'share' | 'amount' | 'points' | 'times'
  base: 'last-year' | 'last-period' | 'given' | 'unsaid'
  /** The baseline itself, where the sentence gives it. */
  from: Quantity | undefined
}

export interface GrowthFound {
  growth: Growth | undefined
  quantity: Quantity | undefined
  /** 从 85% 提升到 92%: where it stood before. */
  from: Quantity | undefined
  rest: string
}

/** Reads the number of a sentence (without its period), and whether it says how much or how much more. */
export function readGrowth(text: string): GrowthFound | undefined {
  const doubled = DOUBLED.find(([pattern]) => pattern.test(text))
  if (doubled) return multiplied(text, doubled)
  const fromTo = FROM_TO.exec(text)
  if (fromTo) return betweenTwo(text, fromTo)
  const given = FROM.exec(text)
  const before = given && findQuantity(given[1] ?? '')
  const sentence = given && before?.rest.trim() === '' ? text.replace(given[0], ' ') : text
  const from = sentence === text ? undefined : before?.quantity
  const found = findQuantity(sentence)
  if (!found) return undefined
  const base = from ? 'given' : baseOf(text)
  const kind = kindOf(text, found.quantity, base)
  if (!kind) return { growth: undefined, quantity: found.quantity, from, rest: found.rest }
  const rest = found.rest.replace(BASES, ' ').replace(TIMES_OF, ' ')
  return { growth: { kind, base, from }, quantity: found.quantity, from, rest }
}

const GROWING =
  /增长|提升|提高|上升|上涨|增加|增幅|多签?\s*\d|涨|[+＋]\s*\d|\b(?:increas\w+|grow(?:th|ing)?|raise|boost|improve|lift|(?<![-\w])up|more|higher|over last|above last)\b/i
const NUMBER = String.raw`[¥$€£]?\d[\d,.]*\s*(?:亿|千万|百万|十万|万|千|million|[mwk](?![a-z]))?\s*(?:%|percent|元|单|家|个|次|人|条|天|分|起)?`
const FROM_TO = new RegExp(
  String.raw`(?:从|由|\bfrom\s+)\s*(?:目前|现在|去年|上月|的)*\s*(${NUMBER})(?:[^\d]{0,12}?)(?:到|至|\bto\s+)\s*(${NUMBER})`,
  'i',
)
const FROM = new RegExp(
  String.raw`(?:从|由|\bfrom\s+|\bon (?:a )?(?:base(?:line)? of )|基数\s*)(${NUMBER})(?!\d)`,
  'i',
)

const LAST_YEAR =
  /同比|(?:比|较|对比|相比)?(?:去年|上年)(?:同期|同月|同季度?)?|\b(?:on|over|than|vs\.?|versus|against|compared (?:to|with)|of) (?:the )?(?:same (?:month|quarter|period) )?(?:of )?(?:last|previous|prior) year(?:'s)?\b|\bYoY\b|\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\blast year(?:'s)?\b/gi
const LAST_PERIOD =
  /环比|(?:比|较|对比|相比)(?:上个?月|上个?季度?|上期|上一期)|\b(?:on|over|than|vs\.?|versus|against|compared (?:to|with)|of) (?:the )?(?:last|previous|prior) (?:month|quarter|period)(?:'s)?\b|\b(?:MoM|QoQ)\b|\b(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)\b/gi
const BASES = new RegExp(`${LAST_YEAR.source}|${LAST_PERIOD.source}`, 'gi')

/** Where a sentence compares itself to another period, and to which. */
export function baseOf(text: string): Growth['base'] {
  if (text.search(LAST_YEAR) >= 0) return 'last-year'
  return text.search(LAST_PERIOD) >= 0 ? 'last-period' : 'unsaid'
}

/** A sentence without the period that it compares itself to: 比去年 says nothing of until when. */
export const withoutBase = (text: string): string => text.replace(BASES, ' ')

function kindOf(text: string, quantity: Quantity, base: Growth['base']): Growth['kind'] | undefined {
  if (TIMES_OF.test(text)) return 'times'
  const growing = GROWING.test(text)
  if (saysHowMuch(text, quantity)) return undefined
  if (/百分点|points?$|pp$/i.test(quantity.text)) return growing || base !== 'unsaid' ? 'points' : undefined
  if (quantity.percent) return growing || base !== 'unsaid' ? 'share' : undefined
  return base !== 'unsaid' && growing ? 'amount' : undefined
}

/** 提高到 90% names the level itself, 提高 20% only the way there. */
function saysHowMuch(text: string, quantity: Quantity): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(quantity.text)))
  return /(?:到|至|达|为|不低于|保持在?|稳定在|\bto|\breach\w*|\bhit|\bat(?: least)?|\babove|\bof)\s*$/i.test(
    before,
  )
}

const TIMES_OF =
  /(?:是|达到?)?(?:去年|上个?月|上个?季度?)(?:同期)?的\s*\d+(?:\.\d+)?\s*倍|\d+(?:\.\d+)?\s*(?:x|times)\s+(?:last|the previous)/i

/** Words for a multiple, as the percentage by which it is more. */
const DOUBLED: [RegExp, bigint][] = [
  [/翻两番/, 300n],
  [/翻一番|翻番|翻倍|翻一倍|增长一倍|\bdoubl(?:e|ing)\b/i, 100n],
  [/翻两倍|增长两倍|\btripl(?:e|ing)\b/i, 200n],
]

function multiplied(text: string, [pattern, percent]: [RegExp, bigint]): GrowthFound {
  const word = pattern.exec(text)?.[0] ?? ''
  const quantity: Quantity = {
    digits: percent,
    decimals: 0,
    money: undefined,
    percent: true,
    unit: '',
    text: word,
  }
  const base = baseOf(text)
  return {
    growth: { kind: 'share', base, from: undefined },
    quantity,
    from: undefined,
    rest: text.replace(pattern, ' ').replace(BASES, ' '),
  }
}

function betweenTwo(text: string, match: RegExpExecArray): GrowthFound | undefined {
  const [all, before = '', after = ''] = match
  const to = findQuantity(after)
  if (!to) return undefined
  const from = findQuantity(before)?.quantity
  return { growth: undefined, quantity: to.quantity, from, rest: text.replace(all, ' ') }
}
