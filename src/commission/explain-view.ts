import type { DealCredit } from '../deals/store.ts'
import { showMoney } from '../kernel/money.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import {
  actions,
  type Block,
  bold,
  code,
  context,
  heading,
  list,
  plain,
  quiet,
  type Spans,
  type Table,
  text,
  type View,
} from '../view/view.ts'
import type { ActivePlan } from './active-plan.ts'
import { figureOf } from './basis.ts'
import { collectedBlocks } from './collected-view.ts'
import type { Explanation } from './explain.ts'
import { exactMoney, money, showMark, showPay } from './figures.ts'
import { type Fraction, fraction, plus, showRate, times, ZERO } from './fraction.ts'
import { inStretch, labelOf } from './line-words.ts'
import { attainedAmount, exactAttained, ofMetric } from './metric-words.ts'
import { rungsOf } from './next-tier.ts'
import { attainmentPpm, baseRate, exactTarget } from './pay.ts'
import type { PayLine } from './pay-line.ts'
import { type Plan, paysLater } from './plan.ts'
import { planTexts } from './plan-texts.ts'
import { planInWords, rateInWords, showRateShort } from './plan-words.ts'
import { asValue, type Question } from './question.ts'
import { employedSince, loweredFrom, stretchBlocks } from './stretch-view.ts'
import { overlayBlocks, poolBlocks } from './team-pay-view.ts'
import { balanceBlocks } from './terms-view.ts'
import { texts } from './texts.ts'
import { sizeOf } from './tiers.ts'
import { lackingLine, nameUnlessOwn } from './views.ts'

/** What a statement says. */
export interface Stated {
  revision: number
  totalMinor: number
  planVersion: number | undefined
}

/** Where a target came from. */
export interface TargetSource {
  goal: number
  by: string | undefined
  on: string
}

const DEALS_ON_A_PAGE = 20 // more would be a wall of figures; their sum is there instead

/** A whole calculation, line by line; the lines add up to the same cent as `/commission` says. */
export function explainView(
  scope: Acting,
  question: Question,
  active: ActivePlan,
  explanation: Explanation,
  source: TargetSource | undefined,
  page = 1,
  stated?: Stated,
): View {
  const words = texts[scope.locale]
  const title = words.explainTitle({
    whose: nameUnlessOwn(scope, question),
    period: showPeriod(question.period, scope.locale, scope.today),
    pay: showPay(scope, explanation.totalMinor),
  })
  return {
    summary: title,
    blocks: [
      heading(title),
      ...statedBlocks(scope, question, stated),
      ...planBlocks(scope, active),
      ...targetBlocks(scope, active, explanation, source),
      ...creditBlocks(scope, question, active.plan, explanation, page),
      ...overlayBlocks(scope, active.plan, explanation.facts),
      ...collectedBlocks(scope, active.plan, explanation),
      ...tierBlocks(scope, active, explanation),
      ...poolBlocks(scope, explanation.lines),
      ...balanceBlocks(scope, explanation),
      ...provisionalBlocks(scope, explanation),
    ],
  }
}

/** What the period was closed with: a later change has made the calculation above another one. */
function statedBlocks(scope: Acting, { period }: Question, stated: Stated | undefined): Block[] {
  if (!stated) return []
  const { revision, totalMinor, planVersion } = stated
  return [
    context(
      texts[scope.locale].stated({
        period: showPeriod(period, scope.locale, scope.today),
        revision,
        pay: money(scope, totalMinor),
        version: planVersion,
      }),
    ),
  ]
}

function planBlocks(scope: Acting, { plan, version, effectiveFrom }: ActivePlan): Block[] {
  const words = texts[scope.locale]
  return [text(words.planLine(version, effectiveFrom, showRate(plan.rate))), list(planInWords(scope, plan))]
}

function targetBlocks(
  scope: Acting,
  { plan }: ActivePlan,
  { facts, stretches, employment }: Explanation,
  source: TargetSource | undefined,
): Block[] {
  const words = texts[scope.locale]
  const ppm = attainmentPpm(plan, facts)
  if (ppm === undefined) return []
  const target = exactAttained(scope, facts, exactTarget(plan, facts))
  const from = source && plan.targetMinor === undefined ? words.targetFrom(source) : ''
  const reached = attainedAmount(scope, facts, facts.attainedMinor)
  return [
    text(words.targetLine(ofMetric(scope, facts) + target) + loweredFrom(scope, plan, facts) + from),
    ...(employment ? [context(employedSince(scope, employment))] : []),
    ...stretchBlocks(scope, plan, stretches),
    text(words.attainmentLine(reached, target, showPercent(ppm / 100))),
  ]
}

