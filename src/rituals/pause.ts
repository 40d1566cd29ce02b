import type { WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { almanacOf } from './almanac.ts'
import type { Ritual } from './ritual.ts'
import { claim } from './run-store.ts'
import { occurrences } from './schedule.ts'
import { serve, titleOf } from './serve.ts'
import { closeSession, latestSessions } from './session-store.ts'
import { setPaused, setRemoved, settleUntil } from './store.ts'
import { templateOf } from './templates.ts'
import { texts } from './texts.ts'

/**
 * Stops a ritual. What is due by now is held first, and what is open ends in its own time; nobody is nudged.
 * False: it is paused already.
 */
export async function pause(scope: WriteScope, ritual: Ritual): Promise<boolean> {
  await serve(scope, ritual.id)
  if (!(await setPaused(scope, ritual.id, true))) return false
  await scope.record('ritual.paused', `ritual:${ritual.id}`, undefined, undefined)
  return true
}

/** Lets a ritual go on with the first occurrence after now: what came meanwhile was left out. False: it goes on already. */
export async function resume(scope: WriteScope, ritual: Ritual): Promise<boolean> {
  if (!(await setPaused(scope, ritual.id, false))) return false
  for (const { occurrence, at } of occurrences(
    ritual.schedule,
    almanacOf(scope, ritual),
    ritual.settledUntil,
    scope.now,
  ))
    await claim(scope, { ritual: ritual.id, occurrence, at, status: 'skipped' })
  await settleUntil(scope, ritual.id, scope.now)
  await scope.record('ritual.resumed', `ritual:${ritual.id}`, undefined, undefined)
  return true
}

/** Takes a ritual away: what is open is called off, and what it has held stays. */
export async function remove(scope: WriteScope, ritual: Ritual): Promise<boolean> {
  if (!(await setRemoved(scope, ritual.id, true))) return false
  const off = texts[scope.workspace.locale].calledOff(
    titleOf(ritual, scope.workspace.locale),
    ritual.team.name,
  )
  for (const { occurrence, closedAt, threads } of await latestSessions(scope, [ritual.id])) {
    if (closedAt !== undefined) continue
    await closeSession(scope, ritual.id, occurrence)
    for (const thread of threads) await scope.revise(thread, say(off))
    await templateOf(ritual).abandon?.(scope, { ritual, occurrence })
  }
  await templateOf(ritual).removed?.(scope, ritual)
  await scope.record('ritual.removed', `ritual:${ritual.id}`, undefined, undefined)
  return true
}

/** Brings back what was removed; it goes on as after a pause. */
export async function restore(scope: WriteScope, ritual: Ritual): Promise<boolean> {
  return (await setRemoved(scope, ritual.id, false)) && resume(scope, { ...ritual, paused: true })
}
