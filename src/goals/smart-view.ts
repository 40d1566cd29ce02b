import type { Locale } from '../kernel/locale.ts'
import { decimalsOf } from '../kernel/money.ts'
import { kindOf, periodOf, spanOf } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { actions, type Button, context, details, list, say, text, type View } from '../view/view.ts'
import { type Goal, type Metric, measureOf, pays } from './goal.ts'
import { type GoalWords, metricName, wordsFor } from './names.ts'
import type { Owner } from './owner.ts'
import type { Draft } from './read-goal.ts'
import { inUnits } from './read-quantity.ts'
import { showValue } from './show-value.ts'
import type { Complete, Smart, SmartFacts } from './smart.ts'
import { texts } from './texts.ts'

/** What was stored, and what the SMART check found. */
export async function addedView(scope: Scope, goal: Goal, smart: Smart & Complete): Promise<View> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const sentence = words.added(named.label, named.name, named.value)
  const { relevant } = smart
  const parent = 'parent' in relevant ? await wordsFor(scope, relevant.parent) : undefined
  const suggested = relevant.state === 'suggested' ? relevant.parent : undefined
  const align = suggested && parent && { label: words.align(parent.label), suggested }
  const button: Button[] = align
    ? [{ label: align.label, action: 'goal.align', value: `${goal.number} ${align.suggested.number}` }]
    : []
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...(smart.achievable.state === 'jump'
        ? [context(words.smart.jump(named.show(smart.achievable.best)))]
        : []),
      ...(pays(goal) ? [context(words.paysNow)] : []),
      ...(button.length > 0 ? [actions(...button)] : []),
      details(words.smartTitle, list(findings(scope, goal, smart, named, parent))),
    ],
  }
}

const MAX_QUOTED = 80 // characters of a sentence that are said back

/** Why nothing was stored, and a line that would be. */
export function incompleteView(
  scope: Acting,
  owner: Owner,
  draft: Draft,
  smart: Smart,
  facts: SmartFacts,
): View {
  const words = texts[scope.locale]
  const problems: string[] = []
  if ('missing' in smart.specific) {
    const { missing, vague } = smart.specific
    if (missing === 'vague' && vague) problems.push(words.missing.vague(draft.name, words.proxies[vague][0]))
    else if (missing === 'narrow') problems.push(words.missing.narrow(draft.text.slice(0, MAX_QUOTED)))
    else problems.push(words.missing.metric)
  }
  if ('missing' in smart.measurable) problems.push(words.unmeasurable[smart.measurable.missing])
  if ('missing' in smart.timeBound) problems.push(words.missing.period)
  const fix = proposedFix(scope, owner, draft, smart, facts)
  const button: Button[] = fix.certain
    ? [{ label: words.saveLine, action: 'goal.save-line', value: fix.body, tone: 'primary' }]
    : []
  return {
    summary: `${words.nothingSaved} ${problems.join(' ')}`,
    blocks: [
      text(words.nothingSaved),
      list(problems),
      ...(fix.because ? [context(fix.because)] : []),
      ...say(words.tryLine(`${words.line.command} ${fix.body}`), ...button).blocks,
    ],
  }
}

interface Fix {
  /** The line without the command's name. */
  body: string
  /** It only adds what is safe to assume, so that a button may offer it. */
  certain: boolean
  because?: string
}

function proposedFix(scope: Acting, owner: Owner, draft: Draft, smart: Smart, facts: SmartFacts): Fix {
  const words = texts[scope.locale]
  const period = periodWord(scope, draft)
  const who = owner.word
  const line = (...parts: string[]) => [who, period, ...parts].filter((part) => part !== '').join(' ')
  const { specific, measurable } = smart
  if ('missing' in specific && specific.missing === 'vague' && specific.vague)
    return { body: line(words.proxies[specific.vague][1]), certain: false }
  if ('missing' in measurable && measurable.missing === 'falling')
    return { body: line(words.proxies[draft.vague ?? 'service'][1]), certain: false }
  const metric = 'metric' in specific ? specific.metric : 'signed'
  const word = wordOf(metric, draft, scope.locale)
  const example = { body: line(word, words.line.amount[measureOf(metric)]), certain: false }
  if ('missing' in specific && specific.missing === 'narrow') return example
  if ('value' in measurable) {
    const countsThings = 'missing' in specific && draft.quantity?.unit !== ''
    return countsThings ? example : { body: line(word, draft.quantity?.text ?? ''), certain: true }
  }
  if (measurable.missing === 'unit' && draft.quantity)
    return { body: line(words.line.metric.deals, draft.quantity.text), certain: false }
  if (measurable.missing === 'growth') {
    const grown = growth(scope, metric, draft, facts)
    if (grown) return { body: line(word, grown.amount), certain: true, because: grown.because }
  }
  return example
}

/** 增长 20% of what the period before reached, up to the next whole unit of the currency. */
function growth(scope: Scope, metric: Metric, draft: Draft, facts: SmartFacts) {
  const [before = 0] = facts.history
  if (before <= 0 || !draft.quantity) return undefined
  const { currency } = scope.workspace
  const moreBps = inUnits(draft.quantity, 2)
  if (moreBps === undefined) return undefined
  const step = measureOf(metric) === 'money' ? 10n ** BigInt(decimalsOf(currency)) : 1n
  const exact = BigInt(before) * BigInt(10_000 + moreBps)
  const value = Number(((exact + step * 10_000n - 1n) / (step * 10_000n)) * step)
  const show = (minor: number) => showValue({ metric, unit: '' }, minor, currency, scope.locale)
  const because = texts[scope.locale].growthFrom(show(before), showPercent(moreBps, 1), show(value))
  return { amount: show(value).replaceAll(' ', ''), because }
}

function periodWord(scope: Scope, draft: Draft): string {
  const { fiscalStartMonth } = scope.workspace
  const period = draft.period ?? periodOf(scope.today, 'month', fiscalStartMonth)
  switch (kindOf(period)) {
    case 'month': {
      const bare = period.slice(0, 4) === scope.today.slice(0, 4) && period >= scope.today.slice(0, 7)
      return bare ? showPeriod(period, scope.locale, scope.today).replaceAll(' ', '') : period
    }
    case 'year':
      return scope.locale === 'zh-CN' ? `${period}年` : `in ${period}`
    default:
      return period
  }
}

function wordOf(metric: Metric, draft: Draft, locale: Locale): string {
  return metric === 'checkin' ? draft.name : texts[locale].line.metric[metric]
}

function findings(
  scope: Scope,
  goal: Goal,
  smart: Smart & Complete,
  named: GoalWords,
  parent: GoalWords | undefined,
): string[] {
  const words = texts[scope.locale].smart
  const { achievable, relevant } = smart
  const above = parent ? `${parent.label} ${parent.name}` : ''
  return [
    words.specific(metricName(goal, scope.locale)),
    words.measurable(named.value),
    achievable.state === 'jump' ? words.jump(named.show(achievable.best)) : words[achievable.state],
    'parent' in relevant ? words[relevant.state](above) : words[relevant.state],
    words.timeBound(
      showPeriod(spanOf(goal.period, scope.workspace.fiscalStartMonth).to, scope.locale, scope.today),
    ),
  ]
}
