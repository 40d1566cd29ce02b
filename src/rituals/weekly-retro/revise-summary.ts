import type { WriteScope } from '../../kernel/scope.ts'
import { ownMembers } from '../audience-store.ts'
import { countedIn } from './counted.ts'
import { heldOf, saveOutcome } from './held-store.ts'
import { openingFacts } from './open.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { partsOf } from './store.ts'
import type { Retro } from './taking.ts'
import { openingView, summaryView } from './views.ts'

/** Brings the summary and the thread's first message up to what has come in since the close. */
export async function reviseSummary(scope: WriteScope, retro: Retro): Promise<void> {
  const outcome = await recount(scope, retro)
  const view = summaryView(scope, outcome, scope.workspace.locale)
  for (const post of outcome.held.summaries) await scope.revise(post, view)
  await reviseOpening(scope, retro, outcome)
}

/** Counts who has taken part, and notes it. */
export async function recount(scope: WriteScope, retro: Retro, lateMinutes = 0): Promise<Outcome> {
  const { ritual, session } = retro
  const parts = await partsOf(scope, ritual.id, session.occurrence)
  const counted = await countedIn(scope, ritual, session, parts)
  await saveOutcome(scope, retro.held, {
    asked: counted.length,
    answered: parts.filter((part) => part.answeredAt !== undefined).length,
    late: parts.filter((part) => part.late).length,
  })
  const held = (await heldOf(scope, ritual.id, session.occurrence)) ?? retro.held
  return outcomeOf(scope, { ...retro, held }, lateMinutes)
}

/** The message that opened the thread says that it is over, and how many took part. */
export async function reviseOpening(scope: WriteScope, retro: Retro, outcome: Outcome): Promise<void> {
  const { ritual, session } = retro
  const members = await ownMembers(scope, ritual.team.id)
  const all = [...new Map([...members.map((one) => [one.id, one] as const), ...outcome.people]).values()]
  const facts = await openingFacts(scope, retro, all, outcome.asked)
  const view = openingView(scope, { ...facts, unfinished: outcome.carried, answered: outcome.answered })
  for (const thread of session.threads) await scope.revise(thread, view)
}
