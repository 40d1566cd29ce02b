import { showMoney } from '../kernel/money.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import {
  actions,
  type Block,
  bold,
  context,
  heading,
  plain,
  type Spans,
  text,
  type View,
} from '../view/view.ts'
import { METRICS, type Metric } from './metric.ts'
import { asValue, type Question } from './question.ts'
import type { Place } from './ranks.ts'
import type { Standing } from './store.ts'
import { texts } from './texts.ts'

/** A board: the top, the reader's own neighbourhood, and buttons for the other metrics. */
export function boardView(scope: Acting, question: Question, standing: Standing): View {
  const title = titleOf(scope, question)
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(standing.top.length > 0 ? boardBlocks(scope, standing) : [text(emptyBoard(scope, question))]),
      actions(...otherMetrics(scope, question)),
    ],
  }
}

/** A value as its metric says it: `93.5%`, `119,216 元`, `12`. */
function showValue(scope: Scope, metric: Metric, value: number): string {
  if (metric === 'attainment') return showPercent(value / 100)
  if (metric === 'deals' || metric === 'new') return String(value)
  return showMoney(value, scope.workspace.currency, scope.locale)
}

/** A board's places as a table; the reader's own row is set off. */
function placesTable(scope: Scope, metric: Metric, places: readonly Place[]): Block {
  const words = texts[scope.locale]
  const mine = places.findIndex((place) => place.person.id === scope.person?.id)
  return {
    kind: 'table',
    columns: [
      { title: words.columns.rank, align: 'left' },
      { title: words.columns.name, align: 'left' },
      { title: words.alone(words.metrics[metric]), align: 'right' },
    ],
    rows: places.map((place) => row(scope, metric, place)),
    ...(mine < 0 ? {} : { mine }),
  }
}

function titleOf(scope: Scope, { metric, period, team }: Question): string {
  const words = texts[scope.locale]
  return words.title({
    period: showPeriod(period, scope.locale, scope.today),
    metric: words.metrics[metric],
    team: team?.name,
  })
}

function boardBlocks(scope: Acting, { metric, period, top, around, mine }: Standing): Block[] {
  const words = texts[scope.locale]
  const table = placesTable(scope, metric, top)
  if (!mine) return [table, context(absent(scope, period, metric))]
  const own = context(words.mine(rankOf(scope, mine), showValue(scope, metric, mine.value)))
  return around.length === 0
    ? [table, own]
    : [table, context(words.around), placesTable(scope, metric, around), own]
}

function absent(scope: Scope, period: Period, metric: Metric): string {
  const words = texts[scope.locale]
  if (isOver(scope, period)) return words.notOnPastBoard
  return metric === 'attainment' ? words.noTarget : words.notOnBoard
}

const isOver = (scope: Scope, period: Period) =>
  spanOf(period, scope.workspace.fiscalStartMonth).to < scope.today

function row(scope: Scope, metric: Metric, place: Place): Spans[] {
  const own = place.person.id === scope.person?.id
  const show = own ? bold : plain
  return [
    [show(rankOf(scope, place))],
    [show(place.person.name)],
    [show(showValue(scope, metric, place.value))],
  ]
}

function rankOf(scope: Scope, { rank, shared }: Place): string {
  return shared ? texts[scope.locale].shared(rank) : String(rank)
}

function emptyBoard(scope: Scope, { metric, period }: Question): string {
  const words = texts[scope.locale]
  const named = showPeriod(period, scope.locale, scope.today)
  if (isOver(scope, period)) return words.nobodyWas({ period: named, metric: words.metrics[metric] })
  if (metric === 'attainment') return words.nobodyHasTarget(named)
  return words.nobody({ period: named, metric: words.metrics[metric] })
}

function otherMetrics(scope: Scope, question: Question) {
  const words = texts[scope.locale]
  return METRICS.filter((metric) => metric !== question.metric).map((metric) => ({
    label: words.alone(words.metrics[metric]),
    action: 'leaderboard.show',
    value: asValue({ ...question, metric }),
  }))
}
