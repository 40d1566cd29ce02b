import type { Kysely, Selectable } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tables } from '../db/tables.ts'
import { LOCALES, type Locale, localeFrom } from './locale.ts'
import type { Person, Role, Workspace } from './scope.ts'
import type { Instant, LocalDate } from './time.ts'
import { withOwnDays } from './workdays.ts'

/**
 * Which workspace a home belongs to, and who somebody is there. This comes before any scope exists,
 * so these functions take the tables themselves.
 */
export async function workspaceOfHome(
  tables: Kysely<Tables>,
  platform: string,
  home: string,
): Promise<Workspace | undefined> {
  const [row] = await homesWorkspace(tables, { platform, home })
  return row && asWorkspace(row)
}

/** SQLite plans joins anew at every run with other values; a subquery it plans once. */
const homesWorkspace = compiledOnce(['platform', 'home'], (tables, { platform, home }) =>
  tables
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', (eb) =>
      eb
        .selectFrom('home')
        .select('home.workspace')
        .where('home.platform', '=', platform)
        .where('home.external_id', '=', home),
    ),
)

export async function workspaceById(tables: Kysely<Tables>, id: string): Promise<Workspace | undefined> {
  const row = await tables.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asWorkspace(row)
}

export async function allWorkspaces(tables: Kysely<Tables>): Promise<Workspace[]> {
  const rows = await tables.selectFrom('workspace').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(asWorkspace)
}

export interface NewWorkspace {
  id: string
  name: string
  locale: Locale
  zone: string
  currency?: string
  demo?: boolean
}

