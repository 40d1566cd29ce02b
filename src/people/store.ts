import { asPerson, loadPerson } from '../kernel/directory-store.ts'
import { newId } from '../kernel/id.ts'
import type { Locale } from '../kernel/locale.ts'
import {
  type ChannelPurpose,
  type Person,
  rowsOf,
  type Scope,
  type WorkspaceSettings,
  type WriteScope,
} from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { ancestorsOf, subtreeOf, type Team } from './teams.ts'

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
    (await current(scope, scope.today)).filter((one) => one.part === 'manager').map((one) => one.person),
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
  if (added) await scope.record('role granted', `person:${person}`, undefined, role)
}

export async function revoke(scope: WriteScope, person: string, role: 'admin' | 'finance'): Promise<void> {
  await rowsOf(scope)
    .deleteFrom('person_role')
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('role', '=', role)
    .execute()
  await scope.record('role revoked', `person:${person}`, role, undefined)
}

export async function allTeams(scope: Scope): Promise<Team[]> {
  const rows = await rowsOf(scope)
    .selectFrom('team')
    .select(['id', 'name', 'parent', 'zone'])
    .where('workspace', '=', scope.workspace.id)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.zone ? { zone: row.zone } : {}),
  }))
}

export async function teamById(scope: Scope, id: string): Promise<Team | undefined> {
  return (await allTeams(scope)).find((team) => team.id === id)
}

export async function findTeam(scope: Scope, name: string): Promise<Team | undefined> {
  const wanted = name.normalize('NFC').trim().toLowerCase()
  return (await allTeams(scope)).find((team) => team.name.toLowerCase() === wanted)
}

/** Adds a team, or finds the one of that name. Gives the id. */
export async function addTeam(
  scope: WriteScope,
  team: { name: string; parent?: string; zone?: string },
): Promise<string> {
  const known = await findTeam(scope, team.name)
  if (known) return known.id
  const id = newId(scope.now)
  await rowsOf(scope)
    .insertInto('team')
    .values({
      workspace: scope.workspace.id,
      id,
      name: team.name.normalize('NFC').trim(),
      parent: team.parent ?? null,
      zone: team.zone ?? null,
      created_at: scope.now,
    })
    .execute()
  await scope.record('team added', `team:${id}`, undefined, team)
  return id
}

/** Puts a person into a team, as a member or as its manager, from a date on; nothing changes where that is so already. */
export async function joinTeam(
  scope: WriteScope,
  team: string,
  person: string,
  part: 'member' | 'manager',
  from: LocalDate,
): Promise<void> {
  const memberships = await current(scope, from)
  if (memberships.some((one) => one.team === team && one.person === person && one.part === part)) return
  await rowsOf(scope)
    .insertInto('membership')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      team,
      person,
      part,
      from_on: from,
      until_on: null,
      recorded_at: scope.now,
    })
    .execute()
  await scope.record('joined team', `person:${person}`, undefined, { team, part, from })
}

/** Ends a person's part in a team before a date. */
export async function leaveTeam(
  scope: WriteScope,
  team: string,
  person: string,
  part: 'member' | 'manager',
  until: LocalDate,
): Promise<void> {
  await rowsOf(scope)
    .updateTable('membership')
    .set({ until_on: until })
    .where('workspace', '=', scope.workspace.id)
    .where('team', '=', team)
    .where('person', '=', person)
    .where('part', '=', part)
    .where('until_on', 'is', null)
    .execute()
  await scope.record('left team', `person:${person}`, { team, part }, { until })
}

/** The teams that a person is a member of on a day; today when not said. */
export async function teamsOf(scope: Scope, person: string, on: LocalDate = scope.today): Promise<Team[]> {
  return teamsWith(scope, person, 'member', on)
}

/** The teams that a person leads on a day, with all their sub-teams. */
export async function teamsLedBy(scope: Scope, person: string, on: LocalDate = scope.today): Promise<Team[]> {
  const led = await teamsWith(scope, person, 'manager', on)
  if (led.length === 0) return []
  const teams = await allTeams(scope)
  const ids = new Set(led.flatMap((team) => subtreeOf(teams, team.id)))
  return teams.filter((team) => ids.has(team.id))
}

/** The members of a team and of all its sub-teams on a day, each once, by name. */
export async function membersOf(scope: Scope, team: string, on: LocalDate = scope.today): Promise<Person[]> {
  const ids = new Set(subtreeOf(await allTeams(scope), team))
  const members = new Set(
    (await current(scope, on))
      .filter((one) => one.part === 'member' && ids.has(one.team))
      .map((one) => one.person),
  )
  return (await everyone(scope)).filter((one) => members.has(one.id))
}