function creditBlocks(
  scope: Acting,
  question: Question,
  plan: Plan,
  { credits, facts }: Explanation,
  page: number,
): Block[] {
  const words = texts[scope.locale]
  if (credits.length === 0) return [text(words.noCredits)]
  const pages = Math.ceil(credits.length / DEALS_ON_A_PAGE)
  const current = Math.min(Math.max(1, page), pages)
  const shown = credits.slice((current - 1) * DEALS_ON_A_PAGE, current * DEALS_ON_A_PAGE)
  const rest = credits.length - shown.length
  const counted = (credit: DealCredit) => figureOf(credit, plan.basis) ?? 0
  const sum = (of: readonly DealCredit[]) => of.reduce((total, credit) => total + counted(credit), 0)
  const { number, customer, signed, amount, share, credit } = words.dealColumns
  const table: Table = {
    kind: 'table',
    columns: [
      { title: number, align: 'left' },
      { title: customer, align: 'left' },
      { title: signed, align: 'left' },
      { title: amount, align: 'right' },
      { title: share, align: 'right' },
      { title: credit, align: 'right' },
      { title: '', align: 'left' },
    ],
    rows: [
      ...shown.map((one) => creditRow(scope, one, counted(one))),
      ...(rest > 0 ? [sumRow(words.earlier(rest), money(scope, sum(credits) - sum(shown)))] : []),
      sumRow(words.sum, money(scope, sum(credits))),
    ],
  }
  const next = {
    label: words.nextPage,
    action: 'commission.explain',
    value: `${asValue(question)} ${(current % pages) + 1}`,
  }
  const each = { label: words.everyDeal, action: 'commission.explain-deals', value: asValue(question) }
  return [
    text(words.creditsTitle(credits.length, money(scope, sum(credits)))),
    table,
    ...lackingLine(scope, plan, facts),
    ...(pages > 1 ? [context(words.page(current, pages))] : []),
    actions(...(pages > 1 ? [next] : []), each),
  ]
}

function creditRow(scope: Acting, credit: DealCredit, counted: number): Spans[] {
  const words = texts[scope.locale]
  return [
    [code(`D-${credit.number}`)],
    [plain(credit.customer)],
    [plain(credit.signedOn)],
    [plain(showMoney(credit.dealMinor, credit.currency, scope.locale))],
    [plain(showRate(fraction(credit.shareBps, 10_000)))],
    [plain(money(scope, counted))],
    credit.confirmed ? [] : [quiet(words.waiting)],
  ]
}

const sumRow = (label: string, amount: string): Spans[] => [[bold(label)], [], [], [], [], [bold(amount)], []]

function tierBlocks(scope: Acting, { plan }: ActivePlan, explanation: Explanation): Block[] {
  const words = texts[scope.locale]
  const { lines, exact, earnedMinor, totalMinor, rounding, facts } = explanation
  if (lines.length === 0 && paysLater(plan)) return [text(words.nothingCameIn)]
  if (lines.length === 0) {
    const [lowest] = rungsOf(plan, exactTarget(plan, facts))
    return lowest
      ? [text(words.nothingUnlocked(showMark(lowest.mark, scope.workspace.currency, scope.locale)))]
      : []
  }
  const { slice, credit, rate, commission } = words.tierColumns
  const base = baseRate(plan, facts)
  const slices = lines.flatMap((line) => (line.kind === 'slice' ? [line] : []))
  const table: Table = {
    kind: 'table',
    columns: [
      { title: slice, align: 'left' },
      { title: credit, align: 'right' },
      { title: rate, align: 'left' },
      { title: commission, align: 'right' },
    ],
    rows: [
      ...slices.map((line) => [
        [plain(inStretch(scope, line, `${exactMoney(scope, line.from)} – ${exactMoney(scope, line.to)}`))],
        [plain(exactMoney(scope, sizeOf(line)))],
        [plain(line.stretch ? showRateShort(line.rate) : rateInWords(scope, line.tier, base))],
        [plain(money(scope, line.minor))],
      ]),
      ...lines.flatMap((line) => otherRow(scope, explanation, line)),
      [
        [bold(words.sum)],
        [bold(exactMoney(scope, slices.map(paidOn).reduce(plus, ZERO)))],
        [],
        [bold(money(scope, totalMinor))],
      ],
    ],
  }
  const round =
    rounding.num === 0n
      ? words.noRounding
      : words.rounding(exactMoney(scope, exact), money(scope, earnedMinor))
  const blended =
    plan.rates.length > 0 ? [text(planTexts[scope.locale].blendedRate(showRateShort(base)))] : []
  return [...blended, table, context(round)]
}

/** What of a slice's credit is a blended stretch's own. */
const paidOn = (line: PayLine & { kind: 'slice' }): Fraction =>
  line.stretch?.weight ? times(sizeOf(line), line.stretch.weight) : sizeOf(line)

/** A line that is not a slice: a bonus, or what a cap takes off. */
function otherRow(scope: Acting, { credits, teams }: Explanation, line: PayLine): Spans[][] {
  const numberOf = (deal: string | undefined) => credits.find((credit) => credit.deal === deal)?.number
  const label = labelOf(scope, line, numberOf, (team) => teams.get(team))
  return label === undefined ? [] : [[[plain(label)], [], [], [plain(money(scope, line.minor))]]]
}

function provisionalBlocks(scope: Acting, { totalMinor, confirmed, facts }: Explanation): Block[] {
  if (confirmed.creditMinor === facts.creditMinor && confirmed.payMinor === totalMinor) return []
  return [
    context(
      texts[scope.locale].confirmedOnly({
        signed: money(scope, confirmed.creditMinor),
        pay: money(scope, confirmed.payMinor),
        rest: money(scope, totalMinor - confirmed.payMinor),
      }),
    ),
  ]
}
