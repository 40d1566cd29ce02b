import { joinNames } from '../kernel/locale.ts'
import { money, type Reader } from './figures.ts'
import { showFraction, showRate } from './fraction.ts'
import type { Plan } from './plan.ts'
import type { Curve, Pool } from './pool.ts'
import { teamPayTexts } from './team-pay-texts.ts'

/** What of a plan's pay comes from the deals of others, a line each: overlay, override, pool. */
export function teamPayInWords(reader: Reader, { overlay, override, pool }: Plan): string[] {
  const words = teamPayTexts[reader.locale]
  return [
    ...(overlay ? [words.overlay(overlay.of, showRate(overlay.credit))] : []),
    ...(override ? [words.override(override, showRate(override.rate))] : []),
    ...(pool ? poolInWords(reader, pool) : []),
  ]
}

function poolInWords(reader: Reader, pool: Pool): string[] {
  const words = teamPayTexts[reader.locale]
  return [
    sourceInWords(reader, pool),
    releaseInWords(reader, pool.scope, pool.curve),
    ...(pool.eligible ? [words.eligible(showRate(pool.eligible))] : []),
    divisionInWords(reader, pool),
    words.unreleased[pool.unreleased],
  ]
}

function sourceInWords(reader: Reader, { source, bonus, size, scope }: Pool): string {
  const words = teamPayTexts[reader.locale]
  if ('amountMinor' in size) return words.fixed(money(reader, size.amountMinor))
  const share = showRate(size.share)
  if (source === 'on-top') return words.onTop(share, scope)
  return source === 'bonus' ? words.fromBonus(share, bonus ?? '') : words.heldBack(share)
}

function releaseInWords({ locale }: Reader, scope: Pool['scope'], curve: Curve): string {
  const words = teamPayTexts[locale]
  if ('from' in curve) return words.released(scope, showRate(curve.from), showRate(curve.to))
  const steps = curve.map(({ at, releases }) => words.step(showRate(at), showRate(releases)))
  return words.releasedInSteps(scope, steps.join(words.betweenSteps))
}

/** Names stand in a file only; a plan in force does not tell its members what the others get. */
function divisionInWords({ locale }: Reader, { divide, weights }: Pool): string {
  const words = teamPayTexts[locale]
  const named = weights.flatMap(({ name, weight }) => (name ? [`${name} ${showFraction(weight)}`] : []))
  if (divide !== 'by-weights' || named.length === 0) return words.divided[divide]
  return words.dividedByWeights(joinNames(named, locale))
}
