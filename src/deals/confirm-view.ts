import { joinNames } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { namesOf } from '../people/who.ts'
import {
  actions,
  type Block,
  type Button,
  context,
  plain,
  type Spans,
  say,
  text,
  type View,
} from '../view/view.ts'
import type { Deal } from './deal.ts'
import type { Settled } from './settled-store.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, numberOf } from './words.ts'

const ON_A_PAGE = 15

/** Which part of a list is shown, and as of when its one button counts. */
export interface Turned {
  page: number
  moment: Instant
  /** What one's own card shows, or all that one may confirm. */
  of: 'card' | 'all'
}

/** As a button carries it. */
const asValue = ({ page, moment, of }: Turned): string => `${moment} ${of} ${page}`

/** Of an older button, too. */
export function readTurned(value: string): Turned {
  const [moment = '', of = '', page = ''] = value.split(' ')
  return { page: /^\d{1,4}$/.test(page) ? Number(page) : 0, moment, of: of === 'all' ? 'all' : 'card' }
}

/** What waits for a manager, a page of it, with one button for all of it, and what has become of the rest of the card. */
export async function confirmCard(
  scope: Scope,
  deals: readonly Deal[],
  settled: readonly Settled[] = [],
  turned: Turned = { page: 0, moment: scope.now, of: 'card' },
): Promise<View> {
  const words = texts[scope.locale]
  const became = await sayBecame(scope, settled)
  const before = became.map((line) => context(line))
  if (deals.length === 0) {
    const line = became.length > 0 ? became.join('') : words.nothingToConfirm
    return { summary: line, blocks: became.length > 0 ? before : say(words.nothingToConfirm).blocks }
  }
  const line = words.confirmCard(deals.length, sumOf(scope, deals))
  return {
    summary: line,
    blocks: [
      text(line),
      ...before,
      ...(await pageOf(scope, deals, turned)),
      actions(
        {
          label: words.confirmAll(deals.length),
          action: 'deal.confirm-all',
          value: asValue(turned),
          tone: 'primary',
        },
        ...(deals.length > 1
          ? [{ label: words.except, action: 'deal.confirm-except', value: asValue(turned) }]
          : []),
      ),
      context(words.confirmHint),
    ],
  }
}

/** A card that another one has followed. */
export async function cardOver(scope: Scope, settled: readonly Settled[], waiting: number): Promise<View> {
  const words = texts[scope.locale]
  const lines = [...(await sayBecame(scope, settled)), ...(waiting > 0 ? [words.onNextCard] : [])]
  const first = lines[0] ?? words.nothingToConfirm
  return { summary: first, blocks: lines.length > 0 ? lines.map((one) => context(one)) : say(first).blocks }
}

/** What deals come to, in the workspace's currency. */
export function sumOf(scope: Scope, deals: readonly Deal[]): string {
  return inOwn(
    scope,
    deals.reduce((sum, deal) => sum + deal.baseMinor, 0),
  )
}

/** How many of a card's deals are confirmed, and by whom; and how many need it no more. */
export async function sayBecame(scope: Scope, settled: readonly Settled[]): Promise<string[]> {
  const words = texts[scope.locale]
  const gone = settled.filter(({ deal }) => deal.voided || deal.amountMinor <= 0)
  const confirmed = settled.filter((one) => one.deal.confirmed && !gone.includes(one))
  const names = await namesOf(
    scope,
    confirmed.flatMap(({ by }) => by ?? []),
  )
  const sum = sumOf(
    scope,
    confirmed.map(({ deal }) => deal),
  )
  return [
    ...(confirmed.length > 0
      ? [words.settledBefore(confirmed.length, sum, joinNames([...names.values()], scope.locale))]
      : []),
    ...(gone.length > 0 ? [words.goneBefore(gone.length)] : []),
  ]
}

async function pageOf(scope: Scope, deals: readonly Deal[], turned: Turned): Promise<Block[]> {
  const words = texts[scope.locale]
  const last = Math.ceil(deals.length / ON_A_PAGE) - 1
  const at = Math.min(Math.max(turned.page, 0), last)
  const shown = deals.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE)
  const table: Block = {
    kind: 'table',
    columns: [
      { title: words.list.columns.number, align: 'left' },
      { title: words.list.columns.owner, align: 'left' },
      { title: words.list.columns.customer, align: 'left' },
      { title: words.list.columns.amount, align: 'right' },
      { title: words.list.columns.date, align: 'left' },
    ],
    rows: await rowsFor(scope, shown),
  }
  if (last === 0) return [table]
  const turn = (to: number, label: string): Button[] =>
    to < 0 || to > last
      ? []
      : [{ label, action: 'deal.confirm-page', value: asValue({ ...turned, page: to }) }]
  const first = at * ON_A_PAGE + 1
  return [
    table,
    context(words.page(first, first + shown.length - 1, deals.length)),
    actions(...turn(at - 1, words.earlierPage), ...turn(at + 1, words.laterPage)),
  ]
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
