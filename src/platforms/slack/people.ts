import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { App } from '../../kernel/app.ts'
import type { PlatformPerson } from '../../kernel/event.ts'
import type { Identity } from './identity.ts'

const MAX_REMEMBERED = 5000

export interface People {
  /** The person behind a Slack user; undefined for bots and for guests from other companies. */
  meet(user: string, calledName?: string): Promise<PlatformPerson | undefined>
  /** The people behind mentions, without those who are nobody here. */
  meetAll(users: { id: string; name?: string }[]): Promise<PlatformPerson[]>
}

/**
 * Asks Slack about someone only at the first contact (and about everyone as long as the workspace has no admin,
 * because its owner becomes the first): whoever is known costs no call.
 */
export function createPeople(
  app: Pick<App, 'personOf' | 'lacksAdmin'>,
  client: WebClient,
  identity: () => Promise<Identity>,
  log: Logger,
): People {
  const asked = new Map<string, PlatformPerson | undefined>()
  const known = new Set<string>()
  let hasAdmin = false
  return { meet, meetAll }

  async function meet(user: string, calledName?: string): Promise<PlatformPerson | undefined> {
    const { home } = await identity()
    hasAdmin ||= !(await app.lacksAdmin('slack', home))
    if (hasAdmin && (await isKnown(home, user))) return { id: user }
    if (asked.has(user)) return asked.get(user)
    try {
      const found = await ask(user)
      if (asked.size >= MAX_REMEMBERED) asked.clear()
      asked.set(user, found)
      return found
    } catch (error) {
      log.warn(`slack: users.info failed: ${error instanceof Error ? error.message : error}`)
      return { id: user, ...(calledName ? { name: calledName } : {}) }
    }
  }

  /** Who is known stays known. */
  async function isKnown(home: string, user: string): Promise<boolean> {
    if (!known.has(user) && (await app.personOf('slack', home, user)) !== undefined) known.add(user)
    return known.has(user)
  }

  async function meetAll(users: { id: string; name?: string }[]): Promise<PlatformPerson[]> {
    const met = await Promise.all(users.map(({ id, name }) => meet(id, name)))
    return met.filter((person) => person !== undefined)
  }

  async function ask(id: string): Promise<PlatformPerson | undefined> {
    const { user } = await client.users.info({ user: id, include_locale: true })
    const here = await identity()
    const colleague =
      user?.team_id === undefined ||
      user.team_id === here.home ||
      (here.enterprise !== undefined && user.enterprise_user?.enterprise_id === here.enterprise)
    if (!user || user.is_bot || user.is_stranger || !colleague) return undefined
    const name = user.profile?.display_name || user.profile?.real_name || user.real_name || user.name
    return {
      id,
      ...(name ? { name } : {}),
      ...(user.locale ? { locale: user.locale } : {}),
      ...(user.tz ? { zone: user.tz } : {}),
      ...(user.is_owner || user.is_admin ? { admin: true } : {}),
    }
  }
}
