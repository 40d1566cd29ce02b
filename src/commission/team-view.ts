import type { Period } from '../kernel/period.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { bold, context, heading, plain, type Spans, text, type View } from '../view/view.ts'
import { money } from './figures.ts'
import type { PayStanding } from './pay-of.ts'
import { texts } from './texts.ts'

/** One person's pay in a list; why there is none where nothing is calculated. */
export interface TeamRow {
  person: Person
  /** The period of the person's plan that the asked one ends in. */
  period: Period
  standing: PayStanding | 'no plan' | 'no target'
}

const MOST_ROWS = 50 // more is a file's matter

/** A team's pay so far, the most first; who has no plan or target stands at the end. */
export function teamView(scope: Acting, name: string, period: Period, rows: readonly TeamRow[]): View {
  const words = texts[scope.locale]
  const title = words.teamTitle(name, showPeriod(period, scope.locale, scope.today))
  if (rows.length === 0) return { summary: title, blocks: [heading(title), text(words.teamEmpty)] }
  const sorted = rows.toSorted((a, b) => byPay(a, b))
  const shown = sorted.slice(0, MOST_ROWS)
  const { person, attainment, pay, provisional } = words.teamColumns
  const hidden = sorted.length - shown.length
  return {
    summary: title,
    blocks: [
      heading(title),
      {
        kind: 'table',
        columns: [
          { title: person, align: 'left' },
          { title: attainment, align: 'right' },
          { title: pay, align: 'right' },
          { title: provisional, align: 'right' },
        ],
        rows: [...shown.map((row) => cells(scope, period, row)), sumRow(scope, rows)],
      },
      ...(hidden > 0 ? [context(words.teamHidden(hidden))] : []),
    ],
  }
}

function cells(scope: Acting, asked: Period, { person, period, standing }: TeamRow): Spans[] {
  const words = texts[scope.locale]
  const name =
    period === asked ? person.name : `${person.name} (${showPeriod(period, scope.locale, scope.today)})`
  if (typeof standing === 'string')
    return [[plain(name)], [plain('—')], [plain(words.teamNothing[standing])], []]
  const { attainmentPpm, earnedMinor, provisionalMinor } = standing
  return [
    [plain(name)],
    [plain(attainmentPpm === undefined ? '—' : showPercent(attainmentPpm / 100))],
    [plain(money(scope, earnedMinor))],
    provisionalMinor === 0n ? [] : [plain(money(scope, provisionalMinor))],
  ]
}

function sumRow(scope: Acting, rows: readonly TeamRow[]): Spans[] {
  const sum = (of: (row: { earnedMinor: bigint; provisionalMinor: bigint }) => bigint) =>
    rows.reduce((total, { standing }) => total + (typeof standing === 'string' ? 0n : of(standing)), 0n)
  const provisional = sum((standing) => standing.provisionalMinor)
  return [
    [bold(texts[scope.locale].sum)],
    [],
    [
      bold(
        money(
          scope,
          sum((standing) => standing.earnedMinor),
        ),
      ),
    ],
    provisional === 0n ? [] : [bold(money(scope, provisional))],
  ]
}

function byPay(a: TeamRow, b: TeamRow): number {
  const worth = ({ standing }: TeamRow) => (typeof standing === 'string' ? -1n : standing.earnedMinor)
  const [left, right] = [worth(a), worth(b)]
  return left > right ? -1 : left < right ? 1 : a.person.name < b.person.name ? -1 : 1
}
