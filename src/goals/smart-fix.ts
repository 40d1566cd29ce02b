import type { Locale } from '../kernel/locale.ts'
import { decimalsOf } from '../kernel/money.ts'
import { kindOf, type Period, periodOf } from '../kernel/period.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Basis } from './basis.ts'
import { type Metric, measureOf } from './goal.ts'
import { isRate, looksLikeMoney, metricNamedIn, milestoneName } from './goal-words.ts'
import { measuredValue } from './measure.ts'
import type { Draft } from './read-goal.ts'
import { inUnits, type Quantity } from './read-quantity.ts'
import { showValue } from './show-value.ts'
import type { Smart, SmartFacts } from './smart.ts'
import { texts } from './texts.ts'
import { turnedRound } from './turn-round.ts'

/** A line that can be stored as it is. */
export interface Fix {
  /** Without the command's name. */
  body: string
  /** How its number was found, where it is not the one that was typed. */
  because?: string
  basis?: Basis
  /** The number is an example only. */
  example?: true
}

export interface FixContext {
  locale: Locale
  today: LocalDate
  fiscalStartMonth: number
  currency: string
  /** How a line names whose goal it is: '' for one's own. */
  owner: string
  /** The team that 我们 would be, where who asks leads one. */
  team: string | undefined
}

/** What could be stored instead of an incomplete goal, the best first; each passes the check. */
export function proposeFixes(draft: Draft, smart: Smart, facts: SmartFacts, context: FixContext): Fix[] {
  const { specific, timeBound, owned } = smart
  const words = texts[context.locale]
  if ('missing' in specific && specific.missing === 'several')
    return draft.several.map((clause) => ({ body: joined(context.owner, clause) }))
  if ('missing' in timeBound && timeBound.missing === 'half') return halves(draft, smart, context)
  if ('missing' in specific && specific.missing === 'vague' && specific.vague)
    return words.proxies[specific.vague][1].map((example) => ({
      body: lineFor(draft, context, example),
      example: true,
    }))
  const owners = 'missing' in owned && context.team ? [context.team, context.owner] : [context.owner]
  const metric = 'metric' in specific ? specific.metric : 'signed'
  return owners.flatMap((owner) => fixesFor(metric, draft, smart, facts, { ...context, owner }))
}

function fixesFor(metric: Metric, draft: Draft, smart: Smart, facts: SmartFacts, context: FixContext): Fix[] {
  const { specific, measurable } = smart
  const words = texts[context.locale]
  const word = metric === 'checkin' ? draft.name : words.line.metric[metric]
  const line = (...parts: string[]) => lineFor(draft, context, word, ...parts)
  const example: Fix = { body: line(exampleFor(metric, draft, context)), example: true }
  if ('missing' in specific && specific.missing === 'milestone')
    return [{ body: lineFor(draft, context, words.milestones(milestoneName(draft.name))), example: true }]
  if ('missing' in specific && specific.missing === 'narrow')
    return [narrowed(draft, facts, context) ?? example]
  if ('value' in measurable) {
    const countsThings = 'missing' in specific && draft.quantity?.unit !== ''
    if (countsThings) return [example]
    if (measurable.basis)
      return [{ body: line(typed(metric, measurable.value, '', context)), basis: measurable.basis }]
    return [{ body: line(asWritten(metric, measurable.value, draft)) }]
  }
  switch (measurable.missing) {
    case 'falling':
      return turnedRound(draft, context.locale).map((body) => ({
        body: lineFor(draft, context, body),
        example: true,
      }))
    case 'unit':
      return draft.quantity ? [dealsOf(draft, context), ...moneyOf(draft, line, context)] : [example]
    case 'range':
      return [{ body: line(asWritten(metric, undefined, draft)), because: words.because.range }]
    case 'rate':
      return wholeOf(metric, draft, facts, context, line) ?? [example]
    case 'growth':
    case 'drivers':
      return grownFixes(metric, smart, context, line) ?? [example]
    case 'money':
      return draft.quantity?.unit ? countedInstead(draft, context) : [example]
    case 'number':
    case 'verb':
      return fromHistory(metric, facts, context, line) ?? [example]
    default:
      return [example]
  }
}

type Line = (...parts: string[]) => string

