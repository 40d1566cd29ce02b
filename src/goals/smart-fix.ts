import type { Basis } from './basis.ts'
import { asWritten, exampleFor, type FixContext, joined, lineFor, typed, written } from './fix-line.ts'
import { fromHistory, halves, type Line, wholeOf } from './fix-number.ts'
import type { Metric } from './goal.ts'
import { looksLikeMoney, metricNamedIn, milestoneName } from './goal-words.ts'
import { measuredValue } from './measure.ts'
import type { Draft } from './read-goal.ts'
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

function dealsOf(draft: Draft, context: FixContext): Fix {
  return { body: lineFor(draft, context, texts[context.locale].line.metric.deals, written(draft.quantity)) }
}

/** 签约 20 in thousands or in ten thousands, as the language counts. */
function moneyOf(draft: Draft, line: Line, { locale }: FixContext): Fix[] {
  const scaled = `${written(draft.quantity)}${locale === 'en' ? 'k' : '万'}`
  return draft.metric === 'deals' ? [] : [{ body: line(scaled) }]
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
