import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import { addHome, allWorkspaces, asPerson } from '../../../kernel/directory-store.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Person, Workspace } from '../../../kernel/scope.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'

export const PLAYGROUND = 'playground'

/** The channels that every workspace has in the playground; each is bound to the purpose of its name. */
export const CHANNELS = ['sales', 'deals', 'retro'] as const

/** A workspace that can be entered in the playground, with its home there. */
export interface Residence {
  workspace: Workspace
  home: string
}

/** Someone whom a visitor can be. */
export interface Resident extends Person {
  /** Their id in the playground's home. */
  externalId: string
  team: string | undefined
}

/** Every workspace there is, with the home that it has or gets in the playground; the demo first. */
export async function residences(tables: Kysely<Tables>): Promise<Residence[]> {
  const homes = await tables
    .selectFrom('home')
    .select(['workspace', 'external_id'])
    .where('platform', '=', PLAYGROUND)
    .orderBy('created_at')
    .execute()
  const all = await allWorkspaces(tables)
  return [...all.filter((one) => one.demo), ...all.filter((one) => !one.demo)].map((workspace) => {
    const home = homes.find((one) => one.workspace === workspace.id)
    return { workspace, home: home?.external_id ?? workspace.id }
  })
}

/** Gives the workspace its home in the playground with its channels, and everyone in it an identity there. */
export async function settleIn(
  tables: Kysely<Tables>,
  { workspace, home }: Residence,
  now: Instant,
): Promise<void> {
  await addHome(
    tables,
    { platform: PLAYGROUND, id: home, workspace: workspace.id, name: workspace.name },
    now,
  )
  await tables
    .insertInto('identity')
    .columns(['platform', 'home', 'external_id', 'workspace', 'person'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select((one) => [
          one.val(PLAYGROUND).as('platform'),
          one.val(home).as('home'),
          'person.id as external_id',
          'person.workspace',
          'person.id as person',
        ])
        .where('person.workspace', '=', workspace.id)
        .where((one) =>
          one.not(
            one.exists(
              one
                .selectFrom('identity')
                .select('identity.person')
                .whereRef('identity.workspace', '=', 'person.workspace')
                .whereRef('identity.person', '=', 'person.id')
                .where('identity.platform', '=', PLAYGROUND)
                .where('identity.home', '=', home),
            ),
          ),
        ),
    )
    .onConflict((conflict) => conflict.columns(['platform', 'home', 'external_id']).doNothing())
    .execute()
  for (const channel of CHANNELS) {
    await tables
      .insertInto('channel')
      .values({ workspace: workspace.id, platform: PLAYGROUND, home, purpose: channel, external_id: channel })
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'purpose', 'team', 'platform', 'home']).doNothing(),
      )
      .execute()
  }
}

/** How many people a workspace has ever had. */
export async function headCountOf(tables: Kysely<Tables>, workspace: string): Promise<number> {
  const row = await tables
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace', '=', workspace)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Everyone who works in the workspace on a day and has an identity in its home, in the order they were added. */
export async function residentsOf(
  tables: Kysely<Tables>,
  { workspace, home }: Residence,
  today: LocalDate,
): Promise<Resident[]> {
  const people = await tables
    .selectFrom('person')
    .innerJoin('identity', (join) =>
      join
        .onRef('identity.workspace', '=', 'person.workspace')
        .onRef('identity.person', '=', 'person.id')
        .on('identity.platform', '=', PLAYGROUND)
        .on('identity.home', '=', home),
    )
    .select(['person.id', 'person.name', 'person.locale', 'person.zone', 'identity.external_id'])
    .where('person.workspace', '=', workspace.id)
    .where((or) => or.or([or('person.left_on', 'is', null), or('person.left_on', '>', today)]))
    .orderBy('person.created_at')
    .orderBy('person.id')
    .execute()
  const granted = await tables
    .selectFrom('person_role')
    .select(['person', 'role'])
    .where('workspace', '=', workspace.id)
    .execute()
  const belonging = await tables
    .selectFrom('membership')
    .innerJoin('team', (join) =>
      join.onRef('team.workspace', '=', 'membership.workspace').onRef('team.id', '=', 'membership.team'),
    )
    .select(['membership.person', 'membership.part', 'team.name'])
    .where('membership.workspace', '=', workspace.id)
    .where('membership.from_on', '<=', today)
    .where((or) => or.or([or('membership.until_on', 'is', null), or('membership.until_on', '>', today)]))
    .orderBy('membership.from_on')
    .execute()
  return people.map((row) => {
    const own = belonging.filter((one) => one.person === row.id)
    const roles = granted.filter((one) => one.person === row.id).map((one) => one.role)
    const leads = own.find((one) => one.part === 'manager')
    return {
      ...asPerson(workspace, row, roles, leads !== undefined),
      externalId: row.external_id,
      team: (leads ?? own[0])?.name,
    }
  })
}

/** The channels of a home, by name: the usual three, then whatever else the workspace posts to. */
export async function channelsOf(
  tables: Kysely<Tables>,
  { workspace, home }: { workspace: { id: string }; home: string },
): Promise<string[]> {
  const rows = await tables
    .selectFrom('channel')
    .select('external_id')
    .where('workspace', '=', workspace.id)
    .where('platform', '=', PLAYGROUND)
    .where('home', '=', home)
    .orderBy('external_id')
    .execute()
  return [...new Set([...CHANNELS, ...rows.map((row) => row.external_id)])]
}

/** Sets the language of a whole workspace; whoever had chosen another follows. */
export async function speak(tables: Kysely<Tables>, workspace: string, locale: Locale): Promise<void> {
  await tables.updateTable('workspace').set({ locale }).where('id', '=', workspace).execute()
  await tables.updateTable('person').set({ locale: null }).where('workspace', '=', workspace).execute()
}