/** Who leads a team itself, not the teams above it. */
export async function managersOfTeam(
  scope: Scope,
  team: string,
  on: LocalDate = scope.today,
): Promise<Person[]> {
  const ids = (await current(scope, on))
    .filter((one) => one.part === 'manager' && one.team === team)
    .map((one) => one.person)
  const people = await Promise.all(ids.map((id) => personById(scope, id)))
  return people.filter((one) => one !== undefined)
}

/** Who leads the teams that a person belongs to or leads, and the teams above; the nearest first, never oneself. */
export async function managersOf(
  scope: Scope,
  person: string,
  on: LocalDate = scope.today,
): Promise<Person[]> {
  const memberships = await current(scope, on)
  const teams = await allTeams(scope)
  const own = memberships.filter((one) => one.person === person).map((one) => one.team)
  const upwards = own.flatMap((team) => ancestorsOf(teams, team).map((id, distance) => ({ id, distance })))
  upwards.sort((a, b) => a.distance - b.distance)
  const ids = new Set<string>()
  for (const { id } of upwards) {
    for (const one of memberships)
      if (one.part === 'manager' && one.team === id && one.person !== person) ids.add(one.person)
  }
  const people = await Promise.all([...ids].map((id) => personById(scope, id)))
  return people.filter((one) => one !== undefined)
}

/** Whether one leads another, directly or from a team above. */
export async function leads(scope: Scope, manager: string, person: string): Promise<boolean> {
  return (await managersOf(scope, person)).some((one) => one.id === manager)
}

export async function setChannel(
  scope: WriteScope,
  channel: { platform: string; home: string; purpose: ChannelPurpose; team?: string; externalId: string },
): Promise<void> {
  await rowsOf(scope)
    .insertInto('channel')
    .values({
      workspace: scope.workspace.id,
      platform: channel.platform,
      home: channel.home,
      purpose: channel.purpose,
      team: channel.team ?? '',
      external_id: channel.externalId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'purpose', 'team', 'platform', 'home'])
        .doUpdateSet({ external_id: channel.externalId }),
    )
    .execute()
}

export async function channelsOf(
  scope: Scope,
): Promise<{ platform: string; home: string; purpose: string; team: string; externalId: string }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('channel')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .orderBy('purpose')
    .orderBy('team')
    .execute()
  return rows.map(({ platform, home, purpose, team, external_id }) => ({
    platform,
    home,
    purpose,
    team,
    externalId: external_id,
  }))
}

export async function homesOf(
  scope: Scope,
): Promise<{ platform: string; externalId: string; name: string }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('home')
    .select(['platform', 'external_id', 'name'])
    .where('workspace', '=', scope.workspace.id)
    .orderBy('platform')
    .execute()
  return rows.map((row) => ({ platform: row.platform, externalId: row.external_id, name: row.name }))
}

/** Changes the workspace's own columns and settings; what is not named stays. */
export async function changeWorkspace(
  scope: WriteScope,
  change: {
    name?: string
    locale?: Locale
    zone?: string
    currency?: string
    fiscalStartMonth?: number
    workdays?: string
    settings?: WorkspaceSettings
  },
): Promise<void> {
  const { settings, fiscalStartMonth, ...columns } = change
  const values = {
    ...columns,
    ...(fiscalStartMonth ? { fiscal_start_month: fiscalStartMonth } : {}),
    ...(settings ? { settings: JSON.stringify({ ...scope.workspace.settings, ...settings }) } : {}),
  }
  if (Object.keys(values).length === 0) return
  await rowsOf(scope).updateTable('workspace').set(values).where('id', '=', scope.workspace.id).execute()
  await scope.record('workspace changed', `workspace:${scope.workspace.id}`, undefined, change)
}

interface Membership {
  team: string
  person: string
  part: 'member' | 'manager'
}

async function current(scope: Scope, on: LocalDate): Promise<Membership[]> {
  return rowsOf(scope)
    .selectFrom('membership')
    .select(['team', 'person', 'part'])
    .where('workspace', '=', scope.workspace.id)
    .where('from_on', '<=', on)
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', on)]))
    .orderBy('id')
    .execute()
}

async function teamsWith(
  scope: Scope,
  person: string,
  part: 'member' | 'manager',
  on: LocalDate,
): Promise<Team[]> {
  const own = new Set(
    (await current(scope, on))
      .filter((one) => one.person === person && one.part === part)
      .map((one) => one.team),
  )
  return own.size === 0 ? [] : (await allTeams(scope)).filter((team) => own.has(team.id))
}
