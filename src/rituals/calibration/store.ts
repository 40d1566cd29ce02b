import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import { isMarketKind, type MarketKind } from './market.ts'

/** What somebody has put on the table: a change in the market, or what follows from one. */
export interface Input {
  id: string
  ritual: string
  occurrence: Period
  person: string
  kind: MarketKind | undefined
  market: string | undefined
  /** The change in the market that this action or proposal follows from. */
  about: string | undefined
  /** The improvement item that the action became, and the proposed change of a goal. */
  item: string | undefined
  proposal: string | undefined
}

/** Stores an input under the id that its form carried. False: that form has been taken before. */
export async function addInput(scope: WriteScope, input: Omit<Input, 'item' | 'proposal'>): Promise<boolean> {
  const added = await rowsOf(scope)
    .insertInto('calibration_input')
    .values({
      workspace: scope.workspace.id,
      id: input.id,
      ritual: input.ritual,
      occurrence: input.occurrence,
      person: input.person,
      kind: input.kind ?? null,
      market: input.market ?? null,
      about: input.about ?? null,
      item: null,
      proposal: null,
      recorded_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Notes what an input has led to. */
export async function linkInput(
  scope: WriteScope,
  id: string,
  led: { item: string } | { proposal: string },
): Promise<void> {
  await rowsOf(scope)
    .updateTable('calibration_input')
    .set(led)
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .execute()
}

export async function inputById(scope: Scope, id: string): Promise<Input | undefined> {
  const row = await inputs(scope).where('id', '=', id).executeTakeFirst()
  return row && asInput(row)
}

/** Everything that was put on the table of a calibration, in order. */
export async function inputsOf(scope: Scope, ritual: string, occurrence: Period): Promise<Input[]> {
  const rows = await inputs(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(asInput)
}

const inputs = (scope: Scope) =>
  rowsOf(scope).selectFrom('calibration_input').selectAll().where('workspace', '=', scope.workspace.id)

function asInput(row: Selectable<Tables['calibration_input']>): Input {
  return {
    id: row.id,
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    kind: row.kind !== null && isMarketKind(row.kind) ? row.kind : undefined,
    market: row.market ?? undefined,
    about: row.about ?? undefined,
    item: row.item ?? undefined,
    proposal: row.proposal ?? undefined,
  }
}
