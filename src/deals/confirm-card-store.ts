import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** A card on which a manager confirms deals. */
export interface ConfirmCard {
  manager: string
  date: LocalDate
  /** The deals that have been on it. */
  deals: string[]
  /** What waits on it as it was shown last, folded. */
  shown: string
}

/** Claims a manager's card of a day. False: there is one. */
export async function addCard(scope: WriteScope, card: ConfirmCard): Promise<boolean> {
  const added = await rowsOf(scope)
    .insertInto('confirm_card')
    .values({
      workspace: scope.workspace.id,
      manager: card.manager,
      on_date: card.date,
      deals: JSON.stringify(card.deals),
      shown: card.shown,
      open: 1,
      posted_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'manager', 'on_date']).doNothing())
    .returning('manager')
    .executeTakeFirst()
  return added !== undefined
}

/** The cards that follow what becomes of their deals; of one manager, or all. */
export async function openCards(scope: Scope, manager?: string): Promise<ConfirmCard[]> {
  let query = rowsOf(scope)
    .selectFrom('confirm_card')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('open', '=', 1)
  if (manager !== undefined) query = query.where('manager', '=', manager)
  return (await query.orderBy('manager').orderBy('on_date').execute()).map(asCard)
}

/** Notes what a card shows now. False: somebody else has brought it in step meanwhile. */
export async function moveCard(
  scope: WriteScope,
  before: ConfirmCard,
  after: Pick<ConfirmCard, 'deals' | 'shown'> & { open: boolean },
): Promise<boolean> {
  const moved = await rowsOf(scope)
    .updateTable('confirm_card')
    .set({ deals: JSON.stringify(after.deals), shown: after.shown, open: after.open ? 1 : 0 })
    .where('workspace', '=', scope.workspace.id)
    .where('manager', '=', before.manager)
    .where('on_date', '=', before.date)
    .where('shown', '=', before.shown)
    .where('open', '=', 1)
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

const asCard = (row: Selectable<Tables['confirm_card']>): ConfirmCard => ({
  manager: row.manager,
  date: row.on_date,
  deals: JSON.parse(row.deals),
  shown: row.shown,
})
