import { joinNames } from '../kernel/locale.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import {
  type AttainmentBar,
  actions,
  type Block,
  type Button,
  context,
  plainText,
  spans,
  text,
  type View,
} from '../view/view.ts'
import { money, showMark, showPay } from './figures.ts'
import { floor, fraction } from './fraction.ts'
import { type LatePay, latelyBlocks } from './lately.ts'
import { labelOf } from './line-words.ts'
import { attainedAmount, ofMetric } from './metric-words.ts'
import { exactTarget, type Facts, targetOf } from './pay.ts'
import type { PayStanding } from './pay-of.ts'
import { metricOf, type Plan, paysLater } from './plan.ts'
import { asValue, type Question } from './question.ts'
import { stretchTexts } from './stretch-texts.ts'
import { linesOf, poolBlocks, provisionalByOthers } from './team-pay-view.ts'
import { termsBlocks } from './terms-view.ts'
import { texts } from './texts.ts'
import { ticksOf } from './ticks.ts'
import { unlockedTiers } from './tiers.ts'

/** The one sentence: attainment, pay so far, and what the next tier is worth. */
export function payInOneSentence(scope: Acting, question: Question, standing: PayStanding): string {
  const words = texts[scope.locale]
  return [earningSentence(scope, question, standing), nextSentence(scope, question, standing)]
    .filter((sentence) => sentence !== '')
    .join(words.betweenSentences)
}

/** Attainment on a bar, the money at each of its ticks, and what of it is provisional. */
export function payInPictures(scope: Acting, question: Question, standing: PayStanding): Block[] {
  const words = texts[scope.locale]
  const { total, provisionalMinor, expected } = standing
  const unconfirmed = total.signedMinor - total.confirmedMinor
  const bar = attainmentBar(scope, question.period, standing)
  const waiting =
    provisionalMinor > 0n
      ? words.provisional(money(scope, provisionalMinor), money(scope, unconfirmed))
      : words.unconfirmed(money(scope, unconfirmed))
  const comesIn =
    expected && expected.uncollectedMinor > 0n
      ? words.expected(
          money(scope, expected.uncollectedMinor),
          expected.payMinor === undefined ? undefined : money(scope, expected.payMinor),
        )
      : undefined
  return [
    ...(bar ? [bar] : []),
    ...(unconfirmed > 0 ? [context(waiting)] : provisionalByOthers(scope, standing)),
    ...poolBlocks(scope, linesOf(standing)),
    ...(comesIn ? [context(comesIn)] : []),
    ...lackingLine(scope, standing.active.plan, standing.facts),
    ...aimlessCollections(scope, standing).map((line) => context(line)),
  ]
}

/** Deals that count nothing because nobody has said the figure that the plan counts. */
export function lackingLine({ locale }: Acting, { basis }: Plan, { lacking = [] }: Facts): Block[] {
  if (basis === 'amount' || lacking.length === 0) return []
  const words = texts[locale]
  const named = lacking.slice(0, MOST_NAMED).map((number) => `D-${number}`)
  const more = lacking.length - named.length
  const all = joinNames(more > 0 ? [...named, words.more(more)] : named, locale)
  return [context(words.lacking(words.bases[basis], lacking.length, all, lacking[0] ?? 0))]
}

const MOST_NAMED = 10 // more is a list's matter

/** Money that came in for deals of a period without a target: that nothing is calculated for it has to be said. */
function aimlessCollections(scope: Acting, { settled }: PayStanding): string[] {
  if (!settled || typeof settled.pay === 'string') return []
  const aimless = settled.pay.lines.filter((line) => line.kind === 'collected' && line.unknown !== undefined)
  return aimless.map((line) => labelOf(scope, line, () => undefined) ?? '')
}

/** The answer to `/commission`. */
export function commissionView(
  scope: Acting,
  question: Question,
  standing: PayStanding,
  latest: { number: number; customer: string; signedOn: string; creditMinor: number } | undefined,
  lately: readonly LatePay[],
): View {
  const words = texts[scope.locale]
  const sentence = payInOneSentence(scope, question, standing)
  const last =
    latest &&
    words.latest({
      number: latest.number,
      customer: latest.customer,
      date: showPeriod(latest.signedOn, scope.locale, scope.today),
      credit: money(scope, latest.creditMinor),
    })
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...payInPictures(scope, question, standing),
      ...(standing.settled && typeof standing.settled.pay !== 'string'
        ? termsBlocks(scope, standing.settled.pay)
        : []),
      ...latelyBlocks(scope, lately),
      ...(last ? [context(last)] : []),
      actions(...payButtons(scope, question)),
    ],
  }
}

