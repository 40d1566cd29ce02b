import type { Minor } from '../kernel/money.ts'
import type { Span } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { DealCredit } from './credit-store.ts'
import type { Entry, EntryKind } from './deal.ts'
import { dealCredits } from './deal-credits.ts'
import { asDeal, asEntry } from './deal-store.ts'
import { movedParts, movesMoney, standingOf } from './ledger.ts'
import type { DealPlan } from './plan.ts'

/** A person's part of a collection or a refund, with the deal that it belongs to as it stands now. */
export interface MoneyMoved {
  credit: DealCredit
  on: LocalDate
  kind: EntryKind
  /** In minor units of the workspace's currency; negative: what has gone back. */
  collectedMinor: Minor
  /** What a refund takes back of the person's signed part: never positive. */
  refundedMinor: Minor
}

const DEALS_AT_ONCE = 500

export const ALWAYS: Span = { from: '0000-01-01', to: '9999-12-31' }

/** A person's collections and refunds of a span, by day; those of voided deals are not among them. */
export async function moneyMovedOf(scope: Scope, person: string, span: Span): Promise<MoneyMoved[]> {
  return movedIn(scope, person, await dealsMoved(scope, person, span), span)
}

async function movedIn(
  scope: Scope,
  person: string,
  deals: readonly string[],
  span: Span = ALWAYS,
): Promise<MoneyMoved[]> {
  const found: MoneyMoved[] = []
  for (let at = 0; at < deals.length; at += DEALS_AT_ONCE) {
    const some = deals.slice(at, at + DEALS_AT_ONCE)
    const ledgers = await ledgersOf(scope, some)
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('id', 'in', some)
      .execute()
    for (const row of rows) {
      const { repeatCustomer, ...identity } = asDeal(row)
      found.push(...moneyIn({ identity, entries: ledgers.get(row.id) ?? [], repeatCustomer }, person, span))
    }
  }
  return inOrder(found)
}

/** Refunds of the deals signed in a span in which a person has a part, whenever they take effect, by day. */
export async function refundsOf(scope: Scope, person: string, { from, to }: Span): Promise<MoneyMoved[]> {
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('entry', (join) =>
      join.onRef('entry.workspace', '=', 'credit.workspace').onRef('entry.deal', '=', 'credit.deal'),
    )
    .select('credit.deal')
    .distinct()
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', '=', person)
    .where('credit.signed_on', '>=', from)
    .where('credit.signed_on', '<=', to)
    .where('entry.kind', '=', 'refunded')
    .execute()
  const moved = await movedIn(
    scope,
    person,
    rows.map((row) => row.deal),
  )
  return moved.filter((one) => one.kind === 'refunded')
}

/** The same from a deal's ledger. */
export function moneyIn(
  deal: { identity: { id: string; number: number }; entries: readonly Entry[]; repeatCustomer: boolean },
  person: string,
  span: Span,
): MoneyMoved[] {
  const standing = standingOf(deal.entries)
  const credit = dealCredits(deal, standing).get(person)
  if (!credit) return []
  return movedParts(deal.entries, standing.shares)
    .filter((part) => part.person === person && part.on >= span.from && part.on <= span.to)
    .map(({ on, kind, collectedMinor, refundedMinor }) => ({
      credit,
      on,
      kind,
      collectedMinor,
      refundedMinor,
    }))
}

/** By day, then by deal. */
export const inOrder = (moved: MoneyMoved[]): MoneyMoved[] =>
  moved.sort((a, b) => compare(a.on, b.on) || compare(a.credit.deal, b.credit.deal))

/** Notes which entries of deals move whose money. */
export async function insertMoneyMoved(
  scope: WriteScope,
  plans: readonly Pick<DealPlan, 'deal' | 'credits' | 'entries'>[],
): Promise<void> {
  const rows = plans.flatMap(({ deal, credits, entries }) =>
    entries.flatMap((entry, index) =>
      movesMoney(entry)
        ? credits.map(({ person }) => ({
            workspace: scope.workspace.id,
            person,
            moved_on: entry.effectiveOn,
            deal: deal.id,
            sequence: index + 1,
          }))
        : [],
    ),
  )
  if (rows.length > 0) await rowsOf(scope).insertInto('money_moved').values(rows).execute()
}

/** The same anew for a deal that has changed: others may have a share in it now. */
export async function followMoney(scope: WriteScope, plan: DealPlan): Promise<void> {
  if (!plan.entries.some(movesMoney)) return
  await rowsOf(scope)
    .deleteFrom('money_moved')
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', plan.deal.id)
    .execute()
  await insertMoneyMoved(scope, [plan])
}

async function dealsMoved(scope: Scope, person: string, { from, to }: Span): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('money_moved')
    .select('deal')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('moved_on', '>=', from)
    .where('moved_on', '<=', to)
    .execute()
  return rows.map((row) => row.deal)
}

async function ledgersOf(scope: Scope, deals: readonly string[]): Promise<Map<string, Entry[]>> {
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('deal', 'in', [...deals])
    .orderBy('deal')
    .orderBy('sequence')
    .execute()
  const found = new Map<string, Entry[]>(deals.map((id) => [id, []]))
  for (const row of rows) found.get(row.deal)?.push(asEntry(row))
  return found
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
