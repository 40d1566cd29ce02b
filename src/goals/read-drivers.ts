import { findQuantity, type Quantity } from './read-quantity.ts'

export type DriverName = 'customers' | 'deals' | 'average' | 'leads' | 'conversion' | 'frequency'

/** What a total is multiplied from: growths in basis points, or a count times an average. */
export type Drivers =
  | { kind: 'growths'; growths: { name: DriverName; bps: number }[]; statedBps: number | undefined }
  | {
      kind: 'product'
      name: 'customers' | 'deals'
      count: Quantity
      average: Quantity
      stated: Quantity | undefined
    }

/** Finds drivers in a sentence: `客户数 +60%，客单价 +30%，业绩 +50%` or `客户 200 家 × 客单价 5万`. */
export function readDrivers(text: string): Drivers | undefined {
  const clauses = text.split(CLAUSES).flatMap((clause) => {
    const found = findQuantity(clause)
    return found ? [{ quantity: found.quantity, what: nameOf(found.rest) }] : []
  })
  return growthsIn(clauses) ?? productIn(text, clauses)
}

interface Clause {
  quantity: Quantity
  what: DriverName | 'total' | undefined
}

const CLAUSES =
  /[,，;；。:：、=＝×*()（）+＋](?!\s*\d)|[:：,，;；、=＝×*]|\s[xX]\s|乘以?|\b(?:and|with|through|via|by growing|plus|times|equals|which (?:gives|makes)|meaning|so)\b|和|与|以及|及|并|加上|靠|通过|等于|带动|从而|使得?|at an?(?= average)/i

const NAMES: [Clause['what'] & string, RegExp][] = [
  [
    'average',
    /客单价?|均单|单价|平均(?:每单|单价)|\b(?:average|avg\.?|mean) (?:deal|order|contract|ticket)\b|\b(?:deal|order|ticket|basket) (?:size|value)\b|\bACV\b|\bprices?\b/i,
  ],
  ['conversion', /转化率?|成交率|赢单率|\b(?:conversion|win rate|close rate)\b/i],
  ['frequency', /复购(?:率|次数)?|频次|\b(?:frequency|repurchase|repeat rate)\b/i],
  ['leads', /线索|商机|询盘|\b(?:leads?|opportunit(?:y|ies)|inquir(?:y|ies))\b/i],
  ['deals', /单(?:数|量)|成交(?:笔数|量)|订单数|\b(?:deals?|orders?|contracts?|deal count|volume)\b/i],
  ['customers', /客户(?:数量?)?|客数|\b(?:customers?|clients?|logos?|accounts?|buyers?)\b/i],
  [
    'total',
    /业绩|签约额?|销售额|营收|收入|营业额|流水|回款|\b(?:revenue|sales|bookings?|turnover|signed|total)\b/i,
  ],
]

const nameOf = (words: string) => NAMES.find(([, pattern]) => pattern.test(words))?.[0]

/** Two growths or more that are multiplied: one of them is an average, or the sentence names the total as well. */
function growthsIn(clauses: readonly Clause[]): Drivers | undefined {
  const shares = clauses.filter(
    ({ quantity }) => quantity.percent && !/百分点|points?$|pp$/i.test(quantity.text),
  )
  const growths: { name: DriverName; bps: number }[] = []
  let statedBps: number | undefined
  for (const { quantity, what } of shares) {
    const bps = basisPoints(quantity)
    if (bps === undefined || what === undefined) return undefined
    if (what === 'total') statedBps = bps
    else if (growths.some((one) => one.name === what)) return undefined
    else growths.push({ name: what, bps })
  }
  const whole = statedBps !== undefined || growths.some(({ name }) => name === 'average')
  return growths.length >= 2 && whole ? { kind: 'growths', growths, statedBps } : undefined
}

/** A count and an average with a sign of multiplying between them, or the total that they make. */
function productIn(text: string, clauses: readonly Clause[]): Drivers | undefined {
  const counted = clauses.find(
    ({ quantity, what }) =>
      isCount(quantity) && (what === 'customers' || what === 'deals' || countedBy(quantity)),
  )
  const average = clauses.find((one) => one !== counted && one.what === 'average' && !one.quantity.percent)
  if (!counted || !average) return undefined
  const rest = clauses.filter((one) => one !== counted && one !== average && !one.quantity.percent)
  const stated =
    rest.find((one) => one.what === 'total') ??
    rest.find((one) => /[=＝]|等于|equals/.test(text) && one.what === undefined)
  if (!stated && !MULTIPLYING.test(text)) return undefined
  const name =
    counted.what === 'deals' || /^(?:单|笔|deals?)$/.test(counted.quantity.unit) ? 'deals' : 'customers'
  return {
    kind: 'product',
    name,
    count: counted.quantity,
    average: average.quantity,
    stated: stated?.quantity,
  }
}

const MULTIPLYING = /[×*]|\d\s*[xX]\s|\s[xX]\s|乘|\btimes\b|\bat an? average\b|\bwith an? average\b/
const isCount = (quantity: Quantity) => !quantity.percent && quantity.money === undefined
const countedBy = (quantity: Quantity) =>
  /^(?:家|户|单|笔|deals?|customers?|clients?|accounts?|logos?)$/.test(quantity.unit)

const MAX_BPS = 1_000_000n // a hundredfold: more is a slip of the pen

function basisPoints({ digits, decimals }: Quantity): number | undefined {
  const scaled = digits * 100n
  const divisor = 10n ** BigInt(decimals)
  if (scaled % divisor !== 0n) return undefined
  const bps = scaled / divisor
  return bps > MAX_BPS || bps <= -10_000n ? undefined : Number(bps)
}
