import { rowsOf, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Asks } from './asked/question.ts'
import type { Ritual } from './ritual.ts'

/** How a ritual takes place: what is changed of it by who leads its team. */
export interface Plan {
  name: string | undefined
  asks: Asks | undefined
  /** As it is written: `weekly fri 16:00`. */
  schedule: string
  /** Undefined: the team's, or the workspace's. */
  zone: string | undefined
  channel: Ritual['channel']
  catchUpHours: number
}

/** Makes a ritual under the id that its form carried; it goes on from now. False: that form has been taken before. */
export async function makeRitual(
  scope: WriteScope,
  made: Plan & { id: string; template: Ritual['template']; team: string; paused: boolean },
): Promise<boolean> {
  const added = await rowsOf(scope)
    .insertInto('ritual')
    .values({
      workspace: scope.workspace.id,
      id: made.id,
      slot: made.id,
      template: made.template,
      team: made.team,
      ...columnsOf(made),
      paused: made.paused ? 1 : 0,
      settled_until: scope.now,
      created_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Changes a ritual's plan, and since when its occurrences are to be looked at by it. */
export async function changePlan(
  scope: WriteScope,
  ritual: string,
  plan: Plan,
  settledUntil: Instant,
): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set({ ...columnsOf(plan), settled_until: settledUntil })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
}

/** Changes what a ritual asks from the next time on. */
export async function changeAsks(scope: WriteScope, ritual: string, asks: Asks): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set({ asks: JSON.stringify(asks) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
}

/** Holds a ritual so that nobody else changes it meanwhile. */
export async function holdRitual(scope: WriteScope, ritual: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set((row) => ({ name: row.ref('name') }))
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
}

const columnsOf = ({ name, asks, schedule, zone, channel, catchUpHours }: Plan) => ({
  name: name ?? null,
  asks: asks ? JSON.stringify(asks) : null,
  schedule,
  zone: zone ?? null,
  channel,
  catch_up_hours: catchUpHours,
})
