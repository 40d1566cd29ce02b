import type { Kysely } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { isBlank, label } from '../view/fit.ts'
import { dateAt } from './calendar.ts'
import {
  addHome,
  addIdentifiedPerson,
  addWorkspace,
  grantRole,
  hasAdmin,
  loadPerson,
  personOfIdentity,
  workspaceOfHome,
} from './directory-store.ts'
import type { Event, PlatformPerson } from './event.ts'
import { newId } from './id.ts'
import { localeFrom } from './locale.ts'
import { LONGEST } from './longest.ts'
import type { Person, Workspace } from './scope.ts'
import { writeScope } from './scopes.ts'
import type { Instant } from './time.ts'

/**
 * Finds the workspace and the person behind an event. Someone who speaks for the first time is taken in as a rep;
 * a home that is new becomes a workspace of its own. The first admin is who owns or administers the home, or who is
 * named in `admins` (external ids).
 */
export async function admit(
  database: Database,
  event: Event,
  now: Instant,
  admins: readonly string[],
): Promise<{ workspace: Workspace; person: Person }> {
  const { platform, home } = event
  const workspace = await workspaceOfHome(database.reads, platform, home)
  const known = workspace && (await personOfIdentity(database.reads, platform, home, event.by.id))
  const mentionsKnown = await allKnown(database, event)
  if (workspace && known && mentionsKnown) {
    const person = await loadPerson(database.reads, workspace, known, dateAt(now, workspace.zone))
    const settled = person?.roles.includes('admin') || !(await becomesAdmin(database.reads, workspace.id))
    if (person && settled) return { workspace, person }
  }
  const id = workspace?.id ?? `${platform}-${home}`
  return database.write(async (tables) => {
    if (!workspace) {
      const locale = localeFrom(event.by.locale)
      const name = event.homeName ?? home
      await addWorkspace(tables, { id, name, locale, zone: event.by.zone ?? 'Asia/Shanghai' }, now)
      await addHome(tables, { platform, id: home, workspace: id, name }, now)
    }
    const here = workspace ?? (await workspaceOfHome(tables, platform, home))
    if (!here) throw new Error(`The home ${platform}/${home} has no workspace.`)
    const takeIn = (who: PlatformPerson) =>
      addIdentifiedPerson(tables, here, { platform, home, externalId: who.id }, newcomer(who, now), now)
    const taken = await takeIn(event.by)
    for (const mention of event.mentions ?? []) await takeIn(mention)
    const promoted = await becomesAdmin(tables, here.id)
    if (promoted) await grantRole(tables, here.id, taken, 'admin', now)
    const person = await loadPerson(tables, here, taken, dateAt(now, here.zone))
    if (!person) throw new Error(`${event.by.id} was not taken in.`)
    if (promoted) {
      const scope = writeScope(tables, { workspace: here, person, now, origin: event.delivery })
      await scope.record('role.granted', `person:${taken}`, undefined, 'admin')
    }
    return { workspace: here, person }
  }, id)

  async function becomesAdmin(tables: Kysely<Tables>, workspace: string): Promise<boolean> {
    if (admins.includes(event.by.id)) return true
    return event.by.admin === true && !(await hasAdmin(tables, workspace))
  }
}

async function allKnown(database: Database, event: Event): Promise<boolean> {
  for (const mention of event.mentions ?? []) {
    if (!(await personOfIdentity(database.reads, event.platform, event.home, mention.id))) return false
  }
  return true
}

function newcomer(who: PlatformPerson, now: Instant) {
  return {
    id: newId(now),
    name: isBlank(who.name ?? '') ? who.id : label(who.name ?? '', LONGEST.name),
    ...(who.locale ? { locale: localeFrom(who.locale) } : {}),
    ...(who.zone ? { zone: who.zone } : {}),
  }
}