/** The value that the growth or the drivers lead to; where something else was said, that as well. */
function grownFixes(
  metric: Metric,
  { measurable }: Smart,
  context: FixContext,
  line: Line,
): Fix[] | undefined {
  const grown = 'missing' in measurable ? measurable.grown : undefined
  if (grown?.value === undefined) return undefined
  const unit = grown.baseline?.unit ?? ''
  const fix: Fix = {
    body: line(typed(metric, grown.value, unit, context)),
    ...(grown.basis ? { basis: grown.basis } : {}),
  }
  const stated = grown.stated?.value ?? statedValue(grown)
  if (grown.stated?.agrees !== false || stated === undefined) return [fix]
  return [fix, { body: line(typed(metric, stated, unit, context)) }]
}

function statedValue({
  baseline,
  stated,
}: {
  baseline: { value: number } | undefined
  stated?: { bps: number | undefined }
}) {
  if (!baseline || stated?.bps === undefined) return undefined
  const value = (BigInt(baseline.value) * BigInt(10_000 + stated.bps)) / 10_000n
  return value > 0n ? Number(value) : undefined
}

/** 每周 10 家 is 40 in a month: so much of each, times how many there are. */
function wholeOf(
  metric: Metric,
  draft: Draft,
  facts: SmartFacts,
  context: FixContext,
  line: Line,
): Fix[] | undefined {
  const { rate, quantity, period } = draft
  const kind = period ? (kindOf(period) as 'month' | 'quarter' | 'year') : 'month'
  const times = rate === 'day' ? facts.workdays : rate === 'person' ? facts.people : rate && TIMES[rate][kind]
  if (!rate || !quantity) return undefined
  if (!times) return [{ body: line(asWritten(metric, undefined, draft)) }]
  const digits = quantity.digits * BigInt(times)
  const value = inUnits({ ...quantity, digits }, measureOf(metric) === 'things' ? 0 : 2)
  if (value === undefined) return undefined
  const unit = metric === 'checkin' || quantity.money ? quantity.unit : ''
  const whole = measureOf(metric) === 'money' ? moneyMinor(digits, quantity, context) : value
  const shown = amount(metric, whole, unit, context)
  const because = texts[context.locale].because.rate(written(quantity), times, rate, shown)
  return [{ body: line(typed(metric, whole, unit, context)), because }]
}

const TIMES = { week: { month: 4, quarter: 13, year: 52 }, month: { month: 1, quarter: 3, year: 12 } }

const moneyMinor = (digits: bigint, { decimals }: Quantity, { currency }: FixContext) =>
  Number((digits * 10n ** BigInt(decimalsOf(currency))) / 10n ** BigInt(decimals))

/** A tenth more than the average of the periods before, in round figures. */
function fromHistory(
  metric: Metric,
  { history, before }: SmartFacts,
  context: FixContext,
  line: Line,
): Fix[] | undefined {
  if (history.length === 0) return undefined
  const average = history.reduce((sum, one) => sum + BigInt(one), 0n) / BigInt(history.length)
  if (average <= 0n) return undefined
  const value = roundUp((average * 11n) / 10n + 1n, measureOf(metric) === 'things' ? 1n : 100n)
  const shown = amount(metric, Number(value), before?.unit ?? '', context)
  const known = amount(metric, Number(average), before?.unit ?? '', context)
  const because = texts[context.locale].because.history(history.length, known, shown)
  return [{ body: line(typed(metric, Number(value), before?.unit ?? '', context)), because }]
}

/** Two leading digits, the rest zeros, and whole steps. */
function roundUp(value: bigint, step: bigint): bigint {
  const places = BigInt(10) ** BigInt(Math.max(0, value.toString().length - 2))
  const size = places > step ? places : step
  return ((value + size - 1n) / size) * size
}

function dealsOf(draft: Draft, context: FixContext): Fix {
  return { body: lineFor(draft, context, texts[context.locale].line.metric.deals, written(draft.quantity)) }
}

/** 签约 20 in thousands or in ten thousands, as the language counts. */
function moneyOf(draft: Draft, line: Line, { locale }: FixContext): Fix[] {
  const scaled = `${written(draft.quantity)}${locale === 'en' ? 'k' : '万'}`
  return draft.metric === 'deals' ? [] : [{ body: line(scaled) }]
}

