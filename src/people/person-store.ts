import { asPerson, loadPerson } from '../kernel/directory-store.ts'
import { newId } from '../kernel/id.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Person, rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { memberships } from './membership-store.ts'

/** Someone of this workspace, also after they have left. */
export function personById(scope: Scope, id: string): Promise<Person | undefined> {
  return loadPerson(rowsOf(scope), scope.workspace, id, scope.today)
}

/** Everybody who has not left, by name. */
export async function everyone(scope: Scope): Promise<Person[]> {
  const people = await rowsOf(scope)
    .selectFrom('person')
    .select(['id', 'name', 'locale', 'zone'])
    .where('workspace', '=', scope.workspace.id)
    .where((or) => or.or([or('left_on', 'is', null), or('left_on', '>', scope.today)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  const roles = await rowsOf(scope)
    .selectFrom('person_role')
    .select(['person', 'role'])
    .where('workspace', '=', scope.workspace.id)
    .execute()
  const managers = new Set(
    (await memberships(scope, scope.today, { part: 'manager' })).map((one) => one.person),
  )
  const granted = new Map<string, string[]>()
  for (const { person, role } of roles) granted.set(person, [...(granted.get(person) ?? []), role])
  return people.map((row) => asPerson(scope.workspace, row, granted.get(row.id) ?? [], managers.has(row.id)))
}

/** Everybody of that name, exactly. */
export async function findPeople(scope: Scope, name: string): Promise<Person[]> {
  const rows = await rowsOf(scope)
    .selectFrom('person')
    .select('id')
    .where('workspace', '=', scope.workspace.id)
    .where('name', '=', name.normalize('NFC').trim())
    .execute()
  const people = await Promise.all(rows.map((row) => personById(scope, row.id)))
  return people.filter((one) => one !== undefined)
}

/** Adds a person. Gives the id. */
export async function addPerson(
  scope: WriteScope,
  person: { name: string; locale?: Locale; zone?: string },
): Promise<string> {
  const id = newId(scope.now)
  await rowsOf(scope)
    .insertInto('person')
    .values({
      workspace: scope.workspace.id,
      id,
      name: person.name.normalize('NFC').trim(),
      locale: person.locale ?? null,
      zone: person.zone ?? null,
      created_at: scope.now,
      left_on: null,
    })
    .execute()
  return id
}

/** Lets a person be known on a platform by an external id. */
export async function addIdentity(
  scope: WriteScope,
  identity: { platform: string; home: string; externalId: string; person: string },
): Promise<void> {
  await rowsOf(scope)
    .insertInto('identity')
    .values({
      platform: identity.platform,
      home: identity.home,
      external_id: identity.externalId,
      workspace: scope.workspace.id,
      person: identity.person,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'home', 'external_id']).doNothing())
    .execute()
}

export async function setLocale(scope: WriteScope, person: string, locale: Locale | null): Promise<void> {
  await rowsOf(scope)
    .updateTable('person')
    .set({ locale })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', person)
    .execute()
}

export async function grant(scope: WriteScope, person: string, role: 'admin' | 'finance'): Promise<void> {
  const added = await rowsOf(scope)
    .insertInto('person_role')
    .values({ workspace: scope.workspace.id, person, role, recorded_at: scope.now })
    .onConflict((conflict) => conflict.columns(['workspace', 'person', 'role']).doNothing())
    .returning('role')
    .executeTakeFirst()
  if (added) await scope.record('role.granted', `person:${person}`, undefined, role)
}

export async function revoke(scope: WriteScope, person: string, role: 'admin' | 'finance'): Promise<void> {
  await rowsOf(scope)
    .deleteFrom('person_role')
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('role', '=', role)
    .execute()
  await scope.record('role.revoked', `person:${person}`, role, undefined)
}
