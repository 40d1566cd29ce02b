import { decimalsOf, type Minor } from '../../kernel/money.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { Chart } from '../../view/view.ts'
import { texts as ritualTexts } from '../texts.ts'
import { hidden, type Telling } from './finding-words.ts'
import { texts } from './texts.ts'

/** So many bars can be told apart. */
const MOST_BARS = 12

/** Signed by month, and by person against the month before: what stands in the first message. */
export function moneyCharts(telling: Telling): Chart[] {
  const { scope, facts, names } = telling
  const words = texts[scope.locale]
  // The months before the team's first deal say nothing.
  const first = Math.max(
    1,
    facts.team.minor.findLastIndex((minor) => minor !== 0),
  )
  const months = facts.months.slice(0, first + 1).reverse()
  const inOrder = facts.team.minor.slice(0, first + 1).reverse()
  const byMonth = drawn(telling, {
    shape: 'line',
    title: words.chartMonths,
    labels: months.map((month) => showPeriod(month, scope.locale, facts.months[0])),
    series: [{ name: words.signed, values: inOrder }],
  })
  const people = facts.people
    .filter((one) => (one.minor[0] ?? 0) !== 0 || (one.minor[1] ?? 0) !== 0)
    .sort((a, b) => (b.minor[0] ?? 0) - (a.minor[0] ?? 0))
    .slice(0, MOST_BARS)
  const named = people.map((one) => names.get(one.name) ?? one.name)
  const byPerson = drawn(telling, {
    shape: 'bar',
    title: words.chartPeople,
    labels: named,
    series: [0, 1].map((back) => ({
      name: showPeriod(facts.months[back] ?? '', scope.locale, facts.months[0]),
      values: people.map((one) => one.minor[back] ?? 0),
    })),
  })
  return [
    ...(inOrder.some((minor) => minor !== 0) ? [byMonth] : []),
    ...(people.length > 1 ? [byPerson] : []),
  ]
}

/** New and repeat deals by channel, and deals by weekday: what stands beside the findings. */
export function dealCharts({ scope, facts }: Telling): Chart[] {
  const words = texts[scope.locale]
  const total = (one: (typeof facts.mixByChannel)[number]) => one.mix.newDeals + one.mix.repeatDeals
  const channels = [...facts.mixByChannel].sort((a, b) => total(b) - total(a)).slice(0, MOST_BARS)
  const byChannel: Chart = {
    kind: 'chart',
    shape: 'bar',
    title: words.chartChannels,
    unit: words.dealsUnit,
    labels: channels.map(({ name }) => name || words.unnamedChannel),
    series: [
      { name: words.newDeals, values: channels.map(({ mix }) => mix.newDeals) },
      { name: words.repeatDeals, values: channels.map(({ mix }) => mix.repeatDeals) },
    ],
  }
  const days = facts.weekdays.map((row, index) => ({ ...row, weekday: index + 1 }))
  const shown = days.filter((row) => row.weekday <= 5 || row.deals > 0)
  const byWeekday: Chart = {
    kind: 'chart',
    shape: 'bar',
    title: words.chartWeekdays,
    unit: words.dealsUnit,
    labels: shown.map((row) => ritualTexts[scope.locale].weekday(row.weekday)),
    series: [{ name: words.deals, values: shown.map((row) => row.deals) }],
  }
  return [
    ...(channels.some(({ name }) => name !== '') ? [byChannel] : []),
    ...(shown.some((row) => row.deals > 0) ? [byWeekday] : []),
  ]
}

/** Amounts in the currency's own units; where they are hidden, as shares of the greatest. */
function drawn(telling: Telling, chart: Pick<Chart, 'shape' | 'title' | 'labels' | 'series'>): Chart {
  const { scope, facts } = telling
  const most = Math.max(1, ...chart.series.flatMap((one) => one.values))
  const value = (minor: Minor) =>
    hidden(telling) ? Math.round((minor * 100) / most) : minor / 10 ** decimalsOf(facts.currency)
  return {
    kind: 'chart',
    ...chart,
    unit: hidden(telling) ? texts[scope.locale].shareUnit : currencyUnit(telling),
    series: chart.series.map(({ name, values }) => ({ name, values: values.map(value) })),
  }
}

const currencyUnit = ({ scope, facts }: Telling): string =>
  facts.currency === 'CNY' && scope.locale === 'zh-CN' ? '元' : facts.currency
