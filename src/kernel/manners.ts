import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { workspaceById } from './directory-store.ts'
import type { Feature } from './feature.ts'
import type { Reach } from './reach.ts'
import { readScope } from './scopes.ts'
import type { Instant } from './time.ts'

/** What the slices know about writing to people privately, as the outbox asks it. */
export interface Manners {
  /** Whether anybody knows when people may be written to; otherwise everything goes out at once. */
  readonly known: boolean
  reachOf(tables: Kysely<Tables>, workspace: string, person: string, now: Instant): Promise<Reach>
  /** Whether what a post asks for is still asked; `false` also for what asks nothing. */
  stillAsked(tables: Kysely<Tables>, post: Asking, now: Instant): Promise<boolean>
}

/** What a post asks of its reader, as it is stored: `<name> <about>`. */
export interface Asking {
  workspace: string
  to_id: string
  prompt: string | null
}

export function createManners(features: readonly Feature[]): Manners {
  const reach = features.find((feature) => feature.reach)?.reach
  const prompts = new Map(features.flatMap((feature) => feature.prompts ?? []).map((one) => [one.name, one]))

  return {
    known: reach !== undefined,
    async reachOf(tables, workspace, person, now) {
      const scope = await scopeIn(tables, workspace, now)
      return (
        (await reach?.(scope, person)) ?? {
          locale: scope.locale,
          opens: (from) => from,
          without: new Set(),
          gone: false,
        }
      )
    },
    async stillAsked(tables, { workspace, to_id, prompt }, now) {
      if (prompt === null) return false
      const space = prompt.indexOf(' ')
      const known = prompts.get(prompt.slice(0, space))
      if (!known) return true
      return known.asked(await scopeIn(tables, workspace, now), prompt.slice(space + 1), to_id)
    },
  }
}

async function scopeIn(tables: Kysely<Tables>, id: string, now: Instant) {
  const workspace = await workspaceById(tables, id)
  if (!workspace) throw new Error(`There is no workspace ${id}.`)
  return readScope(tables, { workspace, now, origin: 'outbox' })
}
