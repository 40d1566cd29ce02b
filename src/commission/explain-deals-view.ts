import { showMoney } from '../kernel/money.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import {
  actions,
  bold,
  code,
  context,
  heading,
  list,
  newline,
  plain,
  quiet,
  type Spans,
  text,
  type View,
} from '../view/view.ts'
import type { DealPay } from './deal-pay.ts'
import { money } from './figures.ts'
import { type Plan, paysLater } from './plan.ts'
import { showRateShort } from './plan-words.ts'
import { asValue, type Question } from './question.ts'
import { texts } from './texts.ts'
import { nameUnlessOwn } from './views.ts'

interface Shown {
  all: readonly DealPay[]
  shown: readonly DealPay[]
  page: number
  pages: number
  /** Rates of exchange, by deal. */
  exchange: ReadonlyMap<string, string>
}

/** A page of deals, each with what it is, its formula, what it earns, and a button that shows the deal itself. */
export function explainDealsView(
  scope: Acting,
  question: Question,
  plan: Plan,
  { all, shown, page, pages, exchange }: Shown,
): View {
  const words = texts[scope.locale]
  const title = words.eachTitle({
    whose: nameUnlessOwn(scope, question),
    period: showPeriod(question.period, scope.locale, scope.today),
  })
  const value = asValue(question)
  const turn = {
    label: words.nextPage,
    action: 'commission.explain-deals',
    value: `${value} ${(page % pages) + 1}`,
  }
  return {
    summary: title,
    blocks: [
      heading(title),
      text(howInWords(scope, plan, all)),
      list(shown.map((one) => inWords(scope, plan, one, exchange.get(one.credit.deal)))),
      actions(
        ...shown.map(({ credit }) => ({
          label: `D-${credit.number}`,
          action: 'deal.show',
          value: credit.deal,
        })),
      ),
      context(words.eachSum(money(scope, sumOf(shown)), money(scope, sumOf(all)))),
      ...(pages > 1 ? [context(words.page(page, pages))] : []),
      actions(...(pages > 1 ? [turn] : []), { label: words.backToAll, action: 'commission.explain', value }),
    ],
  }
}

function howInWords(scope: Acting, plan: Plan, all: readonly DealPay[]): string {
  const words = texts[scope.locale]
  if (paysLater(plan)) return words.eachLater
  const [first] = all
  const credit = all.reduce((sum, one) => sum + one.credit.minor, 0)
  if (!first || plan.rates.length > 0 || plan.caps.dealMinor !== undefined) return words.eachOwnRate
  return words.eachRate(money(scope, sumOf(all)), money(scope, credit), showRateShort(first.rate))
}

/** `D-2 中兴  11 月 12 日 · CRM · 新客`, its credit where that is not the whole deal, and what it earns. */
function inWords(
  scope: Acting,
  plan: Plan,
  { credit, ownRate, rate, minor }: DealPay,
  exchange: string | undefined,
): Spans {
  const words = texts[scope.locale]
  const inputs = [
    showPeriod(credit.signedOn, scope.locale, scope.today),
    credit.product,
    credit.channel,
    words.dealKind[credit.repeatCustomer ? 'repeat' : 'new'],
    plan.rates.length > 0 ? words.ownRate(showRateShort(ownRate)) : undefined,
    credit.confirmed ? undefined : words.waiting,
  ].filter((part) => part !== undefined)
  const own = money(scope, credit.minor)
  const by = showRateShort(rate)
  const whole = [
    showMoney(credit.dealMinor, credit.currency, scope.locale),
    ...(exchange === undefined ? [] : [exchange]),
    ...(credit.shareBps === 10_000 ? [] : [showPercent(credit.shareBps)]),
  ]
  return [
    code(`D-${credit.number}`),
    plain(` ${credit.customer} `),
    quiet(inputs.join(' · ')),
    ...(whole.length > 1 ? [newline, plain(`${whole.join(' × ')} = ${own}`)] : []),
    newline,
    plain(`${own} × ${by.replace('≈', '')} ${by.startsWith('≈') ? '≈' : '='} `),
    bold(money(scope, minor)),
  ]
}

const sumOf = (pays: readonly DealPay[]) => pays.reduce((sum, one) => sum + one.minor, 0n)
