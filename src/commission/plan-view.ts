import { context, heading, list, plain, text, type View } from '../view/view.ts'
import { money, type Reader, showMark, showPay } from './figures.ts'
import { showRate } from './fraction.ts'
import { rateAboveAll } from './high-rates.ts'
import { metricOf, type Plan } from './plan.ts'
import { planTexts } from './plan-texts.ts'
import { planInWords } from './plan-words.ts'
import { stretchTexts } from './stretch-texts.ts'
import { teamPayTexts } from './team-pay-texts.ts'
import { termsTexts } from './terms-texts.ts'
import { paysInParts } from './terms-words.ts'
import { dropsOf, workedTable } from './worked-table.ts'

/** A plan in words, what it pays at the usual attainments of a target, and where signing more would pay less. */
export function planView(reader: Reader, title: string, plan: Plan, targetMinor: bigint): View {
  const words = planTexts[reader.locale]
  const { attainment, signed, pay } = words.workedColumns
  const perDeal = plan.bonuses.some((bonus) => 'each' in bonus)
  const ownAlone = plan.overlay ?? plan.override ?? plan.pool
  const above = rateAboveAll(plan)
  const drops = dropsOf(plan, targetMinor).map(({ at, beforeMinor, afterMinor }) =>
    words.drop(
      showMark(at, reader.workspace.currency, reader.locale),
      showPay(reader, beforeMinor),
      showPay(reader, afterMinor),
    ),
  )
  return {
    summary: title,
    blocks: [
      heading(title),
      list(planInWords(reader, plan)),
      text(
        metricOf(plan) === undefined
          ? words.workedTitle(money(reader, targetMinor), perDeal)
          : stretchTexts[reader.locale].workedOnCredit(money(reader, targetMinor)),
      ),
      {
        kind: 'table',
        columns: [
          { title: attainment, align: 'right' },
          { title: signed, align: 'right' },
          { title: pay, align: 'right' },
        ],
        rows: workedTable(plan, targetMinor).map((row) => [
          [plain(row.attainment)],
          [plain(money(reader, row.creditMinor))],
          [plain(money(reader, row.payMinor))],
        ]),
      },
      ...(ownAlone ? [context(teamPayTexts[reader.locale].ownAlone)] : []),
      ...(paysInParts(plan.terms) ? [context(termsTexts[reader.locale].tableIsEarned)] : []),
      ...(above ? [context(words.rateAboveAll(showRate(above)))] : []),
      ...drops.map((sentence) => context(sentence)),
    ],
  }
}
