import type { MoneyMoved } from '../deals/store.ts'
import type { Acting } from '../kernel/scope.ts'
import { type Block, bold, code, plain, quiet, type Spans, text } from '../view/view.ts'
import type { Explanation } from './explain.ts'
import { money } from './figures.ts'
import { onCollections, type Plan, paysLater } from './plan.ts'
import { showRateShort } from './plan-words.ts'
import { texts } from './texts.ts'

const SHOWN = 20 // more would be a wall of figures; their sum is there instead

/** The money that came in in the period, the latest first, with the rate that each pays where its signing has fixed one. */
export function collectedBlocks(scope: Acting, plan: Plan, { moved, lines }: Explanation): Block[] {
  const words = texts[scope.locale]
  const counts =
    plan.attain === 'collected' || paysLater(plan) || lines.some((line) => line.kind === 'collected')
  if (!counts || moved.length === 0) return []
  const sum = (of: readonly MoneyMoved[]) => of.reduce((total, one) => total + one.collectedMinor, 0)
  const latest = moved.toReversed()
  const shown = latest.slice(0, SHOWN)
  const rest = latest.slice(SHOWN)
  const { number, customer, on, amount, rate } = words.collectedColumns
  return [
    text(words.collectedTitle(money(scope, sum(moved)))),
    {
      kind: 'table',
      columns: [
        { title: number, align: 'left' },
        { title: customer, align: 'left' },
        { title: on, align: 'left' },
        { title: amount, align: 'right' },
        { title: onCollections(plan) ? '' : rate, align: 'right' },
      ],
      rows: [
        ...shown.map((one) => row(scope, one, rateOfOne(lines, one))),
        ...(rest.length > 0
          ? [[[bold(words.otherCollections(rest.length))], [], [], [plain(money(scope, sum(rest)))], []]]
          : []),
      ],
    },
  ]
}

function row(scope: Acting, { credit, on, collectedMinor }: MoneyMoved, rate: string | undefined): Spans[] {
  return [
    [code(`D-${credit.number}`)],
    [plain(credit.customer)],
    [plain(on)],
    [plain(money(scope, collectedMinor))],
    credit.confirmed ? [plain(rate ?? '')] : [quiet(texts[scope.locale].waiting)],
  ]
}

function rateOfOne(lines: Explanation['lines'], { credit, on }: MoneyMoved): string | undefined {
  for (const line of lines) {
    if (line.kind !== 'collected') continue
    const found = line.each.find((one) => one.number === credit.number && one.on === on)
    if (found) return line.unknown ? undefined : showRateShort(found.rate)
  }
  return undefined
}
