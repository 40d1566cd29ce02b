import { joinSentences } from '../kernel/locale.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { type Block, context } from '../view/view.ts'
import { money, type Reader } from './figures.ts'
import { floor, fraction, times } from './fraction.ts'
import type { Facts } from './pay.ts'
import type { PayLine } from './pay-line.ts'
import type { PayStanding } from './pay-of.ts'
import { needsOthers } from './plain.ts'
import type { Plan } from './plan.ts'
import { showRateShort } from './plan-words.ts'
import { teamPayTexts } from './team-pay-texts.ts'

/** What somebody puts into their pool and gets of it, and what all who share it may know. */
export function poolBlocks(reader: Reader, lines: readonly PayLine[]): Block[] {
  const words = teamPayTexts[reader.locale]
  const putIn = lines.find((line) => line.kind === 'pool-put-in')
  return lines.flatMap((line) => {
    if (line.kind !== 'pool-share') return []
    const own = words.poolOwn(putIn && money(reader, -putIn.minor), money(reader, line.minor))
    const pool = words.pool({
      scope: line.scope,
      size: money(reader, line.sizeMinor),
      carriedIn: line.carriedInMinor === 0n ? undefined : money(reader, line.carriedInMinor),
      attainment: showPercent(Number(floor(times(line.attainment, fraction(10_000n))))),
      release: showRateShort(line.release),
      released: money(reader, line.releasedMinor),
      eligible: line.eligible,
    })
    const barred = line.entitled || line.eligible === 0 ? [] : [words.poolNotEntitled]
    return [context(joinSentences([own, pool, ...barred], reader.locale))]
  })
}

/** What the plan counts beyond one's own shares. */
export function overlayBlocks(reader: Reader, { overlay }: Plan, { overlayMinor }: Facts): Block[] {
  if (!overlay || !overlayMinor) return []
  return [context(teamPayTexts[reader.locale].overlayLine(money(reader, overlayMinor), overlay.of))]
}

/** Pay can wait for the confirmation of others' deals as well. */
export function provisionalByOthers(reader: Reader, { active, provisionalMinor }: PayStanding): Block[] {
  if (!needsOthers(active.plan) || provisionalMinor <= 0n) return []
  return [context(teamPayTexts[reader.locale].provisionalByOthers(money(reader, provisionalMinor)))]
}

export const linesOf = ({ settled }: PayStanding): readonly PayLine[] =>
  settled && typeof settled.pay !== 'string' ? settled.pay.lines : []