/** A half-year as its two quarters, with half of the amount each. */
function halves(draft: Draft, { specific, measurable }: Smart, context: FixContext): Fix[] {
  const words = texts[context.locale]
  const metric = 'metric' in specific ? specific.metric : 'signed'
  const word = metric === 'checkin' ? draft.name : words.line.metric[metric]
  const value = 'value' in measurable ? measurable.value : undefined
  const unit = draft.quantity?.percent ? '%' : (draft.quantity?.unit ?? '')
  const ratio = draft.quantity?.percent || metric === 'average-deal'
  const parts =
    value === undefined
      ? undefined
      : ratio
        ? [value, value]
        : [value - Math.floor(value / 2), Math.floor(value / 2)]
  const step = measureOf(metric) === 'checkin' && !ratio ? 100 : 1
  const whole = parts && parts.every((part) => part % step === 0) ? parts : undefined
  const quarters = draft.odd?.kind === 'half' ? draft.odd.quarters : []
  return quarters.map((period, at) => ({
    body: joined(
      context.owner,
      period,
      word,
      whole ? amount(metric, whole[at] ?? 0, unit, context) : words.line.amount[measureOf(metric)],
    ),
    ...(whole ? {} : { example: true as const }),
  }))
}

/** A number as it was typed, so that it is read the same way again. */
const written = (quantity: Quantity | undefined) =>
  quantity?.text.replace(/ ?(?=[\p{Script=Han}%])|(?<=[\p{Script=Han}¥$€£]) /gu, '') ?? ''

/** The same; of things only how many, because what they are is said beside it. */
function asWritten(metric: Metric, value: number | undefined, { quantity }: Draft): string {
  if (measureOf(metric) !== 'things' || !quantity) return written(quantity)
  return String(value ?? inUnits(quantity, 0) ?? '')
}

/** An amount such as the metric has. */
function exampleFor(metric: Metric, { name, quantity }: Draft, { locale }: FixContext): string {
  const { amount: amounts } = texts[locale].line
  if (metric !== 'checkin') return amounts[measureOf(metric)]
  if (isRate(name) && !quantity?.unit) return amounts.percent
  return quantity?.unit && locale === 'zh-CN' ? `30${quantity.unit}` : amounts.checkin
}

/** What the sentence seems to be about, with its own number where that fits. */
function narrowed(draft: Draft, { currency }: SmartFacts, context: FixContext): Fix | undefined {
  const metric = metricNamedIn(draft.text) ?? (looksLikeMoney(draft.quantity) ? 'signed' : undefined)
  if (!metric || !draft.quantity) return undefined
  const fits = 'value' in measuredValue(metric, draft.quantity, currency) && !/[来几多]/.test(draft.name)
  const shown = fits ? asWritten(metric, undefined, draft) : exampleFor(metric, draft, context)
  const body = lineFor(draft, context, texts[context.locale].line.metric[metric], shown)
  return fits ? { body } : { body, example: true }
}

/** 签约 12 家: customers or deals are counted, no money. */
function countedInstead(draft: Draft, context: FixContext): Fix[] {
  const { metric } = texts[context.locale].line
  const count = asWritten('deals', undefined, draft)
  return [metric['new-customers'], metric.deals].map((word) => ({
    body: lineFor(draft, context, word, count),
  }))
}

/** An amount as it is typed: of things only how many. */
const typed = (metric: Metric, value: number, unit: string, context: FixContext): string =>
  measureOf(metric) === 'things' ? String(value) : amount(metric, value, unit, context)

function amount(metric: Metric, value: number, unit: string, { currency, locale }: FixContext): string {
  return showValue({ metric, unit }, value, currency, locale).replaceAll(
    ' ',
    locale === 'en' && measureOf(metric) === 'things' ? ' ' : '',
  )
}

function lineFor(draft: Draft, context: FixContext, ...parts: string[]): string {
  return joined(context.owner, periodWord(draft.period, context), ...parts)
}

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ')

function periodWord(named: Period | undefined, { fiscalStartMonth, locale, today }: FixContext): string {
  const period = named ?? periodOf(today, 'month', fiscalStartMonth)
  switch (kindOf(period)) {
    case 'month': {
      const bare = period.slice(0, 4) === today.slice(0, 4) && period >= today.slice(0, 7)
      return bare ? showPeriod(period, locale, today).replaceAll(' ', '') : period
    }
    case 'year':
      return locale === 'zh-CN' ? `${period}年` : `in ${period}`
    default:
      return period
  }
}
