import type { WriteScope } from '../../kernel/scope.ts'
import { everyone } from '../../people/store.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { closeSession, latestSessions, postInThread } from '../session-store.ts'
import { heldOf, saveOutcome } from './held-store.ts'
import { promptLate, promptOver } from './prompt.ts'
import { forget, release } from './release.ts'
import { recount, reviseOpening, reviseSummary } from './revise-summary.ts'
import { partsOf } from './store.ts'
import { type Retro, retroKey, retroMeant } from './taking.ts'
import { summaryView } from './views.ts'

/** Ends a retro: the summary in its thread, and the message that opened it says so. */
export async function closeRetro(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const session = await closeSession(scope, ritual.id, occurrence)
  const meant = session && (await retroMeant(scope, retroKey(session)))
  if (!meant) return
  const retro = { ...meant, session }
  if (retro.held.minimum > 0) await release(scope, retro, 'close')
  const outcome = await recount(scope, retro, lateMinutes)
  const view = summaryView(scope, outcome, scope.workspace.locale)
  await saveOutcome(scope, retro.held, { summaries: await postInThread(scope, session, view) })
  await reviseOpening(scope, retro, outcome)
  await endPrompts(scope, retro)
}

/** Nothing is taken any more: what was said without names is shown now, or never. */
export async function endLate(scope: WriteScope, { ritual, occurrence }: Serving): Promise<void> {
  const retro = await retroMeant(scope, retroKey({ ritual: ritual.id, occurrence }))
  if (!retro || retro.session.closedAt === undefined) return
  if (retro.held.minimum > 0) {
    await release(scope, retro, 'end')
    await reviseSummary(scope, retro)
  }
  await endPrompts(scope, retro)
}

/** A retro that is called off asks nobody any more. */
export async function abandonRetro(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Serving, 'ritual' | 'occurrence'>,
): Promise<void> {
  await takeBackPrompts(scope, { ritual: ritual.id, occurrence }, undefined)
}

/** What was said without names and has not been shown is shown no more where the retro is taken away. */
export async function forgetNameless(scope: WriteScope, ritual: Ritual): Promise<void> {
  for (const { occurrence } of await latestSessions(scope, [ritual.id], MAY_WAIT)) {
    const held = await heldOf(scope, ritual.id, occurrence)
    if (held && held.minimum > 0) await forget(scope, await partsOf(scope, ritual.id, occurrence))
  }
}

/** So many weeks can have answers that wait: the one that is open, and the one before. */
const MAY_WAIT = 2

/** Late answers are welcome while they are taken, where the prompt has reached its person. */
async function endPrompts(scope: WriteScope, retro: Retro): Promise<void> {
  await takeBackPrompts(scope, retro.held, scope.now < retro.held.lateUntil ? retro : undefined)
}

/** A prompt or nudge that still waits for its person's morning is not sent; one that was sent says how it stands. */
async function takeBackPrompts(
  scope: WriteScope,
  { ritual, occurrence }: { ritual: string; occurrence: string },
  takesLate: Retro | undefined,
): Promise<void> {
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual, occurrence)) {
    for (const post of part.nudges) await scope.cancel(post)
    const person = present.get(part.person)
    if (!person || part.answeredAt !== undefined) continue
    const view = takesLate ? promptLate(takesLate, person.locale, scope.now) : promptOver(person.locale)
    for (const post of part.prompts) if (!(await scope.cancel(post))) await scope.revise(post, view)
  }
}
