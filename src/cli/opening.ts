import { join, resolve } from 'node:path'
import { Failed, Misused, type Terminal } from '../cli.ts'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { type App, createApp } from '../kernel/app.ts'
import type { Workspace } from '../kernel/scope.ts'
import { type Clock, machineClock } from '../kernel/time.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** Opens the configured database and brings it up to date. */
export async function openMigrated(
  config: Config,
  cwd: string,
): Promise<{ database: Database; applied: string[] }> {
  const folder = resolve(cwd, config.folder)
  const database = await openDatabase({ folder, ...(config.databaseUrl ? { url: config.databaseUrl } : {}) })
  try {
    return { database, applied: await migrate(database, MIGRATIONS) }
  } catch (error) {
    await database.close()
    throw error
  }
}

interface AppNeeds {
  /** It has to understand what people say. Loading all slices takes longer than most of what the others do. */
  slices?: boolean
  clockOf?: (database: Database) => Promise<Clock>
}

/** Runs one command against the database with an app that no platform is connected to. */
export async function withApp<T>(
  terminal: Terminal,
  work: (app: App, database: Database) => Promise<T>,
  { slices = false, clockOf = async () => machineClock }: AppNeeds = {},
): Promise<T> {
  const config = readConfig(terminal.env)
  const { database } = await openMigrated(config, terminal.cwd)
  try {
    const features = slices ? (await import('../features.ts')).features : []
    const failures: unknown[] = []
    const app = createApp({
      database,
      features,
      clock: await clockOf(database),
      onFailure: (_what, error) => failures.push(error),
    })
    const result = await work(app, database)
    if (failures.length > 0) throw failures[0]
    return result
  } finally {
    await database.close()
  }
}

/** The workspace that is named, or the only one that is not a demo. */
export function chooseWorkspace(workspaces: readonly Workspace[], id: string | undefined): Workspace {
  if (id !== undefined) {
    const named = workspaces.find((one) => one.id === id)
    if (named) return named
    throw new Misused(
      `There is no workspace “${id}”. There are: ${workspaces.map((one) => one.id).join(', ') || 'none'}.`,
    )
  }
  const real = workspaces.filter((one) => !one.demo)
  const candidates = real.length > 0 ? real : workspaces
  const [only, another] = candidates
  if (another)
    throw new Misused(
      `There are several workspaces; say which with --workspace: ${candidates.map((one) => one.id).join(', ')}.`,
    )
  if (!only) throw new Failed('There is no workspace yet. Import people first, or run: drumbeat demo')
  return only
}
