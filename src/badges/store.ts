import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { type Award, type Badge, DEFAULT_BADGES } from './badge.ts'

/** The workspace's badges; the usual ones until it has its own. */
export async function badgesOf(scope: Scope): Promise<Badge[]> {
  const rows = await rowsOf(scope)
    .selectFrom('badge')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.length === 0 ? [...DEFAULT_BADGES] : rows.map(asBadge)
}

/** Stores the usual badges where the workspace has none yet. */
export async function seedBadges(scope: WriteScope): Promise<void> {
  await rowsOf(scope)
    .insertInto('badge')
    .values(
      DEFAULT_BADGES.map((badge) => ({
        workspace: scope.workspace.id,
        id: badge.id,
        name_zh: badge.name['zh-CN'],
        name_en: badge.name.en,
        emoji: badge.emoji,
        tone: badge.tone,
        monthly: badge.monthly ? (1 as const) : (0 as const),
        rule: badge.rule ?? null,
        created_at: scope.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .execute()
}

/** What a person holds, the latest first. */
export async function awardsOf(scope: Scope, person: string): Promise<Award[]> {
  const rows = await awards(scope)
    .where('person', '=', person)
    .where('held', '=', 1)
    .orderBy('month', 'desc')
    .orderBy('awarded_at', 'desc')
    .execute()
  return rows.map(asAward)
}

/** Everything held for a span of months, the latest first. */
export async function awardsBetween(scope: Scope, from: Period, to: Period): Promise<Award[]> {
  const rows = await awards(scope)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where('held', '=', 1)
    .orderBy('month', 'desc')
    .orderBy('awarded_at', 'desc')
    .execute()
  return rows.map(asAward)
}

export async function awardById(scope: Scope, id: string): Promise<Award | undefined> {
  const row = await awards(scope).where('id', '=', id).executeTakeFirst()
  return row && asAward(row)
}

/** The awards that a message, a command or a nomination gave, revoked ones among them. */
export async function awardsFor(scope: Scope, badge: string, cause: string): Promise<Award[]> {
  const rows = await awards(scope).where('cause', '=', cause).where('badge', '=', badge).execute()
  return rows.map(asAward)
}

/** Who holds a monthly badge in a team. */
export async function holderOf(
  scope: Scope,
  badge: string,
  month: Period,
  team: string,
): Promise<Award | undefined> {
  const row = await awards(scope)
    .where('badge', '=', badge)
    .where('slot', '=', slotOf(month, team))
    .executeTakeFirst()
  return row && asAward(row)
}

/** Stores an award, or takes a revoked one up again; with a line in its history. Gives that line's number. */
export async function hold(scope: WriteScope, award: Award, monthly: boolean): Promise<number> {
  const { id, badge, person, team, month, cause } = award
  const row = {
    team,
    month,
    held: 1 as const,
    slot: monthly ? slotOf(award.month, award.team) : null,
    reason: award.reason ?? null,
    beside: JSON.stringify(award.beside),
    awarded_by: award.by,
    awarded_at: award.at,
    announced_at: award.announcedAt,
  }
  await rowsOf(scope)
    .insertInto('award')
    .values({ workspace: scope.workspace.id, id, badge, person, cause, ...row })
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(row))
    .execute()
  return addEvent(scope, id, 'awarded', award.by, award.reason)
}

/** Remembers where an award is announced. */
export async function announcedIn(scope: WriteScope, award: string, posts: readonly string[]): Promise<void> {
  await rowsOf(scope)
    .updateTable('award')
    .set({ posts: JSON.stringify(posts) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', award)
    .execute()
}

/** Takes an award back; its history stays. */
export async function release(scope: WriteScope, award: string, by: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('award')
    .set({ held: 0, slot: null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', award)
    .execute()
  await addEvent(scope, award, 'revoked', by, undefined)
}

/** When anything about awards has last changed; undefined: never. */
export async function lastAwardEvent(scope: Scope): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('award_event')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('workspace', '=', scope.workspace.id)
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Every awarding and revoking of an award, oldest first. */
export async function historyOf(scope: Scope, award: string) {
  const rows = await rowsOf(scope)
    .selectFrom('award_event')
    .select(['kind', 'at', 'done_by', 'reason'])
    .where('workspace', '=', scope.workspace.id)
    .where('award', '=', award)
    .orderBy('sequence')
    .execute()
  return rows.map(({ kind, at, done_by, reason }) => ({ kind, at, by: done_by, reason: reason ?? undefined }))
}

async function addEvent(
  scope: WriteScope,
  award: string,
  kind: 'awarded' | 'revoked',
  by: string,
  reason: string | undefined,
): Promise<number> {
  const last = await rowsOf(scope)
    .selectFrom('award_event')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('workspace', '=', scope.workspace.id)
    .where('award', '=', award)
    .executeTakeFirst()
  const sequence = Number(last?.sequence ?? 0) + 1
  await rowsOf(scope)
    .insertInto('award_event')
    .values({
      workspace: scope.workspace.id,
      award,
      sequence,
      kind,
      at: scope.now,
      done_by: by,
      reason: reason ?? null,
      origin: scope.origin,
    })
    .execute()
  return sequence
}

const awards = (scope: Scope) =>
  rowsOf(scope).selectFrom('award').selectAll().where('workspace', '=', scope.workspace.id)

const slotOf = (month: Period, team: string) => `${month}/${team}`

function asBadge(row: Selectable<Tables['badge']>): Badge {
  return {
    id: row.id,
    name: { 'zh-CN': row.name_zh, en: row.name_en },
    emoji: row.emoji,
    tone: row.tone,
    monthly: row.monthly === 1,
    rule: row.rule === 'most-signed' ? row.rule : undefined,
  }
}

function asAward(row: Selectable<Tables['award']>): Award {
  return {
    id: row.id,
    badge: row.badge,
    person: row.person,
    team: row.team,
    month: row.month,
    cause: row.cause,
    held: row.held === 1,
    reason: row.reason ?? undefined,
    beside: JSON.parse(row.beside),
    by: row.awarded_by,
    at: row.awarded_at,
    announcedAt: row.announced_at,
    posts: JSON.parse(row.posts),
  }
}
