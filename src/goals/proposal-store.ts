import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Phase } from './goal.ts'

/** A change of a goal that somebody asks for. */
export interface Proposal {
  id: string
  goal: string
  beforeValue: number
  value: number
  /** Where the value stays and its months should change: how it is split, and how it should be. */
  phases?: { before: readonly Phase[]; after: readonly Phase[] } | undefined
  reason: string
  status: 'open' | 'approved' | 'declined'
  proposedBy: string | undefined
  /** Who has said yes as the manager, and as an admin. */
  managerBy: string | undefined
  adminBy: string | undefined
  declinedBy?: string | undefined
  /** The post under which the decision is announced. */
  thread: string | undefined
}

export async function addProposal(scope: WriteScope, proposal: Proposal): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal_proposal')
    .values({
      workspace: scope.workspace.id,
      id: proposal.id,
      goal: proposal.goal,
      before_value: proposal.beforeValue,
      value: proposal.value,
      reason: proposal.reason,
      status: proposal.status,
      proposed_by: proposal.proposedBy ?? null,
      proposed_at: scope.now,
      manager_by: proposal.managerBy ?? null,
      admin_by: proposal.adminBy ?? null,
      declined_by: null,
      decided_at: null,
      thread: proposal.thread ?? null,
      phases: proposal.phases ? JSON.stringify(proposal.phases) : null,
    })
    .execute()
}

export async function proposalById(scope: Scope, id: string): Promise<Proposal | undefined> {
  const row = await proposals(scope).where('id', '=', id).executeTakeFirst()
  return row && asProposal(row)
}

/** What waits to be decided, oldest first; of one goal, or of all. */
export async function openProposals(scope: Scope, goal?: string): Promise<Proposal[]> {
  let query = proposals(scope).where('status', '=', 'open')
  if (goal) query = query.where('goal', '=', goal)
  const rows = await query.orderBy('proposed_at').orderBy('id').execute()
  return rows.map(asProposal)
}

/** What was agreed about some goals between two moments (both included), in order. */
export async function approvedBetween(
  scope: Scope,
  goals: readonly string[],
  from: Instant,
  until: Instant,
): Promise<Proposal[]> {
  if (goals.length === 0) return []
  const rows = await proposals(scope)
    .where('goal', 'in', [...goals])
    .where('status', '=', 'approved')
    .where('decided_at', '>=', from)
    .where('decided_at', '<=', until)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map(asProposal)
}

/** Stores a yes, or the decision. False: somebody else has decided in the meantime. */
export async function decide(
  scope: WriteScope,
  proposal: Proposal,
  decision: Partial<Pick<Proposal, 'status' | 'managerBy' | 'adminBy'>> & { declinedBy?: string },
): Promise<boolean> {
  const changed = await rowsOf(scope)
    .updateTable('goal_proposal')
    .set({
      manager_by: decision.managerBy ?? proposal.managerBy ?? null,
      admin_by: decision.adminBy ?? proposal.adminBy ?? null,
      declined_by: decision.declinedBy ?? null,
      status: decision.status ?? 'open',
      decided_at: decision.status ? scope.now : null,
    })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', proposal.id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

const proposals = (scope: Scope) =>
  rowsOf(scope).selectFrom('goal_proposal').selectAll().where('workspace', '=', scope.workspace.id)

function asProposal(row: Selectable<Tables['goal_proposal']>): Proposal {
  return {
    id: row.id,
    goal: row.goal,
    beforeValue: row.before_value,
    value: row.value,
    reason: row.reason,
    status: row.status,
    proposedBy: row.proposed_by ?? undefined,
    managerBy: row.manager_by ?? undefined,
    adminBy: row.admin_by ?? undefined,
    declinedBy: row.declined_by ?? undefined,
    thread: row.thread ?? undefined,
    phases: row.phases === null ? undefined : JSON.parse(row.phases),
  }
}