/** Adds a workspace, unless it exists already. */
export async function addWorkspace(
  tables: Kysely<Tables>,
  workspace: NewWorkspace,
  now: Instant,
): Promise<void> {
  await tables
    .insertInto('workspace')
    .values({
      id: workspace.id,
      name: workspace.name,
      locale: workspace.locale,
      zone: workspace.zone,
      currency: workspace.currency ?? null,
      demo: workspace.demo ? 1 : 0,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Joins a platform's home to a workspace, unless it belongs to one already. */
export async function addHome(
  tables: Kysely<Tables>,
  home: { platform: string; id: string; workspace: string; name: string },
  now: Instant,
): Promise<void> {
  await tables
    .insertInto('home')
    .values({
      platform: home.platform,
      external_id: home.id,
      workspace: home.workspace,
      name: home.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'external_id']).doNothing())
    .execute()
}

/** Who an external id is, in the workspace of that home. */
export async function personOfIdentity(
  tables: Kysely<Tables>,
  platform: string,
  home: string,
  externalId: string,
): Promise<string | undefined> {
  const [row] = await identified(tables, { platform, home, externalId })
  return row?.person
}

const identified = compiledOnce(
  ['platform', 'home', 'externalId'],
  (tables, { platform, home, externalId }) =>
    tables
      .selectFrom('identity')
      .select('person')
      .where('platform', '=', platform)
      .where('home', '=', home)
      .where('external_id', '=', externalId),
)

/** The external ids in a home of the people named, by person id. */
export async function identitiesOf(
  tables: Kysely<Tables>,
  platform: string,
  home: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await tables
    .selectFrom('identity')
    .select(['person', 'external_id'])
    .where('platform', '=', platform)
    .where('home', '=', home)
    .where('person', 'in', [...people])
    .execute()
  return new Map(rows.map((row) => [row.person, row.external_id]))
}

/** A person with the roles they have on a day: manager is who leads a team then. */
export async function loadPerson(
  tables: Kysely<Tables>,
  workspace: Workspace,
  id: string,
  today: LocalDate,
): Promise<Person | undefined> {
  const [row] = await personWithRoles(tables, { workspace: workspace.id, id, today })
  if (!row) return undefined
  const granted = [...(row.finance ? ['finance'] : []), ...(row.admin ? ['admin'] : [])]
  return asPerson(workspace, row, granted, Boolean(row.leads))
}

const personWithRoles = compiledOnce(['workspace', 'id', 'today'], (tables, { workspace, id, today }) =>
  tables
    .selectFrom('person')
    .select((eb) => {
      const granted = (role: 'admin' | 'finance') =>
        eb.exists(
          eb
            .selectFrom('person_role')
            .select('person_role.role')
            .where('person_role.workspace', '=', workspace)
            .where('person_role.person', '=', id)
            .where('person_role.role', '=', role),
        )
      const leading = eb
        .selectFrom('membership')
        .select('membership.id')
        .where('membership.workspace', '=', workspace)
        .where('membership.person', '=', id)
        .where('membership.part', '=', 'manager')
        .where('membership.from_on', '<=', today)
        .where((or) => or.or([or('membership.until_on', 'is', null), or('membership.until_on', '>', today)]))
      return [
        'person.id',
        'person.name',
        'person.locale',
        'person.zone',
        granted('admin').as('admin'),
        granted('finance').as('finance'),
        eb.exists(leading).as('leads'),
      ]
    })
    .where('person.workspace', '=', workspace)
    .where('person.id', '=', id),
)

export function asPerson(
  workspace: Workspace,
  row: { id: string; name: string; locale: string | null; zone: string | null },
  granted: readonly string[],
  leads: boolean,
): Person {
  const roles: Role[] = ['rep']
  if (leads) roles.push('manager')
  if (granted.includes('finance')) roles.push('finance')
  if (granted.includes('admin')) roles.push('admin')
  return {
    id: row.id,
    name: row.name,
    roles,
    locale: row.locale ? localeFrom(row.locale) : workspace.locale,
    zone: row.zone ?? workspace.zone,
  }
}

/** Adds a person with their identity in a home; a second call finds the first one's. Gives the person's id. */
export async function addIdentifiedPerson(
  tables: Kysely<Tables>,
  workspace: Workspace,
  identity: { platform: string; home: string; externalId: string },
  person: { id: string; name: string; locale?: string; zone?: string },
  now: Instant,
): Promise<string> {
  const known = await personOfIdentity(tables, identity.platform, identity.home, identity.externalId)
  if (known) return known
  await tables
    .insertInto('person')
    .values({
      workspace: workspace.id,
      id: person.id,
      name: person.name,
      locale: person.locale ?? null,
      zone: person.zone ?? null,
      created_at: now,
      left_on: null,
    })
    .execute()
  await tables
    .insertInto('identity')
    .values({
      platform: identity.platform,
      home: identity.home,
      external_id: identity.externalId,
      workspace: workspace.id,
      person: person.id,
    })
    .execute()
  return person.id
}

/** Grants a role, unless the person has it already. */
export async function grantRole(
  tables: Kysely<Tables>,
  workspace: string,
  person: string,
  role: 'admin' | 'finance',
  now: Instant,
): Promise<void> {
  await tables
    .insertInto('person_role')
    .values({ workspace, person, role, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['workspace', 'person', 'role']).doNothing())
    .execute()
}

/** Whether anybody in the workspace is an admin yet. */
export async function hasAdmin(tables: Kysely<Tables>, workspace: string): Promise<boolean> {
  const row = await tables
    .selectFrom('person_role')
    .select('person')
    .where('workspace', '=', workspace)
    .where('role', '=', 'admin')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function asWorkspace(row: Selectable<Tables['workspace']>): Workspace {
  const known = workspaces.get(row)
  if (known) return known
  const workspace: Workspace = {
    id: row.id,
    name: row.name,
    locale: LOCALES.find((locale) => locale === row.locale) ?? 'zh-CN',
    zone: row.zone,
    currency: row.currency ?? 'CNY',
    currencyChosen: row.currency !== null,
    fiscalStartMonth: row.fiscal_start_month,
    workdays: withOwnDays(row.workdays, JSON.parse(row.own_days)),
    settings: JSON.parse(row.settings),
    demo: row.demo === 1,
  }
  workspaces.set(row, workspace)
  return workspace
}

/** By the row that they were read from: a remembered read gives the same row once more. */
const workspaces = new WeakMap<object, Workspace>()
