import type { Team } from '../support/team.ts'

/** What the audit log says about one kind of change. */
export async function auditOf({ database }: Team, what: string) {
  const rows = await database.reads
    .selectFrom('audit')
    .select(['person', 'subject', 'after'])
    .where('what', '=', what)
    .execute()
  return rows.map((row) => ({ ...row, after: JSON.parse(row.after ?? 'null') as unknown }))
}
