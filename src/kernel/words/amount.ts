import { decimalsOf, isCurrency, type Minor } from '../money.ts'

export interface Amount {
  minor: Minor
  /** ISO 4217. */
  currency: string
}

/** One amount at most: a hundred trillion minor units, so that sums of many stay below 2^53. */
const MAX_MINOR = 100_000_000_000_000n

const LONGEST = 40 // characters: more is no amount

/** A currency, a number of one or more parts with their units, a currency. */
const SHAPE =
  /^(?<before>[^\d.,\s]*) ?(?<number>[\d.,]+(?: ?(?:[百千万亿]|(?:[wk]|mn?)(?![a-z]))\d*)*) ?(?<after>[^\d.,\s]*)$/iu

/**
 * An amount as people type it: `120000`, `120,000.50`, `￥12万`, `1.5w`, `120k`, `$3,000`, `3000 USD`, `12万5`,
 * `1亿2000万`, full-width digits, a closing 元 or 块. Undefined for anything else: an approximate amount (`12来万`),
 * zero, a negative one, one finer than the currency, or one beyond any deal.
 */
export function readAmount(text: string, workspaceCurrency: string): Amount | undefined {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const match = typed.length > LONGEST ? null : SHAPE.exec(typed)
  const { before = '', number = '', after = '' } = match?.groups ?? {}
  const currency = agreed(currencyOf(before, workspaceCurrency), currencyOf(after, workspaceCurrency))
  if (!match || currency === undefined) return undefined
  const chosen = currency === '' ? workspaceCurrency : currency
  const minor = minorOf(number.replaceAll(' ', ''), decimalsOf(chosen))
  if (minor === undefined || minor <= 0n || minor > MAX_MINOR) return undefined
  return { minor: Number(minor), currency: chosen }
}

const SIGNS = new Map(
  Object.entries({
    '€': 'EUR',
    '£': 'GBP',
    us$: 'USD',
    hk$: 'HKD',
    nt$: 'TWD',
    '₩': 'KRW',
    rmb: 'CNY',
    人民币: 'CNY',
    美元: 'USD',
    美金: 'USD',
    欧元: 'EUR',
    英镑: 'GBP',
    日元: 'JPY',
    港元: 'HKD',
    港币: 'HKD',
  }),
)

/** Signs that several currencies share: the workspace's own if it is one of them, else the first. */
const SHARED_SIGNS = new Map(
  Object.entries({
    $: ['USD', 'HKD', 'AUD', 'CAD', 'NZD', 'SGD', 'TWD', 'MXN'],
    '¥': ['CNY', 'JPY'],
    元: ['CNY', 'TWD', 'HKD', 'SGD', 'MOP'],
  }),
)

const SAME_AS_YUAN = ['元', '元整', '块', '块钱', '圆']

/** '' where nothing is said, undefined where what is said names no currency. */
function currencyOf(sign: string, workspaceCurrency: string): string | undefined {
  if (sign === '') return ''
  const shared = SHARED_SIGNS.get(SAME_AS_YUAN.includes(sign) ? '元' : sign)
  if (shared) return shared.includes(workspaceCurrency) ? workspaceCurrency : shared[0]
  const known = SIGNS.get(sign.toLowerCase())
  if (known) return known
  const code = sign.toUpperCase()
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? code : undefined
}

function agreed(before: string | undefined, after: string | undefined): string | undefined {
  if (before === undefined || after === undefined) return undefined
  if (before === '' || after === '' || before === after) return before || after
  return undefined
}

/** Units by the power of ten that they stand for. */
const UNITS: Record<string, number> = {
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  w: 4,
  百万: 6,
  m: 6,
  mn: 6,
  千万: 7,
  亿: 8,
}

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/

/** `120,000.50`, `1.5w`, `12万5`, `1亿2000万` in minor units, exactly. */
function minorOf(number: string, decimals: number): bigint | undefined {
  const parts = partsOf(number)
  const [first] = parts ?? []
  if (!parts || !first) return undefined
  if (parts.length === 1) return scaled(first.digits, first.power, decimals)
  let sum = 0n
  let above = Number.POSITIVE_INFINITY
  for (const [index, part] of parts.entries()) {
    const power = index > 0 ? impliedPower(part, above) : part.power
    if (power === undefined || power >= above || !/^\d+$/.test(part.digits)) return undefined
    if (part.digits.length + power > above) return undefined
    sum += BigInt(part.digits) * 10n ** BigInt(power)
    above = power
  }
  return sum * 10n ** BigInt(decimals)
}

interface Part {
  digits: string
  power: number
  /** Whether a unit was written. */
  named: boolean
}

function partsOf(number: string): Part[] | undefined {
  const parts: Part[] = []
  let rest = number.toLowerCase()
  while (rest !== '') {
    const digits = NUMBER.exec(rest)?.[0]
    if (digits === undefined) return undefined
    rest = rest.slice(digits.length)
    const unit = /^(?:百万|千万|[百千万亿wk]|mn?)/.exec(rest)?.[0] ?? ''
    rest = rest.slice(unit.length)
    parts.push({ digits: digits.replaceAll(',', ''), power: UNITS[unit] ?? 0, named: unit !== '' })
    if (unit === '' && rest !== '') return undefined
  }
  return parts
}

/** In `12万5` the 5 means 5 of the next unit down; in `12万5000` what is written in full. */
function impliedPower(part: Part, above: number): number | undefined {
  if (part.named) return part.power
  if (part.digits.length === 1) return above - 1
  return part.digits.length === above ? 0 : undefined
}

/** A decimal times a power of ten, in minor units; undefined where it is finer than one of them. */
function scaled(digits: string, power: number, decimals: number): bigint | undefined {
  const [whole = '', fraction = ''] = digits.split('.')
  if (power === 0 && fraction.length > decimals) return undefined
  const places = power + decimals
  if (/[^0]/.test(fraction.slice(places))) return undefined
  return BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
}
