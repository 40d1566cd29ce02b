import { reconsiderHeld } from '../kernel/outbox-store.ts'
import { rowsOf, type WriteScope } from '../kernel/scope.ts'
import type { OwnDays } from '../kernel/workdays.ts'

/** Changes the days that have been entered for a team, or, where none is named, for the whole workspace. */
export async function changeOwnDays(
  scope: WriteScope,
  team: string | undefined,
  change: (days: OwnDays) => OwnDays,
): Promise<void> {
  const before = await enteredDays(scope, team)
  const own_days = JSON.stringify(change(before))
  const { id } = scope.workspace
  if (team === undefined) {
    await rowsOf(scope).updateTable('workspace').set({ own_days }).where('id', '=', id).execute()
  } else {
    await rowsOf(scope)
      .updateTable('team')
      .set({ own_days })
      .where('workspace', '=', id)
      .where('id', '=', team)
      .execute()
  }
  await reconsiderHeld(scope)
  const subject = team === undefined ? `workspace:${id}` : `team:${team}`
  await scope.record('workdays.changed', subject, before, change(before))
}

/** Gives a team a calendar of its own, or takes it away again. */
export async function setTeamCalendar(
  scope: WriteScope,
  team: string,
  calendar: string | undefined,
): Promise<void> {
  await rowsOf(scope)
    .updateTable('team')
    .set({ calendar: calendar ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', team)
    .execute()
  await reconsiderHeld(scope)
  await scope.record('team.calendar', `team:${team}`, undefined, calendar ?? null)
}

/** As they stand now: two admins may enter days at the same moment. */
async function enteredDays(scope: WriteScope, team: string | undefined): Promise<OwnDays> {
  const { id } = scope.workspace
  const row =
    team === undefined
      ? await rowsOf(scope)
          .selectFrom('workspace')
          .select('own_days')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      : await rowsOf(scope)
          .selectFrom('team')
          .select('own_days')
          .where('workspace', '=', id)
          .where('id', '=', team)
          .executeTakeFirstOrThrow()
  return JSON.parse(row.own_days)
}
