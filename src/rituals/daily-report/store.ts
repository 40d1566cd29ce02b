import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'

/** What a report has told of its month so far, and of whom. */
export interface Told {
  date: LocalDate
  monthDeals: number
  monthSignedMinor: number
  /** The people, folded. */
  people: string
}

export async function addReport(scope: WriteScope, ritual: string, told: Told): Promise<void> {
  await rowsOf(scope)
    .insertInto('daily_report')
    .values({
      workspace: scope.workspace.id,
      ritual,
      occurrence: told.date,
      month_deals: told.monthDeals,
      month_signed_minor: told.monthSignedMinor,
      people: told.people,
      recorded_at: scope.now,
    })
    .execute()
}

/** What the latest report before a day has told. */
export async function reportBefore(scope: Scope, ritual: string, date: LocalDate): Promise<Told | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('daily_report')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '<', date)
    .orderBy('occurrence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      date: row.occurrence,
      monthDeals: row.month_deals,
      monthSignedMinor: row.month_signed_minor,
      people: row.people,
    }
  )
}

/** Whether a ritual passes over days on which nothing has happened. */
export async function isSilentWhenEmpty(scope: Scope, ritual: string): Promise<boolean> {
  const row = await rowsOf(scope)
    .selectFrom('ritual')
    .select('silent_when_empty')
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .executeTakeFirst()
  return row?.silent_when_empty === 1
}

/** False: that is so already. */
export async function setSilentWhenEmpty(
  scope: WriteScope,
  ritual: string,
  silent: boolean,
): Promise<boolean> {
  const changed = await rowsOf(scope)
    .updateTable('ritual')
    .set({ silent_when_empty: silent ? 1 : 0 })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .where('silent_when_empty', '=', silent ? 0 : 1)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
