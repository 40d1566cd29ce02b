import { Misused } from '../cli.ts'
import type { Database } from '../db/database.ts'
import type { App } from '../kernel/app.ts'
import { addWorkspace } from '../kernel/directory-store.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Workspace } from '../kernel/scope.ts'

const LOCAL = 'local'

/** The workspace to import into: the one named, the only real one, or `local`, which is made; never the demo unasked. */
export async function workspaceForImport(
  app: App,
  database: Database,
  id: string | undefined,
  ifNew: { locale: Locale },
): Promise<Workspace> {
  return (await existingForImport(app, id)) ?? makeLocal(app, database, ifNew.locale)
}

/** The same, without making one: undefined where `local` would be made. */
export async function existingForImport(app: App, id: string | undefined): Promise<Workspace | undefined> {
  const all = await app.workspaces()
  const real = all.filter((one) => !one.demo)
  const named = id === undefined ? undefined : all.find((one) => one.id === id)
  if (named) return named
  if (id !== undefined && id !== LOCAL)
    throw new Misused(
      `There is no workspace “${id}”. There are: ${all.map((one) => one.id).join(', ') || 'none'}.`,
    )
  const [only, another] = real
  if (id === undefined && another)
    throw new Misused(
      `There are several workspaces; say which with --workspace: ${real.map((one) => one.id).join(', ')}.`,
    )
  return id === undefined ? only : undefined
}

async function makeLocal(app: App, database: Database, locale: Locale): Promise<Workspace> {
  const zone = locale === 'zh-CN' ? 'Asia/Shanghai' : Intl.DateTimeFormat().resolvedOptions().timeZone
  await database.write((tables) =>
    addWorkspace(tables, { id: LOCAL, name: LOCAL, locale, zone }, app.clock.now()),
  )
  const made = (await app.workspaces()).find((one) => one.id === LOCAL)
  if (!made) throw new Error('The workspace was not made.')
  return made
}
