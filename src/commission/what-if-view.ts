import type { Minor } from '../kernel/money.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { context, plain, type Spans, text, type View } from '../view/view.ts'
import { money, showPay } from './figures.ts'
import type { PayStanding } from './pay-of.ts'
import type { Question } from './question.ts'
import { texts } from './texts.ts'
import { nextSentence } from './views.ts'

/** Before and after: a row for each deal signed on top of the ones before it. */
export function whatIfView(
  scope: Acting,
  question: Question,
  now: PayStanding,
  steps: readonly { amount: Minor; standing: PayStanding }[],
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
          ...steps.map(({ amount, standing }) => row(scope, words.with(money(scope, amount)), standing)),
        ],
      },
      context(words.nothingStored),
    ],
  }
}

function row(scope: Acting, label: string, standing: PayStanding): Spans[] {
  return [
    [plain(label)],
    [plain(money(scope, standing.total.signedMinor))],
    [plain(standing.attainmentPpm === undefined ? '—' : showPercent(standing.attainmentPpm / 100))],
    [plain(money(scope, standing.earnedMinor))],
  ]
}
