import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { context, plain, type Spans, text, type View } from '../view/view.ts'
import { money, showPay } from './figures.ts'
import { isDescribed } from './imagined.ts'
import type { PayStanding } from './pay-of.ts'
import type { Question } from './question.ts'
import type { Tried } from './read-what-if.ts'
import { texts } from './texts.ts'
import { nextSentence } from './views.ts'

/** Before and after: a row for each deal signed on top of the ones before it. */
export function whatIfView(
  scope: Acting,
  question: Question,
  now: PayStanding,
  steps: readonly { deal: Tried; standing: PayStanding }[],
): View {
  const words = texts[scope.locale]
  const after = steps.at(-1)?.standing ?? now
  const sentence = [
    words.whatIfTitle({
      pay: showPay(scope, now.earnedMinor),
      after: showPay(scope, after.earnedMinor),
      more: showPay(scope, after.earnedMinor - now.earnedMinor),
    }),
    nextSentence(scope, question, after),
  ]
  const title = sentence.filter((part) => part !== '').join(words.betweenSentences)
  return {
    summary: title,
    blocks: [
      text(title),
      {
        kind: 'table',
        columns: [
          { title: '', align: 'left' },
          { title: words.signedColumn, align: 'right' },
          { title: words.attainmentColumn, align: 'right' },
          { title: words.payColumn, align: 'right' },
        ],
        rows: [
          row(scope, words.now, now),
          ...steps.map(({ deal, standing }) => row(scope, dealInWords(scope, deal), standing)),
        ],
      },
      ...hints(scope, now, after, steps).map((hint) => context(hint)),
      context(words.nothingStored),
    ],
  }
}

/** `再签 30,000 元 × 60%（CRM，新客）`. */
function dealInWords(scope: Acting, deal: Tried): string {
  const words = texts[scope.locale]
  const share = deal.shareBps === 10_000 ? '' : ` × ${showPercent(deal.shareBps)}`
  const kind = [deal.product, deal.channel, deal.customer && words.whatIfCustomer[deal.customer]]
  return words.with(
    money(scope, deal.wholeMinor) + share,
    kind.filter((part) => part !== undefined),
  )
}

/** What else there is to know: rates by kind of deal, and pay that waits for the money. */
function hints(
  scope: Acting,
  now: PayStanding,
  after: PayStanding,
  steps: readonly { deal: Tried }[],
): string[] {
  const words = texts[scope.locale]
  const unsaid = now.active.plan.rates.length > 0 && steps.some(({ deal }) => !isDescribed(deal))
  const [before, then] = [onceCollected(now), onceCollected(after)]
  return [
    ...(unsaid ? [words.whatIfKinds] : []),
    ...(now.active.plan.attain === 'collected' ? [words.whatIfComesIn] : []),
    ...(before === undefined || then === undefined
      ? []
      : [words.whatIfCollected(showPay(scope, before), showPay(scope, then), showPay(scope, then - before))]),
  ]
}

/** The pay with what is still to come in, where that is known. */
const onceCollected = ({ earnedMinor, expected }: PayStanding): bigint | undefined =>
  expected?.payMinor === undefined ? undefined : earnedMinor + expected.payMinor

function row(scope: Acting, label: string, standing: PayStanding): Spans[] {
  return [
    [plain(label)],
    [plain(money(scope, standing.total.signedMinor))],
    [plain(standing.attainmentPpm === undefined ? '—' : showPercent(standing.attainmentPpm / 100))],
    [plain(money(scope, standing.earnedMinor))],
  ]
}
