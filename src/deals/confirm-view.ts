import type { Scope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import { actions, context, plain, type Spans, text, type View } from '../view/view.ts'
import type { Deal } from './deal.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, numberOf } from './words.ts'

const MOST_SHOWN = 20

/** What waits for a manager, with one button for all of it; the button counts for what there is at this moment. */
export async function confirmCard(scope: Scope, deals: readonly Deal[]): Promise<View> {
  const words = texts[scope.locale]
  const line = words.confirmCard(deals.length, sumOf(scope, deals))
  const more = deals.length - MOST_SHOWN
  return {
    summary: line,
    blocks: [
      text(line),
      {
        kind: 'table',
        columns: [
          { title: words.list.columns.number, align: 'left' },
          { title: words.list.columns.owner, align: 'left' },
          { title: words.list.columns.customer, align: 'left' },
          { title: words.list.columns.amount, align: 'right' },
          { title: words.list.columns.date, align: 'left' },
        ],
        rows: await rowsFor(scope, deals.slice(0, MOST_SHOWN)),
      },
      ...(more > 0 ? [context(words.more(more))] : []),
      actions({
        label: words.confirmAll(deals.length),
        action: 'deal.confirm-all',
        value: scope.now,
        tone: 'primary',
      }),
      context(words.confirmHint),
    ],
  }
}

/** What deals come to, in the workspace's currency. */
export function sumOf(scope: Scope, deals: readonly Deal[]): string {
  return inOwn(
    scope,
    deals.reduce((sum, deal) => sum + deal.baseMinor, 0),
  )
}

async function rowsFor(scope: Scope, deals: readonly Deal[]): Promise<Spans[][]> {
  const names = await namesOf(
    scope,
    deals.map((deal) => deal.owner),
  )
  return deals.map((deal) =>
    [
      numberOf(deal),
      names.get(deal.owner) ?? '',
      deal.customer,
      amountOf(deal, scope.locale),
      deal.signedOn,
    ].map((cell) => [plain(cell)]),
  )
}
