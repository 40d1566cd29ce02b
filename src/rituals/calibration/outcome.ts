import type { Goal } from '../../goals/goal.ts'
import { approvedBetween, type Proposal, proposalById } from '../../goals/proposal-store.ts'
import { type Revised, revisionsBetween } from '../../goals/revisions-between-store.ts'
import { goalById } from '../../goals/store.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import { namesOf } from '../../people/who.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import { teamGoals } from './goals.ts'
import { actionsOf, type Promised, promisedBefore } from './promised.ts'
import { type Input, inputsOf } from './store.ts'

/** What a calibration has brought: what changed, why, and who asked and agreed. */
export interface Outcome {
  ritual: Ritual
  session: Session
  promised: readonly Promised[]
  markets: readonly { by: Person | undefined; input: Input }[]
  actions: readonly Promised[]
  /** Those that were made here, and what was agreed elsewhere meanwhile about the team's goals. */
  proposals: readonly { proposal: Proposal; goal: Goal }[]
  /** Goals of the team that somebody changed in this time without a proposal. */
  direct: readonly { revised: Revised; goal: Goal }[]
  names: ReadonlyMap<string, string>
  lateMinutes: number
}

export async function outcomeOf(
  scope: Scope,
  ritual: Ritual,
  session: Session,
  lateMinutes: number,
): Promise<Outcome> {
  const inputs = await inputsOf(scope, session.ritual, session.occurrence)
  const markets = []
  const proposals = []
  for (const input of inputs) {
    if (input.market || input.kind) markets.push({ by: await personById(scope, input.person), input })
    const proposal = input.proposal === undefined ? undefined : await proposalById(scope, input.proposal)
    const goal = proposal && (await goalById(scope, proposal.goal))
    if (proposal && goal) proposals.push({ proposal, goal })
  }
  const goals = await goalsOf(scope, ritual, session)
  const known = new Set(proposals.map(({ proposal }) => proposal.id))
  const until = session.closedAt ?? scope.now
  for (const proposal of await approvedBetween(scope, [...goals.keys()], session.openedAt, until)) {
    const goal = goals.get(proposal.goal)
    if (goal && !known.has(proposal.id)) proposals.push({ proposal, goal })
  }
  const direct = await changedDirectly(
    scope,
    goals,
    session,
    proposals.map(({ proposal }) => proposal),
  )
  const people = [
    ...proposals.flatMap(({ proposal: one }) => [one.proposedBy, one.managerBy, one.adminBy, one.declinedBy]),
    ...direct.map(({ revised }) => revised.by),
  ].filter((id) => id !== undefined)
  return {
    ritual,
    session,
    promised: await promisedBefore(scope, session),
    markets,
    actions: await actionsOf(scope, session),
    proposals,
    direct,
    names: await namesOf(scope, people),
    lateMinutes,
  }
}

async function goalsOf(scope: Scope, { team }: Ritual, { occurrence }: Session): Promise<Map<string, Goal>> {
  const members = await ownMembers(scope, team.id)
  const { shared, personal } = await teamGoals(scope, team.id, members, occurrence)
  return new Map([...shared, ...personal].map((goal) => [goal.id, goal]))
}

/** Revisions of the team's goals while the calibration was open, but for those that a proposal made. */
async function changedDirectly(
  scope: Scope,
  goals: ReadonlyMap<string, Goal>,
  session: Session,
  proposals: readonly Proposal[],
): Promise<Outcome['direct']> {
  const until = session.closedAt ?? scope.now
  const revisions = await revisionsBetween(scope, [...goals.keys()], session.openedAt, until)
  return revisions.flatMap((revised) => {
    const goal = goals.get(revised.goal)
    const proposed = proposals.some(
      (one) => one.status === 'approved' && one.goal === revised.goal && one.value === revised.after,
    )
    return goal && !proposed ? [{ revised, goal }] : []
  })
}
