import type { Period } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Metric } from './goal.ts'
import { findPeriod } from './read-period.ts'
import { findQuantity, type Quantity } from './read-quantity.ts'

/** What could be read in a sentence about a goal; what was not said, or not understood, is absent. */
export interface Draft {
  /** The sentence as it was typed. */
  text: string
  metric: Metric | undefined
  /** The words for what is counted, as they were written: a check-in metric's name, or what was not understood. */
  name: string
  period: Period | undefined
  quantity: Quantity | undefined
  /** The number says how much more than before, not how much. */
  growth: boolean
  /** Less is better: nothing that counts up. */
  downwards: boolean
  /** A fine wish that nobody can count; the index of what could be counted instead in `texts.proxies`. */
  vague: Vague | undefined
}

export type Vague = 'brand' | 'service' | 'teamwork' | 'ability' | 'relationship' | 'effort' | 'efficiency'

export interface ReadingContext {
  today: LocalDate
  fiscalStartMonth: number
}

/** Reads a sentence such as `11月签约 50万`, `Q4 new customers 12` or `12月 拜访客户 30 次`. */
export function readGoal(sentence: string, context: ReadingContext): Draft {
  const text = sentence.normalize('NFKC').trim()
  const when = findPeriod(text, context.today, context.fiscalStartMonth)
  const number = findQuantity(when?.rest ?? text)
  const words = withoutEnds(number?.rest ?? when?.rest ?? text)
  const quantity = number?.quantity
  const { metric, name } = whatIsCounted(words, quantity)
  return {
    text,
    metric,
    name,
    period: when?.period,
    quantity,
    growth: quantity?.percent === true && GROWING.test(text) && !saysHowMuch(text, quantity),
    downwards: FALLING.test(text),
    vague: vagueIn(text),
  }
}

const GROWING =
  /增长|提升|提高|上升|增加|多\s*\d|涨|翻|\b(?:increase|grow(?:th)?|raise|boost|improve|up|more|higher)\b/i
const FALLING = /降低|减少|下降|压缩|缩短|\b(?:reduce|lower|decrease|cut|fewer|less|shorten)\b/i

/** 提高到 90% names the level itself, 提高 20% only the way there. */
function saysHowMuch(text: string, quantity: Quantity): boolean {
  const before = text.slice(0, Math.max(0, text.indexOf(quantity.text)))
  return /(?:到|至|达|\bto|\breach\w*|\bat(?: least)?)\s*$/i.test(before)
}

const VAGUE: [Vague, RegExp][] = [
  ['brand', /影响力|知名度|品牌|口碑|形象|\b(?:brand|awareness|reputation|influence|visibility|image)\b/i],
  ['service', /服务|满意|体验|\b(?:service|satisfaction|satisfied|happy|happier|experience)\b/i],
  ['teamwork', /凝聚力|士气|氛围|协作|团队精神|\b(?:teamwork|morale|spirit|culture|collaboration)\b/i],
  ['ability', /能力|水平|素质|专业|学习|\b(?:skills?|ability|abilities|professional|knowledge|learn)\b/i],
  ['relationship', /关系|维护好?|粘性|\b(?:relationships?|loyalty|retention)\b/i],
  ['efficiency', /效率|速度|流程|\b(?:efficien\w+|faster|process(?:es)?|productivity)\b/i],
  ['effort', /努力|争取|加油|更好|做好|尽力|拼|冲|\b(?:harder|better|best|effort|try|more)\b/i],
]

