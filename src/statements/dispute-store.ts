import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** Something that a person says is wrong with their pay. */
export interface Dispute {
  id: string
  number: number
  person: string
  period: Period
  /** The deal's id; undefined: the statement as a whole. */
  deal: string | undefined
  state: 'open' | 'accepted' | 'rejected' | 'carried'
  openedAt: Instant
}

export interface DisputeEvent {
  kind: 'opened' | 'note' | 'accepted' | 'rejected' | 'carried'
  by: string | undefined
  at: Instant
  note: string | undefined
}

/** Opens a dispute. False: the person has an unsettled one about the same already. */
export async function openDispute(
  scope: WriteScope,
  dispute: Pick<Dispute, 'id' | 'number' | 'person' | 'period' | 'deal'>,
): Promise<boolean> {
  const { id, number, person, period, deal } = dispute
  const row = await rowsOf(scope)
    .insertInto('dispute')
    .values({
      workspace: scope.workspace.id,
      id,
      number,
      person,
      period,
      deal: deal ?? null,
      state: 'open',
      slot: slotOf(dispute),
      opened_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'slot']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The unsettled dispute of a person about a deal, or about the period's statement as a whole. */
export async function disputeAbout(
  scope: Scope,
  about: Pick<Dispute, 'person' | 'period' | 'deal'>,
): Promise<Dispute | undefined> {
  const row = await disputes(scope).where('slot', '=', slotOf(about)).executeTakeFirst()
  return row && asDispute(row)
}

export async function disputeByNumber(scope: Scope, number: number): Promise<Dispute | undefined> {
  const row = await disputes(scope).where('number', '=', number).executeTakeFirst()
  return row && asDispute(row)
}

/** The disputes that wait for an answer, the oldest first; of a period, where one is named. */
export async function openDisputes(scope: Scope, where: { period?: Period } = {}): Promise<Dispute[]> {
  let query = disputes(scope).where('state', '=', 'open')
  if (where.period !== undefined) query = query.where('period', '=', where.period)
  return (await query.orderBy('opened_at').orderBy('number').execute()).map(asDispute)
}

/** The disputes that were carried over and still have to be settled, the oldest first. */
export async function carriedDisputes(scope: Scope): Promise<Dispute[]> {
  const rows = await disputes(scope)
    .where('state', '=', 'carried')
    .orderBy('opened_at')
    .orderBy('number')
    .execute()
  return rows.map(asDispute)
}

/** Gives a dispute that is not settled another state. False: somebody has settled it, or it is so already. */
export async function moveDispute(
  scope: WriteScope,
  { id }: Pick<Dispute, 'id'>,
  state: 'accepted' | 'rejected' | 'carried',
): Promise<boolean> {
  const settled = state !== 'carried'
  const row = await rowsOf(scope)
    .updateTable('dispute')
    .set(settled ? { state, slot: null } : { state })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('state', 'in', settled ? ['open', 'carried'] : ['open'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function addDisputeEvent(
  scope: WriteScope,
  dispute: string,
  kind: DisputeEvent['kind'],
  note: string | undefined,
): Promise<void> {
  const last = await rowsOf(scope)
    .selectFrom('dispute_event')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('workspace', '=', scope.workspace.id)
    .where('dispute', '=', dispute)
    .executeTakeFirst()
  await rowsOf(scope)
    .insertInto('dispute_event')
    .values({
      workspace: scope.workspace.id,
      dispute,
      sequence: Number(last?.sequence ?? 0) + 1,
      kind,
      said_by: scope.person?.id ?? null,
      at: scope.now,
      note: note ?? null,
    })
    .execute()
}

/** What was said and decided, in order. */
export async function disputeEvents(scope: Scope, dispute: string): Promise<DisputeEvent[]> {
  const rows = await rowsOf(scope)
    .selectFrom('dispute_event')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('dispute', '=', dispute)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    by: row.said_by ?? undefined,
    at: row.at,
    note: row.note ?? undefined,
  }))
}

const slotOf = ({ person, period, deal }: Pick<Dispute, 'person' | 'period' | 'deal'>): string =>
  `${person} ${deal ?? period}`

const disputes = (scope: Scope) =>
  rowsOf(scope).selectFrom('dispute').selectAll().where('workspace', '=', scope.workspace.id)

function asDispute(row: Selectable<Tables['dispute']>): Dispute {
  return {
    id: row.id,
    number: row.number,
    person: row.person,
    period: row.period,
    deal: row.deal ?? undefined,
    state: row.state,
    openedAt: row.opened_at,
  }
}
