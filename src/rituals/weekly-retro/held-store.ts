import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'

/** One week's retro: what held when it was opened, and who took part in the end. */
export interface Held {
  ritual: string
  occurrence: Period
  /** 0: answers carry names. Otherwise they carry none, and are shown from so many on. */
  minimum: number
  /** Two questions only, and no nudge. */
  short: boolean
  /** Until then answers are taken after the close, as late ones. */
  lateUntil: Instant
  /** The posts that hold the summary. */
  summaries: string[]
  /** How many count; undefined until the close. */
  asked: number | undefined
  answered: number
  /** How many of them after the close. */
  late: number
  /** So many answers without names were too few to be shown. */
  erased: number
}

export async function addHeld(
  scope: WriteScope,
  held: Pick<Held, 'ritual' | 'occurrence' | 'minimum' | 'short' | 'lateUntil'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('retro_week')
    .values({
      workspace: scope.workspace.id,
      ritual: held.ritual,
      occurrence: held.occurrence,
      minimum: held.minimum,
      short: held.short ? 1 : 0,
      late_until: held.lateUntil,
      asked: null,
    })
    .execute()
}

export async function heldOf(scope: Scope, ritual: string, occurrence: Period): Promise<Held | undefined> {
  const row = await weeks(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst()
  return row && asHeld(row)
}

/** The latest closed weeks of a ritual, up to one of them, the oldest first. */
export async function closedUntil(
  scope: Scope,
  ritual: string,
  occurrence: Period,
  count: number,
): Promise<Held[]> {
  const rows = await weeks(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '<=', occurrence)
    .where('asked', 'is not', null)
    .orderBy('occurrence', 'desc')
    .limit(count)
    .execute()
  return rows.map(asHeld).reverse()
}

/** Notes how a week has come out, as far as it is known now. */
export async function saveOutcome(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Held, 'ritual' | 'occurrence'>,
  outcome: Partial<Pick<Held, 'summaries' | 'asked' | 'answered' | 'late' | 'erased'>>,
): Promise<void> {
  const { summaries, ...counts } = outcome
  await rowsOf(scope)
    .updateTable('retro_week')
    .set({ ...counts, ...(summaries ? { summaries: JSON.stringify(summaries) } : {}) })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .execute()
}

const weeks = (scope: Scope) =>
  rowsOf(scope).selectFrom('retro_week').selectAll().where('workspace', '=', scope.workspace.id)

function asHeld(row: Selectable<Tables['retro_week']>): Held {
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    minimum: row.minimum,
    short: row.short === 1,
    lateUntil: row.late_until,
    summaries: JSON.parse(row.summaries),
    asked: row.asked ?? undefined,
    answered: row.answered,
    late: row.late,
    erased: row.erased,
  }
}