function vagueIn(text: string): Vague | undefined {
  return VAGUE.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Words for each metric; the first that fits wins. `(?:…)` only: the match is taken out of the sentence. */
const METRICS: [Metric, RegExp][] = [
  [
    'average-deal',
    /客单价|平均(?:每单|单价|客单|签约额)|均单|\b(?:average|avg\.?|mean) (?:deal|order|contract)(?: (?:size|value))?\b|\bdeal size\b/i,
  ],
  ['attainment', /达成率?|完成率|\b(?:quota |target )?attainment\b/i],
  ['collected', /回款(?:额)?|到账|收款|\b(?:cash )?collect(?:ed|ions?|ing)?(?: cash)?\b|\bcash in\b/i],
  ['new-customers', /新(?:签|增)?客户(?:数)?|新客(?:数)?|\bnew (?:customers?|clients?|logos?|accounts?)\b/i],
  ['deals', /(?:成交|签)?单数|签单数|\b(?:signed |closed )?deals?\b/i],
  [
    'signed',
    /签约(?:额)?|签单(?:额)?|成交(?:额)?|(?:销售)?业绩|销售额|营收|营业额|合同额|\bsign(?:ed|ings?)?\b|\bbookings?\b|\bsales\b|\brevenue\b|\bturnover\b|\bclos(?:e|ed|ing)\b/i,
  ],
]

function whatIsCounted(
  words: string,
  quantity: Quantity | undefined,
): { metric: Metric | undefined; name: string } {
  const byUnit = metricOfUnit(words, quantity)
  if (byUnit) return { metric: byUnit, name: '' }
  for (const [metric, pattern] of METRICS) {
    const match = pattern.exec(words)
    if (!match) continue
    const beside = withoutEnds(`${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`)
    if (beside === '') return { metric, name: '' }
  }
  const reportable =
    quantity !== undefined && !quantity.money && (quantity.unit !== '' || !MONEY_WORDS.test(words))
  return { metric: reportable && words !== '' ? 'checkin' : undefined, name: words }
}

/** A sum of money narrowed down, such as 签约 CRM: the deals' sums do not know it, and nobody should report it by hand. */
const MONEY_WORDS =
  /签约|业绩|销售额|营收|成交额|回款|客单价|\b(?:sign(?:ed|ings?)?|bookings?|sales|revenue|collect(?:ed|ions?)?)\b/i

/** 签 10 单, close 10 deals: here the unit says what is counted. */
function metricOfUnit(words: string, quantity: Quantity | undefined): Metric | undefined {
  if (!quantity) return undefined
  const signing = words === '' || /^(?:签约?|成交?|签单|成交单|sign(?:ed)?|closed?|won|win)$/i.test(words)
  if (signing && /^(?:单|笔|deals?)$/.test(quantity.unit)) return 'deals'
  if (
    /^(?:新|新增|新签|开发|拓展|new)$/i.test(words) &&
    /^(?:家|户|customers?|clients?|logos?|accounts?)$/.test(quantity.unit)
  )
    return 'new-customers'
  return undefined
}

const FILLERS =
  /^(?:目标(?:是|为)?|我们?(?:的|要)?|个人|全员|要|想|争取|力争|确保|达到|达(?!成)|做到|完成|实现|突破|至少|不少于|不低于|超过|拿下|冲刺?|提升|提高|增长|到|以上|以内|前|内|的|为|是|在|把|将|共|总|每月|额|新增到|[\s,.:;，。：；、!！+＋的-]+|(?:my|our|the|an?|to|reach|reaching|get|hit|make|achieve|at|least|by|in|of|for|on|this|goal|target|i|we|want|will|worth|with|do|win|deliver|total|more|than|over|and|up|is|be|should|increase|grow|improve|raise|boost|every|each|month)\b)/i
const TRAILING =
  /(?:目标|达到|完成|实现|做到|至少|不少于|突破|超过|增长|提升|提高|到|达|以上|以内|前|内|的|为|是|要|[\s,.:;，。：；、!！+＋-]+|\b(?:goal|target|to|of|in|by|at|least|for|on|is|the|a|an|and|up|worth|reach|total|over|than|more|month)\b\.?)$/i

/** The words between the fillers: `我要在 … 拜访客户 至少` is about 拜访客户. */
function withoutEnds(words: string): string {
  let left = words.replace(/\s+/g, ' ').trim()
  for (;;) {
    const shorter = left.replace(FILLERS, '').replace(TRAILING, '').trim()
    if (shorter === left) return left
    left = shorter
  }
}
