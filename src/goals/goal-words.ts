import type { Metric } from './goal.ts'
import type { Quantity } from './read-quantity.ts'

/** What a sentence counts. `name`: the words for it as they were written, where the metric itself does not say. */
export interface Counted {
  metric: Metric | undefined
  name: string
}

/** Reads what is counted from the words around the number and the period. */
export function whatIsCounted(around: string, quantity: Quantity | undefined): Counted {
  const words = withoutEnds(around).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  const byUnit = metricOfUnit(words, quantity)
  if (byUnit) return { metric: byUnit, name: '' }
  const counted = METRICS.find(([metric, pattern]) => fits(metric, quantity) && isOnly(words, pattern))
  if (counted) return { metric: counted[0], name: '' }
  if (looksLikeMoney(quantity) && isOnly(words, SIGNING_IN_MONEY)) return { metric: 'signed', name: '' }
  const inMoney = looksLikeMoney(quantity) && WORTH.test(around)
  const reportable = quantity ? !inMoney && isReportable(words, quantity) : COUNTABLE.test(words)
  return { metric: reportable ? 'checkin' : undefined, name: words }
}

/** Words for each metric; the first that fits wins. */
const METRICS: [Exclude<Metric, 'checkin'>, RegExp][] = [
  [
    'average-deal',
    /(?:平均)?客单价?|平均(?:每单|单价|签约额)|均单|单均(?:金额)?|\b(?:average|avg\.?|mean) (?:deal|order|contract)s?(?: (?:size|value))?\b|\b(?:deal|order|contract) (?:size|value)\b|\bACV\b/gi,
  ],
  ['attainment', /(?:业绩|目标|签约)?(?:达成率?|完成率)|\b(?:quota |target )?attainment\b|\bquota\b/gi],
  [
    'collected',
    /(?:实际)?回款(?:金?额)?(?!率)|到账|收款(?!率)|\b(?:cash )?collect(?:ed|ions?|ing)?(?: cash)?\b|\bcash in\b|\b(?:payments? )?received\b/gi,
  ],
  [
    'new-customers',
    /新(?:签|增|开|开发)?的?客户(?:数量?)?|新客(?:数)?|\b(?:net )?new (?:paying )?(?:customers?|clients?|logos?|accounts?)\b/gi,
  ],
  [
    'deals',
    /(?:成交|成单|签约|签)?单(?:数|量)|签单数|成交(?:笔数|单数)|\b(?:signed |closed |won )?deals?\b(?! size| value)/gi,
  ],
  [
    'signed',
    /(?:新签)?签约(?:金?额)?|签单(?:金?额)?|成交(?:金?额)?|(?:新签)?(?:销售)?业绩|(?:总|销售|营业)?(?:销售额|收入)|营收|营业额|流水|(?:新签)?合同(?:金?额)|GMV|\bsign(?:ed|ings?)?\b|\bbookings?\b|\bsales\b|\brevenues?\b|\bturnover\b|\bclos(?:e|ed|ing)\b|\bnew business\b|\b[AM]RR\b/gi,
  ],
]

/** 签下 50万的单子, deals worth 500k: with an amount beside them these words mean what is signed. */
const SIGNING_IN_MONEY =
  /(?:签下|签约?|成交|拿下|做)|的?[新大]?(?:单子?|合同|订单|业务|项目)|\bsign(?:ed|ings?)?\b|\bclos(?:e|ed|ing)\b|\bwin\b|\bdeals?\b|\bcontracts?\b|\borders?\b|\bbusiness\b|\brevenues?\b|\bsales\b|\bbookings?\b|\bnew\b/gi

function fits(metric: Exclude<Metric, 'checkin'>, quantity: Quantity | undefined): boolean {
  return !(metric === 'deals' && quantity?.money !== undefined)
}

/** What a sentence seems to be about, though not all of it was understood. */
export const metricNamedIn = (text: string): Exclude<Metric, 'checkin'> | undefined =>
  METRICS.find(([, pattern]) => text.search(pattern) >= 0)?.[0]

/** Something that is done or not done, and so counts nothing on its way. */
const MILESTONE =
  /上线|搭建|建立|制定|落地|交付|发布|搬迁|改版|启动|\b(?:launch|release|set up|build|finish|complete|roll out|go live|ship|create|establish|implement|migrate)\b/i

export const isMilestone = (text: string): boolean => MILESTONE.test(text)

/** What is to be done, without the verb in front of it. */
export const milestoneName = (name: string): string =>
  withoutEnds(name.replace(new RegExp(`^(?:${MILESTONE.source})\\s`, 'i'), ''))

/** Whether something is a share or a score by its own name. */
export const isRate = (name: string): boolean => RATE.test(name)

const isOnly = (words: string, pattern: RegExp): boolean =>
  words.search(pattern) >= 0 && withoutEnds(words.replace(pattern, ' ')) === ''

/** Says that the number beside it is an amount. */
const WORTH = /\bworth\b|价值|金额/i

export const looksLikeMoney = (quantity: Quantity | undefined): boolean =>
  quantity !== undefined &&
  !quantity.percent &&
  quantity.unit === '' &&
  (quantity.money !== undefined || quantity.digits >= 1_000n * 10n ** BigInt(quantity.decimals))