/** How, and What if: the latter only for one's own running period. */
export function payButtons(scope: Acting, question: Question): Button[] {
  const words = texts[scope.locale]
  const value = asValue(question)
  const own = question.person.id === scope.person.id
  return [
    { label: words.explain, action: 'commission.explain', value },
    ...(own ? [{ label: words.whatIf, action: 'commission.whatif', value }] : []),
  ]
}

/** No target: that nothing is calculated, and the way to change it. */
export function noTargetView(
  scope: Acting,
  question: Question,
  manager: string | undefined,
  plan: Plan | undefined,
): View {
  const words = texts[scope.locale]
  const whose = nameUnlessOwn(scope, question)
  const period = showPeriod(question.period, scope.locale, scope.today)
  const metric = plan && metricOf(plan)
  if (metric !== undefined) {
    const { noMetric, noMetricWayOut } = stretchTexts[scope.locale]
    const sentence = noMetric(whose, period, metric)
    return { summary: sentence, blocks: [text(sentence), context(noMetricWayOut(metric, question.period))] }
  }
  const own = whose === undefined && manager !== undefined
  const content = spans(words.noTarget({ whose, period, manager }))
  return {
    summary: plainText(content),
    blocks: [
      text(content),
      own
        ? actions({
            label: words.remind,
            action: 'commission.remind',
            value: question.period,
            tone: 'primary',
          })
        : context(words.noTargetWayOut),
    ],
  }
}

/** A person's name, unless it is the reader's own. */
export function nameUnlessOwn(scope: Acting, { person }: Question): string | undefined {
  return person.id === scope.person.id ? undefined : person.name
}

function earningSentence(scope: Acting, question: Question, standing: PayStanding): string {
  const words = texts[scope.locale]
  const whose = nameUnlessOwn(scope, question)
  const period = showPeriod(question.period, scope.locale, scope.today)
  const earned = showPay(scope, standing.earnedMinor)
  if (standing.attainmentPpm === undefined) {
    const signed = money(scope, standing.total.signedMinor)
    return words.earningWithoutTarget({ whose, period, signed, pay: earned })
  }
  const { active, facts, next } = standing
  const target = exactTarget(active.plan, facts)
  const locked = unlockedTiers(active.plan, target, facts.attainedMinor).length === 0
  return words.earning({
    whose,
    period: period + ofMetric(scope, facts),
    attainment: showPercent(standing.attainmentPpm / 100),
    pay: earned,
    below: locked && next ? showMark(next.unlock, scope.workspace.currency, scope.locale) : undefined,
  })
}

/** What the next tier is worth, while there is time to reach it. */
export function nextSentence(scope: Acting, question: Question, standing: PayStanding): string {
  const words = texts[scope.locale]
  const { next, active } = standing
  const { fiscalStartMonth, currency } = scope.workspace
  if (question.period < periodOf(scope.today, active.plan.period, fiscalStartMonth)) return ''
  if (next && standing.facts.metric)
    return stretchTexts[scope.locale].gapInMetric({
      metric: standing.facts.metric.name,
      gap: attainedAmount(scope, standing.facts, next.gapMinor),
      tier: showMark(next.unlock, currency, scope.locale),
      after: showPay(scope, next.payMinor),
      more: showPay(scope, next.moreMinor),
    })
  if (next)
    return words.gap({
      whose: nameUnlessOwn(scope, question),
      gap: showPay(scope, next.gapMinor),
      tier: showMark(next.unlock, currency, scope.locale),
      after: showPay(scope, next.payMinor),
      more: showPay(scope, next.moreMinor),
      by: byWhat(active.plan),
    })
  const { further } = standing
  if (!further) return ''
  if (further.moreMinor === 0n) return active.plan.terms.draw ? '' : words.capped
  return words.top(showPay(scope, further.stepMinor), showPay(scope, further.moreMinor), byWhat(active.plan))
}

function byWhat(plan: Plan) {
  if (plan.attain === 'collected') return 'collecting'
  return paysLater(plan) ? 'once collected' : 'signing'
}

function attainmentBar(scope: Acting, period: Period, standing: PayStanding): AttainmentBar | undefined {
  const { active, facts, confirmed } = standing
  const target = targetOf(active.plan, facts)
  if (target <= 0n) return undefined
  const bps = (minor: bigint) => Number(floor(fraction((minor > 0n ? minor : 0n) * 10_000n, target)))
  const all = facts.attainedMinor
  const waiting = all - confirmed.attainedMinor
  const confirmedBps = bps(waiting > 0n ? confirmed.attainedMinor : all)
  return {
    kind: 'attainment',
    label: texts[scope.locale].barLabel(
      showPeriod(period, scope.locale, scope.today) + ofMetric(scope, facts),
      attainedAmount(scope, facts, target),
    ),
    confirmedBps,
    provisionalBps: bps(all) - confirmedBps,
    ticks: ticksOf(scope, standing),
  }
}
