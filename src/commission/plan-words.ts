import { joinNames } from '../kernel/locale.ts'
import { money, type Reader, showMark } from './figures.ts'
import { compare, type Fraction, fraction, ONE, showFraction, showRate, times } from './fraction.ts'
import type { Bonus, Mark, Plan, Tier, Which } from './plan.ts'
import { planTexts } from './plan-texts.ts'
import { stretchTexts } from './stretch-texts.ts'
import { stretchesInWords } from './stretch-words.ts'
import { teamPayInWords } from './team-pay-words.ts'
import { termsInWords } from './terms-words.ts'
import { rateOf } from './tiers.ts'

/** A plan in words: what counts, its rates, ladder, bonuses and caps, a line each. */
export function planInWords(reader: Reader, plan: Plan): string[] {
  const words = planTexts[reader.locale]
  return [
    words.planBasis(words.everyPeriod[plan.period], basisInWords(reader, plan)),
    ...(plan.basis === 'amount' ? [] : [words.counted[plan.basis]]),
    ...(plan.targetMinor === undefined ? [] : [words.ownTarget(money(reader, plan.targetMinor))]),
    ...(plan.gate ? [words.gateLine(showMark(plan.gate, reader.workspace.currency, reader.locale))] : []),
    ...ratesInWords(reader, plan),
    ...tiersInWords(reader, plan),
    ...plan.bonuses.map((bonus) => bonusInWords(reader, bonus)),
    ...(plan.caps.dealMinor === undefined ? [] : [words.dealCap(money(reader, plan.caps.dealMinor))]),
    ...(plan.caps.periodMinor === undefined
      ? []
      : [words.periodCap(plan.period, money(reader, plan.caps.periodMinor))]),
    ...stretchesInWords(reader, plan),
    ...teamPayInWords(reader, plan),
    ...termsInWords(reader, plan),
  ]
}

function basisInWords({ locale }: Reader, { attain, pay }: Plan): string {
  return typeof attain === 'object'
    ? stretchTexts[locale].metricBasis(attain.metric, pay)
    : planTexts[locale].basis[`${attain} ${pay}`]
}

/** A plan's tiers in words, one line each: `达到 80% 起：全部签约 × 5%`. */
export function tiersInWords(reader: Reader, plan: Plan): string[] {
  const words = planTexts[reader.locale]
  const several = plan.rates.length > 0
  return plan.tiers.map((tier) => {
    const part = coverInWords(reader, tier)
    const rate = several ? rateOfSeveral(reader, tier) : rateInWords(reader, tier, plan.rate)
    return isBottom(tier.unlock)
      ? words.tierAlways(part, rate)
      : words.tierFrom(showMark(tier.unlock, reader.workspace.currency, reader.locale), part, rate)
  })
}

/** How a tier's rate comes about on credit of a rate: `6%（5% × 1.2）`. */
export function rateInWords(reader: Reader, tier: Tier, rate: Fraction): string {
  const words = planTexts[reader.locale]
  const [base, result] = [showRateShort(rate), showRateShort(rateOf(tier, rate))]
  if ('add' in tier.rate) return words.pointsAdded(base, showFraction(inPercent(tier.rate.add)), result)
  if ('multiply' in tier.rate && compare(tier.rate.multiply, ONE) !== 0)
    return words.multiplied(base, showFraction(tier.rate.multiply), result)
  return result
}

export function bonusInWords(reader: Reader, bonus: Bonus): string {
  const words = planTexts[reader.locale]
  const amount = money(reader, bonus.amountMinor)
  if ('each' in bonus) return words.bonusEach(bonus.name, whichInWords(reader, bonus.each), amount)
  const at = showMark(bonus.reach, reader.workspace.currency, reader.locale)
  return words.bonusReach(bonus.name, at, amount)
}

/** A rate with at most four decimals of a per cent; `≈` where it has more. */
export function showRateShort(rate: Fraction): string {
  const whole = showRate(rate)
  if (/^-?\d+(\.\d{1,4})?%$/.test(whole)) return whole
  const scaled = times(rate, fraction(1_000_000n))
  return `≈${showRate(fraction((scaled.num * 2n + scaled.den) / (scaled.den * 2n), 1_000_000n))}`
}

function ratesInWords(reader: Reader, plan: Plan): string[] {
  const words = planTexts[reader.locale]
  if (plan.rates.length === 0) return []
  return [
    ...plan.rates.map(({ when, rate }) => words.rateOfSome(whichInWords(reader, when), showRate(rate))),
    words.rateOfOthers(showRate(plan.rate)),
  ]
}

/** On deals of several rates a tier says only what it makes of them. */
function rateOfSeveral(reader: Reader, { rate }: Tier): string {
  const words = planTexts[reader.locale]
  if ('set' in rate) return showRate(rate.set)
  if ('add' in rate) return words.ownRatePlus(showFraction(inPercent(rate.add)))
  return compare(rate.multiply, ONE) === 0 ? words.ownRate : words.ownRateTimes(showFraction(rate.multiply))
}

function whichInWords({ locale }: Reader, which: Which): string {
  const words = planTexts[locale]
  const parts = [
    ...(which.customer ? [words.customers[which.customer]] : []),
    ...(which.products ? [words.byProduct(which.products.join(' / '))] : []),
    ...(which.channels ? [words.byChannel(which.channels.join(' / '))] : []),
    ...(which.discount ? [words.byDiscount(showRate(which.discount.from), showRate(which.discount.to))] : []),
    ...(which.from || which.to ? [words.signedWithin(which.from, which.to)] : []),
  ]
  return parts.length === 0 ? words.anyDeal : joinNames(parts, locale)
}

function coverInWords(reader: Reader, { covers }: Tier): string {
  const words = planTexts[reader.locale]
  const show = (mark: Mark) => showMark(mark, reader.workspace.currency, reader.locale)
  if (!covers.to) return isBottom(covers.from) ? words.everything : words.above(show(covers.from))
  return isBottom(covers.from)
    ? words.upTo(show(covers.to))
    : words.between(show(covers.from), show(covers.to))
}

const inPercent = (value: Fraction) => times(value, fraction(100n))

const isBottom = (mark: Mark) => ('share' in mark ? mark.share.num === 0n : mark.amountMinor === 0n)
