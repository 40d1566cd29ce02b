import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { namesOf } from '../people/who.ts'
import { actions, type Button, context, heading, plain, say, text, type View } from '../view/view.ts'
import { readCarried } from './carried.ts'
import { creditSums } from './credit-store.ts'
import type { Deal } from './deal.ts'
import { countDealsBetween, dealsBetween } from './deals-between-store.ts'
import { type Asked, askedShape, readAsked } from './read-list.ts'
import { mayLookAt, peopleOf, whoseWords } from './read-whose.ts'
import { stateOf } from './show-deal.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, numberOf } from './words.ts'

const PER_PAGE = 15

/**
 * `/deal list [period] [@who or team]`: this month's when no period is said. Reps see their own, managers their own and
 * their people's, finance and admins everyone's.
 */
export async function listDeals(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const read = await readAsked(scope, typed)
  return read instanceof Refusal ? read : showList(scope, read)
}

export async function turnPage(scope: Acting, { value }: Press): Promise<Answer> {
  const turned = readCarried(value, askedShape)
  const period = turned && readPeriod(turned.period, scope.today, scope.workspace.fiscalStartMonth)
  if (!turned || period !== turned.period) return new Refusal(texts[scope.locale].staleButton)
  return (await mayLookAt(scope, turned.whose)) ?? { replace: await showList(scope, turned) }
}

async function showList(scope: Acting, shown: Asked): Promise<View> {
  const words = texts[scope.locale].list
  const { fiscalStartMonth } = scope.workspace
  const span = spanOf(shown.period, fiscalStartMonth)
  const people = await peopleOf(scope, shown.whose)
  const filter = people ? { people } : {}
  const count = await countDealsBetween(scope, span, filter)
  const period = showPeriod(shown.period, scope.locale, scope.today)
  const title = words.title(period, await whoseWords(scope, shown.whose))
  if (count === 0) return say(words.empty(period))
  const pages = Math.ceil(count / PER_PAGE)
  const page = Math.min(Math.max(shown.page, 1), pages)
  const deals = await dealsBetween(scope, span, { ...filter, limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
  const sums = await creditSums(scope, span, people)
  const money = (minor: number) => inOwn(scope, minor)
  const line = words.sums(
    count,
    money(sums.signedMinor),
    money(sums.confirmedMinor),
    money(sums.collectedMinor),
  )
  const buttons = pageButtons(scope, { ...shown, page }, pages)
  return {
    summary: `${title}: ${line}`,
    blocks: [
      heading(title),
      text(line),
      await table(scope, deals, people?.length !== 1),
      ...(pages > 1 ? [context(words.page(page, pages)), actions(...buttons)] : []),
    ],
  }
}

async function table(
  scope: Acting,
  deals: readonly Deal[],
  withOwner: boolean,
): Promise<View['blocks'][number]> {
  const { columns } = texts[scope.locale].list
  const names = await namesOf(
    scope,
    deals.map((deal) => deal.owner),
  )
  const left = (title: string) => ({ title, align: 'left' as const })
  return {
    kind: 'table',
    columns: [
      left(columns.number),
      left(columns.date),
      left(columns.customer),
      { title: columns.amount, align: 'right' },
      left(columns.product),
      ...(withOwner ? [left(columns.owner)] : []),
      left(columns.state),
    ],
    rows: deals.map((deal) =>
      [
        numberOf(deal),
        deal.signedOn,
        deal.customer,
        amountOf(deal, scope.locale),
        deal.product ?? '',
        ...(withOwner ? [names.get(deal.owner) ?? ''] : []),
        deal.amountMinor === 0 ? texts[scope.locale].list.refunded : stateOf(scope, deal),
      ].map((cell) => [plain(cell)]),
    ),
  }
}

function pageButtons(scope: Acting, shown: Asked, pages: number): Button[] {
  const words = texts[scope.locale].list
  const to = (label: string, page: number): Button => ({
    label,
    action: 'deal.page',
    value: JSON.stringify({ ...shown, page }),
  })
  return [
    ...(shown.page > 1 ? [to(words.previous, shown.page - 1)] : []),
    ...(shown.page < pages ? [to(words.next, shown.page + 1)] : []),
  ]
}