/** 签 10 单, close 10 deals: here the unit says what is counted. */
function metricOfUnit(words: string, quantity: Quantity | undefined): Metric | undefined {
  if (!quantity) return undefined
  const signing =
    words === '' ||
    /^(?:签约?|成交?|签单|成交单|签下|成单|出单|开单|sign(?:ed)?|closed?|won|win)$/i.test(words)
  if (signing && /^(?:单|笔|deals?)$/.test(quantity.unit)) return 'deals'
  if (
    /^(?:新|新增|新签|新开|开发|拓展|acquire|new|net new)(?:客户|客)?$/i.test(words) &&
    /^(?:家|户|个|位|customers?|clients?|logos?|accounts?)$/.test(quantity.unit)
  )
    return 'new-customers'
  return undefined
}

/** A sum of money narrowed down, such as 签约 CRM: the deals' sums do not know it, and nobody should report it by hand. */
const MONEY_WORDS =
  /签约|业绩|销售额|营收|成交额|回款|客单价|收入|\b(?:sign(?:ed|ings?)?|bookings?|sales|revenue|collect(?:ed|ions?)?)\b/i

/** What is a share or a score by its own name: 回款率, retention rate, NPS. */
const RATE =
  /(?:率|占比|比例|比重|满意度|得分|评分|分数|参与度|NPS)$|\b(?:rates?|ratio|share|score|nps|percentage)$/i

/** What can be counted by its own name, though no number is beside it yet. */
const COUNTABLE =
  /(?:量|数|率|占比|得分|满意度|粉丝|线索|商机|拜访|回访|电话|沙龙)$|\b(?:leads|visits|calls|demos|followers|webinars|meetings|posts|articles|rate|score|nps|downloads|subscribers|referrals|registrations|opportunities|sign-ups)$/i

function isReportable(words: string, quantity: Quantity): boolean {
  if (words === '' || quantity.money) return false
  return quantity.unit !== '' || RATE.test(words) || !MONEY_WORDS.test(words)
}

const FILLERS =
  /^(?:(?:春节|过年|元旦|国庆|五一|端午|中秋|双十一|618)(?:节|假期)?之?前|目标(?:是|为)?|我们?(?:部门|团队|组)?(?:的|要)?|咱们|大家|全员|全体|团队|部门|个人|本人|要|想|希望|计划|打算|预计|争取|力争|确保|保证|务必|必须|保持在?|保底|稳定在|维持在?|达到|达(?!成)|做到|冲到|冲击|拉到|提到|升到|拉升到?|多(?![少次])|高出|打造|完成|实现|突破|至少|最少|不少于|不低于|超过|拿下|冲刺?|举办|举行|召开|开展|开发|拓展|开拓|提升|提高|增长|增加|大约|大概|(?<![签合续预邀])约|左右|上下|底前|底|末前?|初|之?前|结束前|份|期间|到|至|以上|以内|内|里|的|为|是|在|把|将|让|使|给|再|能|共|总|每月|每周|每天|额|新增到|一起|都|同比|环比|较|比|[\s,.:;，。：；、!！?？~～+＋的（）()“”"'’—–-]+|(?:my|our|we|us|the|an?|to|reach|reaching|get|hit|make|achieve|deliver|secure|land|generate|host|hold|run|organi[sz]e|complete|conduct|book|bring|acquire|i'?ll|get|become|better(?: at)?|really|just|please|at|least|minimum|by|in|of|for|on|from|this|goal|target|i|me|want|will|need|should|must|plan|aim|worth|with|do|win(?! rate)|total|more|than|over|and|up|is|be|have|add|gain|team|whole|everyone|everybody|increase|growth|grow|improve|raise|boost|lift|yoy|mom|qoq|keep|maintain|about|around|roughly|approximately|before|until|till|end|per|every|each|day|week|month|during|q[1-4])\b)/i
const TRAILING =
  /(?:目标|达到|完成|实现|做到|冲到|保持在?|稳定在|维持在?|至少|最少|不少于|不低于|突破|超过|增长|增加|提升|提高|增至|提到|拉到|升到|多|高出|大约|大概|(?<![签合续预邀])约|左右|上下|底前|底|末前?|之?前|结束前|期间|到|至|达|以上|以内|内|的|为|是|要|在|各|[\s,.:;，。：；、!！?？~～+＋（）()“”"'’—–-]+|\b(?:goal|target|to|of|in|by|at|least|minimum|for|from|on|is|be|should|must|the|a|an|and|up|with|worth|reach|hit|total|over|than|more|month|end|per|each|every|day|week|about|around|before|until|till|increase|grow|improve|i|we|our)\b\.?)$/i

/** The words between the fillers: `我要在 … 拜访客户 至少` is about 拜访客户. */
export function withoutEnds(words: string): string {
  let left = words.replace(/\s+/g, ' ').trim()
  for (;;) {
    const shorter = left.replace(FILLERS, '').replace(TRAILING, '').trim()
    if (shorter === left) return left
    left = shorter
  }
}
