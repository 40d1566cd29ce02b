import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Facts } from './facts.ts'
import type { FindingKind } from './findings.ts'

/** What a review has found, and where it is held. */
export interface Review {
  ritual: string
  occurrence: Period
  facts: Facts
  /** The calibration in whose thread it is held. */
  within: { ritual: string; occurrence: Period } | undefined
  /** Its own posts in that thread. */
  posts: string[]
}

/** What somebody has made of a review. */
export interface Entry {
  id: string
  ritual: string
  occurrence: Period
  kind: 'case' | 'sop' | 'item'
  person: string
  finding: FindingKind | undefined
  title: string
  body: string
  item: string | undefined
}

export async function addReview(scope: WriteScope, review: Review): Promise<void> {
  await rowsOf(scope)
    .insertInto('data_review')
    .values({
      workspace: scope.workspace.id,
      ritual: review.ritual,
      occurrence: review.occurrence,
      facts: JSON.stringify(review.facts),
      within_ritual: review.within?.ritual ?? null,
      within_occurrence: review.within?.occurrence ?? null,
      posts: JSON.stringify(review.posts),
    })
    .execute()
}

export async function reviewOf(
  scope: Scope,
  ritual: string,
  occurrence: Period,
): Promise<Review | undefined> {
  const row = await reviews(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst()
  return row && asReview(row)
}

/** The reviews that are held in a calibration's thread. */
export async function reviewsWithin(scope: Scope, ritual: string, occurrence: Period): Promise<Review[]> {
  const rows = await reviews(scope)
    .where('within_ritual', '=', ritual)
    .where('within_occurrence', '=', occurrence)
    .execute()
  return rows.map(asReview)
}

/** Stores an entry under the id that its form carried. False: that form has been taken before. */
export async function addEntry(scope: WriteScope, entry: Entry): Promise<boolean> {
  const added = await rowsOf(scope)
    .insertInto('review_entry')
    .values({
      workspace: scope.workspace.id,
      ...entry,
      finding: entry.finding ?? null,
      item: entry.item ?? null,
      recorded_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Notes the improvement item that an entry has become. */
export async function linkItem(scope: WriteScope, id: string, item: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('review_entry')
    .set({ item })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Everything that people made of a review, in order. */
export async function entriesOf(scope: Scope, ritual: string, occurrence: Period): Promise<Entry[]> {
  const rows = await entries(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(asEntry)
}

/** The SOP notes of some rituals, the latest first. */
export async function notesOf(scope: Scope, rituals: readonly string[], limit: number): Promise<Entry[]> {
  if (rituals.length === 0) return []
  const rows = await entries(scope)
    .where('kind', '=', 'sop')
    .where('ritual', 'in', [...rituals])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asEntry)
}

const reviews = (scope: Scope) =>
  rowsOf(scope).selectFrom('data_review').selectAll().where('workspace', '=', scope.workspace.id)

const entries = (scope: Scope) =>
  rowsOf(scope).selectFrom('review_entry').selectAll().where('workspace', '=', scope.workspace.id)

function asReview(row: Selectable<Tables['data_review']>): Review {
  const { within_ritual: ritual, within_occurrence: occurrence } = row
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    facts: JSON.parse(row.facts),
    within: ritual !== null && occurrence !== null ? { ritual, occurrence } : undefined,
    posts: JSON.parse(row.posts),
  }
}

function asEntry(row: Selectable<Tables['review_entry']>): Entry {
  return {
    id: row.id,
    ritual: row.ritual,
    occurrence: row.occurrence,
    kind: row.kind,
    person: row.person,
    finding: (row.finding as FindingKind | null) ?? undefined,
    title: row.title,
    body: row.body,
    item: row.item ?? undefined,
  }
}
