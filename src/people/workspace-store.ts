import type { Locale } from '../kernel/locale.ts'
import { reconsiderHeld } from '../kernel/outbox-store.ts'
import {
  type ChannelPurpose,
  rowsOf,
  type Scope,
  type WorkspaceSettings,
  type WriteScope,
} from '../kernel/scope.ts'

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
): Promise<{ platform: string; home: string; purpose: ChannelPurpose; team: string; externalId: string }[]> {
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
  if (change.zone || change.workdays) await reconsiderHeld(scope)
  const { wallKey, treeKey, ...shown } = settings ?? {}
  const keys = {
    ...(wallKey === undefined ? {} : { wallKey: 'renewed' }),
    ...(treeKey === undefined ? {} : { treeKey: treeKey === '' ? 'closed' : 'renewed' }),
  }
  const told = { ...change, settings: { ...shown, ...keys } }
  await scope.record('workspace.changed', `workspace:${scope.workspace.id}`, undefined, told)
}
