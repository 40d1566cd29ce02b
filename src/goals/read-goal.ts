import type { Period } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { clausesOf } from './clauses.ts'
import type { Metric } from './goal.ts'
import { whatIsCounted } from './goal-words.ts'
import { plainly } from './plain-words.ts'
import { type Drivers, readDrivers } from './read-drivers.ts'
import { baseOf, type Growth, readGrowth, withoutBase } from './read-growth.ts'
import type { Quantity } from './read-quantity.ts'
import { type OddTime, readWhen } from './read-when.ts'
import { collectiveIn, isUncountable, type Vague, vagueIn, wishingVerb } from './vague.ts'

export type { Vague } from './vague.ts'

/** What could be read in a sentence about a goal; what was not said, or not understood, is absent. */
export interface Draft {
  /** The sentence as it was typed. */
  text: string
  metric: Metric | undefined
  /** The words for what is counted, as they were written: a check-in metric's name, or what was not understood. */
  name: string
  period: Period | undefined
  /** A time was named that goals are not set for. */
  odd: OddTime | undefined
  quantity: Quantity | undefined
  /** The number says how much more than before, not how much. */
  growth: Growth | undefined
  /** Where it stands now, as the sentence says. */
  from: Quantity | undefined
  /** What the total is multiplied from. */
  drivers: Drivers | undefined
  /** The number is one of each day, week or month, or of each person. */
  rate: Rate | undefined
  /** Two numbers where there should be one: 50–60万. */
  range: boolean
  /** Less is better: nothing that counts up. */
  downwards: boolean
  /** A fine wish that nobody can count; the index of what could be counted instead in `texts.proxies`. */
  vague: Vague | undefined
  /** The verb that says where to, not how far. */
  verb: string | undefined
  /** 我们, everyone: whose it is has not been said. */
  collective: string | undefined
  /** Two goals or more in one sentence, each as it could be typed. */
  several: string[]
}

export type Rate = 'day' | 'week' | 'month' | 'person'

export interface ReadingContext {
  today: LocalDate
  fiscalStartMonth: number
}

/** Reads a sentence such as `11月签约 50万`, `Q4 new customers 12` or `12月 拜访客户 30 次`. */
export function readGoal(sentence: string, context: ReadingContext): Draft {
  const text = plainly(sentence)
  const rate = RATES.find(([, pattern]) => pattern.test(text))
  const timed = RATES.reduce((left, [, pattern]) => left.replace(pattern, ' '), text)
  const based = baseOf(timed)
  const when = readWhen(based === 'unsaid' ? timed : withoutBase(timed), context)
  const sayable = withoutRange(based === 'unsaid' ? when.rest : `${when.rest} ${basisWord(based)}`)
  const number = readGrowth(sayable.text)
  const collective = collectiveIn(text)
  const around = withoutBase(number?.rest ?? sayable.text).replace(collective ?? '\n', ' ')
  const quantity = number?.quantity
  const counted = whatIsCounted(around.replace(FALLING_WORDS, ' '), quantity)
  const drivers = readDrivers(based === 'unsaid' ? when.rest : withoutBase(when.rest))
  const uncountable = counted.metric === 'checkin' && isUncountable(counted.name) && !quantity?.unit
  return {
    text,
    ...counted,
    ...(uncountable ? { metric: undefined } : {}),
    ...(drivers
      ? { metric: /回款|\bcollect/i.test(text) ? ('collected' as const) : ('signed' as const), name: '' }
      : {}),
    period: when.period,
    odd: when.odd,
    quantity,
    growth: number?.growth,
    from: number?.from,
    drivers,
    rate: quantity && rate?.[0],
    range: sayable.range,
    downwards: fallsTo(text, number?.growth ? undefined : number?.from, quantity),
    vague: counted.metric && !uncountable && quantity && !number?.growth ? undefined : vagueIn(text),
    verb: wishingVerb(text),
    collective,
    several: drivers ? [] : clausesOf(text, context),
  }
}

const RATES: [Rate, RegExp][] = [
  ['day', /每(?:个?工作)?日|每天|日均|\b(?:per|a|every|each) (?:work(?:ing )?)?day\b|\bdaily\b/i],
  ['week', /每个?(?:周|星期)|周均|\b(?:per|a|every|each) week\b|\bweekly\b/i],
  ['month', /每个?月|月均|\b(?:per|a|every|each) month\b|\bmonthly\b/i],
  ['person', /每个?人|人均|\b(?:per|each) (?:person|rep|head|member|salesperson)\b|\bper capita\b/i],
]

const FALLING =
  /降低|降到|降至|减少|减半|下降|压缩|压降|缩短|控制在|不超过|不高于|(?<!不)低于|(?<!不)少于|\b(?:reduce|lower|decrease|cut|fewer|shorten|below|under|at most|minimi[sz]e)\b|\b(?:no|not) (?:more|higher|longer) than\b|(?<!\bno )(?<!\bnot )\bless\b/i
/** 一小时内: so much time at most. */
const WITHIN = /内|以内|\bwithin\b|\bin under\b/i
const TIME_UNIT = /^(?:小时|分钟|天|hours?|days?)$/
const FALLING_WORDS = new RegExp(FALLING.source, 'gi')

function fallsTo(text: string, from: Quantity | undefined, to: Quantity | undefined): boolean {
  if (FALLING.test(text) || (to && TIME_UNIT.test(to.unit) && WITHIN.test(text))) return true
  if (!from || !to) return false
  return from.digits * 10n ** BigInt(to.decimals) > to.digits * 10n ** BigInt(from.decimals)
}

/** 50-60万 and 30 to 40 with the first number only. */
function withoutRange(text: string): { text: string; range: boolean } {
  const match = RANGE.exec(text)
  if (!match) return { text, range: false }
  const [all, low = '', scale = ''] = match
  return { text: text.replace(all, `${low}${scale}`), range: true }
}

const RANGE =
  /(?<![\d.,-])(\d[\d,.]*)\s*(?:万|k|w)?\s*(?:-|–|—|~|～|到|至|\bto\b|\bor\b)\s*\d[\d,.]*\s*(万|千|k|w|m|%)?(?![\d-])(?<!从.*)(?<!由.*)(?<!from.*)/i

/** Says what the sentence compares with once more, behind what is left of it. */
const basisWord = (base: Growth['base']) => (base === 'last-year' ? '同比' : '环比')
