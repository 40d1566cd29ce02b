import { totalOf } from '../deals/store.ts'
import { monthsOf, type Period, periodOf } from '../kernel/period.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { bold, plain, type Spans, text, type View } from '../view/view.ts'
import type { ActivePlan } from './active-plan.ts'
import { money, showPay } from './figures.ts'
import { type PayStanding, payStanding } from './pay-of.ts'
import type { Question } from './question.ts'
import { texts } from './texts.ts'
import { nameUnlessOwn } from './views.ts'

/** Commission over a span longer than the plan's own: each of its periods, and their sum. */
export async function showSeveral(scope: Acting, question: Question, active: ActivePlan): Promise<View> {
  const words = texts[scope.locale]
  const rows: Spans[][] = []
  let sum = 0n
  for (const period of periodsWithin(scope, question.period, active)) {
    const standing = await payStanding(scope, question.person.id, period)
    if (typeof standing !== 'string') sum += standing.earnedMinor
    rows.push(await rowOf(scope, question, period, standing))
  }
  rows.push([[bold(words.sum)], [], [], [bold(money(scope, sum))]])
  const title = words.longTitle({
    whose: nameUnlessOwn(scope, question),
    period: showPeriod(question.period, scope.locale, scope.today),
    pay: showPay(scope, sum),
  })
  return {
    summary: title,
    blocks: [
      text(title),
      {
        kind: 'table',
        columns: [
          { title: words.periodColumn, align: 'left' },
          { title: words.signedColumn, align: 'right' },
          { title: words.attainmentColumn, align: 'right' },
          { title: words.payColumn, align: 'right' },
        ],
        rows,
      },
    ],
  }
}

/** The plan's periods within a longer one that have begun. */
function periodsWithin(scope: Acting, period: Period, { plan }: ActivePlan): Period[] {
  const { fiscalStartMonth } = scope.workspace
  const all = monthsOf(period, fiscalStartMonth).map((month) =>
    periodOf(`${month}-01`, plan.period, fiscalStartMonth),
  )
  const now = periodOf(scope.today, plan.period, fiscalStartMonth)
  return [...new Set(all)].filter((one) => one <= now)
}

async function rowOf(
  scope: Acting,
  question: Question,
  period: Period,
  standing: PayStanding | string,
): Promise<Spans[]> {
  const words = texts[scope.locale]
  const name = [plain(showPeriod(period, scope.locale, scope.today))]
  if (typeof standing === 'string') {
    const { signedMinor } = await totalOf(scope, question.person.id, period)
    return [name, [plain(money(scope, signedMinor))], [plain('—')], [plain(words.notCalculated)]]
  }
  return [
    name,
    [plain(money(scope, standing.total.signedMinor))],
    [plain(standing.attainmentPpm === undefined ? '—' : showPercent(standing.attainmentPpm / 100))],
    [plain(money(scope, standing.earnedMinor))],
  ]
}
