/** A number found in a sentence, exact: `digits` × 10^-`decimals`; below zero where it says so; with what it counts where that was said. */
export interface Quantity {
  digits: bigint
  decimals: number
  /** ISO 4217 code where a sign or a word named it; `money` where 元 or 块 or a sign shared by several did. */
  money: string | undefined
  percent: boolean
  /** The word behind the number, such as 家 or deals; '' without. */
  unit: string
  /** As it was written. */
  text: string
}

const SCALES: Record<string, number> = {
  亿: 8,
  千万: 7,
  百万: 6,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  十万: 5,
  万: 4,
  w: 4,
  千: 3,
  k: 3,
  thousand: 3,
  百: 2,
}

const SIGNS: Record<string, string> = {
  '¥': 'CNY',
  元: 'CNY',
  块: 'CNY',
  块钱: 'CNY',
  人民币: 'CNY',
  yuan: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  $: 'USD',
  美元: 'USD',
  usd: 'USD',
  dollars: 'USD',
  '€': 'EUR',
  欧元: 'EUR',
  eur: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
}

const UNITS =
  '小时|分钟|人次|场次|单|笔|家|个|位|名|人|次|条|篇|场|天|分|户|件|台|份|点|起|通|套|期|节|轮|批|组|封|页|项|吨|箱|' +
  String.raw`(?:deals?|customers?|clients?|logos?|accounts?|times?|points?|hours?|days?)(?=\s*(?:$|[,.;:!]|in\b|by\b|this\b|next\b|per\b|before\b|from\b|at\b|for\b|during\b|every\b|each\b|over\b|each\b))`

const NUMBER = new RegExp(
  String.raw`(人民币|[¥$€£]|(?:usd|cny|rmb|eur|gbp)\s)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*` +
    String.raw`(亿|千万|百万|十万|万|千|百|million|mio|thousand|mn(?![a-z])|[mwk](?![a-z]))?\s*` +
    String.raw`(%|percentage points?\b|percent\b|pp\b|个?百分点|成(?![交单功本员立熟绩])|块钱|美元|欧元|元|块|(?:yuan|rmb|cny|usd|eur|gbp|dollars|euros|pounds)\b|` +
    `(?:${UNITS})(?![a-z]))?`,
  'i',
)

/** What stands before a number below zero; behind a word it is a dash: `签约-5万`. */
const BELOW_ZERO = /(?:(?:^|\s)[-−]|负)$/

/** Numerals as people write them in front of a unit: 五十万, 三单, 两百家. */
const CHINESE_NUMBER =
  /[一二两三四五六七八九十百]+(?=\s*(?:亿|千万|百万|万|千|单|笔|家|个(?!月|季|人)|位|名|次|条|篇|场|份|套|元|块|成(?![交单功本员立熟绩])))/

/** The first number of a sentence with its unit, and the words around it. */
export function findQuantity(sentence: string): { quantity: Quantity; rest: string } | undefined {
  const text = sentence.replace(CHINESE_NUMBER, (numeral) => String(chineseNumber(numeral) ?? numeral))
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [all, sign, number = '', scale, unit] = match
  const plainNumber = number.replaceAll(',', '')
  const decimals = plainNumber.split('.')[1]?.length ?? 0
  const power = scale ? (SCALES[scale.toLowerCase()] ?? 0) : 0
  const below = BELOW_ZERO.test(text.slice(0, match.index)) && !/^\s/.test(all) ? -1n : 1n
  const tenths = unit === '成' ? 10n : 1n
  const raw = below * BigInt(plainNumber.replace('.', '')) * tenths
  const shifted =
    power >= decimals
      ? { digits: raw * 10n ** BigInt(power - decimals), decimals: 0 }
      : { digits: raw, decimals: decimals - power }
  const percent = unit !== undefined && /^(?:%|percent(?:age points?)?|pp|个?百分点|成)$/i.test(unit)
  const money = SIGNS[(sign ?? '').trim().toLowerCase()] ?? SIGNS[(unit ?? '').toLowerCase()]
  const quantity = {
    ...shifted,
    money,
    percent,
    unit: unit === undefined || percent || money ? '' : unit.toLowerCase(),
    text: all.trim(),
  }
  return { quantity, rest: `${text.slice(0, match.index)} ${text.slice(match.index + all.length)}` }
}

/** The number in units of 10^-`decimals`, or undefined where it has more decimals than that or is too large to store. */
export function inUnits(quantity: Quantity, decimals: number): number | undefined {
  const more = decimals - quantity.decimals
  const scaled = more >= 0 ? quantity.digits * 10n ** BigInt(more) : undefined
  const value = scaled ?? exactly(quantity.digits, 10n ** BigInt(-more))
  return value === undefined || value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value)
}

const exactly = (dividend: bigint, divisor: bigint) =>
  dividend % divisor === 0n ? dividend / divisor : undefined

/** 五十 → 50, 两百三十 → 230; undefined where it is not a number. */
function chineseNumber(numeral: string): number | undefined {
  const digits = '零一二三四五六七八九'
  let sum = 0
  let digit: number | undefined
  for (const character of numeral.replaceAll('两', '二')) {
    const weight = character === '百' ? 100 : character === '十' ? 10 : undefined
    if (weight === undefined) {
      if (digit !== undefined) return undefined
      digit = digits.indexOf(character)
    } else {
      sum += (digit ?? 1) * weight
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}
