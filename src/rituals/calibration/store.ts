import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'

/** What somebody has put on the table. */
export interface Input {
  id: string
  ritual: string
  occurrence: Period
  person: string
  market: string | undefined
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
      market: input.market ?? null,
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
  led: { item: string | undefined; proposal: string | undefined },
): Promise<void> {
  await rowsOf(scope)
    .updateTable('calibration_input')
    .set({ item: led.item ?? null, proposal: led.proposal ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Everything that was put on the table of a calibration, in order. */
export async function inputsOf(scope: Scope, ritual: string, occurrence: Period): Promise<Input[]> {
  const rows = await rowsOf(scope)
    .selectFrom('calibration_input')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(asInput)
}

function asInput(row: Selectable<Tables['calibration_input']>): Input {
  return {
    id: row.id,
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    market: row.market ?? undefined,
    item: row.item ?? undefined,
    proposal: row.proposal ?? undefined,
  }
}
