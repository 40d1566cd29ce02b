import { NO_BALANCES } from '../commission/payout.ts'
import { balancesInWords, termsLabel } from '../commission/terms-line-words.ts'
import { dateAt, timeAt } from '../kernel/calendar.ts'
import { SAY } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  code,
  context,
  heading,
  plain,
  type Spans,
  say,
  text,
  type View,
} from '../view/view.ts'
import { linesOf, type ShownLine, signed } from './lines.ts'
import type { ClosedPeriod } from './period-store.ts'
import { type Stated, statedIn } from './stated.ts'
import type { Issued } from './store.ts'
import { texts } from './texts.ts'

/** What everybody gets when their statement is issued: the total, and the question whether it is right. */
export function issuedCard(scope: Scope, issued: Issued): View {
  const words = texts[scope.locale]
  const period = showPeriod(issued.period, scope.locale, scope.today)
  const total = showMoney(issued.totalMinor, issued.currency, scope.locale)
  const sentence =
    issued.reason === undefined
      ? words.issued(period, total)
      : words.issuedAgain(period, issued.revision, total, issued.reason)
  const show = { label: words.showStatement, action: SAY, value: `/commission statement ${issued.period}` }
  return say(sentence, ...answerButtons(scope, issued), show)
}

/** The statement as it was stored, with what has been said to it. */
export async function statementView(
  scope: Acting,
  issued: Issued,
  closed: ClosedPeriod,
  whose: string | undefined,
): Promise<View> {
  const words = texts[scope.locale]
  const stated = statedIn(issued.document)
  const title = words.statementTitle({
    whose,
    period: showPeriod(issued.period, scope.locale, scope.today),
    total: showMoney(issued.totalMinor, issued.currency, scope.locale),
    state: words.states[closed.state],
  })
  const mayAnswer = whose === undefined && closed.state === 'frozen' && issued.answer === undefined
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(stated.plan ? [text(words.planLine(stated.plan.version, stated.plan.from))] : []),
      ...(stated.notCalculated ? [text(words.noCalculation[stated.notCalculated])] : []),
      lineTable(scope, issued, stated, await linesOf(scope, stated)),
      ...balancesInWords(scope, stated.terms.balances ?? NO_BALANCES).map((line) => context(line)),
      ...dealBlocks(scope, issued, stated),
      ...(issued.answer ? [context(words.answered[issued.answer])] : []),
      context([
        plain(words.revisionLine(issued.revision, momentOf(scope, issued.asOf))),
        code(issued.hash.slice(0, 16)),
      ]),
      ...(mayAnswer ? [actions(...answerButtons(scope, issued))] : []),
    ],
  }
}

function momentOf({ workspace }: Scope, instant: string): string {
  return `${dateAt(instant, workspace.zone)} ${timeAt(instant, workspace.zone)}`
}

function answerButtons({ locale }: Scope, { period, person, revision }: Issued): Button[] {
  const words = texts[locale]
  const value = `${period} ${person} ${revision}`
  return [
    { label: words.right, action: 'statement.right', value, tone: 'primary' },
    { label: words.off, action: 'statement.off', value },
  ]
}

function lineTable(scope: Scope, issued: Issued, { terms }: Stated, lines: readonly ShownLine[]): Block {
  const words = texts[scope.locale]
  const { currency, totalMinor } = issued
  const earnedMinor = terms.lines.reduce((sum, line) => sum - line.minor, BigInt(issued.earnedMinor))
  const money = (minor: bigint | number) => showMoney(minor, currency, scope.locale)
  return {
    kind: 'table',
    columns: [
      { title: words.lineColumns.line, align: 'left' },
      { title: words.lineColumns.amount, align: 'right' },
    ],
    rows: [
      [[plain(words.earned)], [plain(money(earnedMinor))]],
      ...terms.lines.map((line) => [
        [plain(termsLabel(scope, line))],
        [plain(line.minor === 0n ? '' : signed(line.minor, currency, scope.locale))],
      ]),
      ...lines.map(({ label, minor }) => [[plain(label)], [plain(signed(minor, currency, scope.locale))]]),
      [[bold(words.total)], [bold(money(totalMinor))]],
    ],
  }
}

const DEALS_SHOWN = 20 // the rest is counted; `explain` turns pages

function dealBlocks(scope: Scope, issued: Issued, { deals, unconfirmed }: Stated): Block[] {
  const words = texts[scope.locale]
  const { number, customer, signed: on, credit } = words.dealColumns
  const rows: Spans[][] = deals
    .slice(0, DEALS_SHOWN)
    .map((deal) => [
      [code(`D-${deal.number}`)],
      [plain(deal.customer)],
      [plain(deal.signedOn)],
      [plain(showMoney(deal.minor, issued.currency, scope.locale))],
    ])
  const rest = deals.length - rows.length
  const waiting = joinNames(
    unconfirmed.slice(0, DEALS_SHOWN).map((one) => `D-${one}`),
    scope.locale,
  )
  return [
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { title: number, align: 'left' as const },
              { title: customer, align: 'left' as const },
              { title: on, align: 'left' as const },
              { title: credit, align: 'right' as const },
            ],
            rows,
          },
        ]
      : []),
    ...(rest > 0 ? [context(words.otherDeals(rest))] : []),
    ...(waiting === '' ? [] : [context(words.notPaidYet(waiting))]),
  ]
}
