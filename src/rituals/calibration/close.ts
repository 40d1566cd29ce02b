import { proposalById } from '../../goals/proposal-store.ts'
import { goalById } from '../../goals/store.ts'
import { itemsFrom } from '../../improvements/store.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { closeSession, postInThread, type Session } from '../session-store.ts'
import { teamGoals } from './goals.ts'
import { inputsOf } from './store.ts'
import { type Outcome, openingView, outcomeView } from './views.ts'

/** Ends a calibration: what changed and why goes into the thread. A proposal left open can still be decided there. */
export async function closeCalibration(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const session = await closeSession(scope, ritual.id, occurrence)
  if (!session) return
  const outcome = await outcomeOf(scope, ritual, session, lateMinutes)
  await postInThread(scope, session, await outcomeView(scope, outcome))
  const goals = await teamGoals(scope, ritual.team.id, await ownMembers(scope, ritual.team.id), occurrence)
  const over = await openingView(scope, { ritual, session, goals, lateMinutes: 0, over: true })
  for (const thread of session.threads) await scope.revise(thread, over)
}

async function outcomeOf(
  scope: Scope,
  ritual: Ritual,
  session: Session,
  lateMinutes: number,
): Promise<Outcome> {
  const inputs = await inputsOf(scope, ritual.id, session.occurrence)
  const markets = []
  const proposals = []
  for (const input of inputs) {
    if (input.market) markets.push({ by: await personById(scope, input.person), text: input.market })
    const proposal = input.proposal === undefined ? undefined : await proposalById(scope, input.proposal)
    const goal = proposal && (await goalById(scope, proposal.goal))
    if (proposal && goal) proposals.push({ proposal, goal })
  }
  const actions = []
  for (const item of await itemsFrom(
    scope,
    inputs.flatMap((input) => input.item ?? []),
  )) {
    actions.push({ item, owner: await personById(scope, item.owner) })
  }
  return { ritual, month: session.occurrence, markets, actions, proposals, lateMinutes }
}
