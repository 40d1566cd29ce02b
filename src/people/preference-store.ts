import { reconsiderHeld } from '../kernel/outbox-store.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Hours } from './hours.ts'

/** What somebody has set for themselves. Absent: as it is for everybody. */
export interface Preferences {
  hours?: Hours
  /** The days of the week on which they work: 1 Monday to 7 Sunday. */
  weekdays?: number[]
  /** The kinds of news that they do without. */
  without?: string[]
}

export interface OwnSettings {
  preferences: Preferences
  /** Their own, not their team's or the workspace's. */
  zone: string | undefined
  leftOn: string | undefined
}

export async function ownSettings(scope: Scope, person: string): Promise<OwnSettings> {
  const row = await rowsOf(scope)
    .selectFrom('person')
    .select(['settings', 'zone', 'left_on'])
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', person)
    .executeTakeFirst()
  return {
    preferences: row ? JSON.parse(row.settings) : {},
    zone: row?.zone ?? undefined,
    leftOn: row?.left_on ?? undefined,
  }
}

/** Changes what somebody has set; `undefined` takes it back. What waits for them is looked at again. */
export async function changePreferences(
  scope: WriteScope,
  person: string,
  change: { [Name in keyof Preferences]?: Preferences[Name] | undefined },
): Promise<void> {
  const { preferences } = await ownSettings(scope, person)
  await rowsOf(scope)
    .updateTable('person')
    .set({ settings: JSON.stringify({ ...preferences, ...change }) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', person)
    .execute()
  await reconsiderHeld(scope, person)
}

/** Gives somebody a zone of their own, or takes it away again. */
export async function setZone(scope: WriteScope, person: string, zone: string | null): Promise<void> {
  await rowsOf(scope)
    .updateTable('person')
    .set({ zone })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', person)
    .execute()
  await reconsiderHeld(scope, person)
}
