import { joinSentences } from '../kernel/locale.ts'
import type { Employment } from '../people/store.ts'
import { type Block, list, text } from '../view/view.ts'
import type { Reader } from './figures.ts'
import { compare, fraction, times } from './fraction.ts'
import { attainedAmount } from './metric-words.ts'
import { exactTarget, type Facts, wholeTarget } from './pay.ts'
import type { Plan } from './plan.ts'
import { planName } from './plan-name.ts'
import { showRateShort } from './plan-words.ts'
import { stretchTexts } from './stretch-texts.ts'
import type { Stretch } from './stretches.ts'
import { asFraction } from './tiers.ts'

/** How much of the whole target counts, where it is not all: `（100,000 元的 75%）`. */
export function loweredFrom(reader: Reader, plan: Plan, facts: Facts): string {
  const [whole, counted] = [wholeTarget(plan, facts), asFraction(exactTarget(plan, facts))]
  if (whole <= 0n || compare(counted, fraction(whole)) === 0) return ''
  const share = showRateShort(times(counted, fraction(1n, whole)))
  return stretchTexts[reader.locale].lowered(attainedAmount(reader, facts, whole), share)
}

/** Since when somebody is there, or that nobody has said so. */
export function employedSince({ locale }: Reader, { joinedOn, lastDay }: Employment): string {
  const words = stretchTexts[locale]
  const since = joinedOn === undefined ? words.joinedUnknown : words.joined(joinedOn)
  return joinSentences(lastDay === undefined ? [since] : [since, words.lastDay(lastDay)], locale)
}

/** The stretches of a period within which the plan has changed. */
export function stretchBlocks(
  { locale }: Reader,
  { stretches: how }: Plan,
  stretches: readonly Stretch[],
): Block[] {
  const [only, another] = stretches
  if (!only || !another) return []
  const words = stretchTexts[locale]
  const lines = stretches.map(({ from, to, active, share }) =>
    words.stretchLine(
      words.stretch(from, to),
      planName(active.plan, locale),
      active.version,
      showRateShort(share),
    ),
  )
  return [text(words.stretchesTitle[how]), list(lines)]
}
