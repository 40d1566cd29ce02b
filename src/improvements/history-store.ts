import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** One thing that has happened to an item. */
export interface ItemEvent {
  kind: Tables['improvement_event']['kind']
  /** Who did it; undefined where that was not written down. */
  person: string | undefined
  at: Instant
  /** The words, the owner (an id) or the date before and after, whichever it is about. */
  was: string | undefined
  became: string | undefined
  reason: string | undefined
}

/** Writes down what somebody has done to an item. */
export async function noteEvent(
  scope: WriteScope,
  item: string,
  event: Pick<ItemEvent, 'kind'> & Partial<Pick<ItemEvent, 'was' | 'became' | 'reason'>>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('improvement_event')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      item,
      kind: event.kind,
      person: scope.person?.id ?? null,
      at: scope.now,
      was: event.was ?? null,
      became: event.became ?? null,
      reason: event.reason ?? null,
    })
    .execute()
}

/** What has happened to an item, the oldest first. */
export async function eventsOf(scope: Scope, item: string): Promise<ItemEvent[]> {
  const rows = await rowsOf(scope)
    .selectFrom('improvement_event')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('item', '=', item)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    person: row.person ?? undefined,
    at: row.at,
    was: row.was ?? undefined,
    became: row.became ?? undefined,
    reason: row.reason ?? undefined,
  }))
}
