import { ensureRituals } from '../../src/rituals/ensure.ts'
import { type Posted, startTeam, type Team, type TeamOptions } from '../support/team.ts'

/** Thursday 2026-11-19, 10:00 in Shanghai. */
export const THURSDAY = '2026-11-19T02:00:00.000Z'
export const FRIDAY_16 = '2026-11-20T08:00:00.000Z'
export const MONDAY_9 = '2026-11-23T01:00:00.000Z'
export const MONDAY_10 = '2026-11-23T02:00:00.000Z'

/** The usual company, in which every team has the usual rituals since Thursday. */
export async function teamWithRituals(options: TeamOptions = {}): Promise<Team> {
  const team = await startTeam({ at: THURSDAY, ...options })
  await team.write('赵敏', ensureRituals)
  return team
}

/** The messages that open a thread, such as `周复盘 · 销售一部 · 第 47 周`. */
export function threads(team: Team, title: string): Posted[] {
  return team.posts().filter((post) => post.thread === undefined && post.text.startsWith(title))
}

export function inThread(team: Team, root: Posted | undefined): Posted[] {
  return team.posts().filter((post) => root !== undefined && post.thread === root.id)
}

/** The last private message to somebody. */
export function lastTo(team: Team, name: string): Posted {
  const last = team.posts({ to: name }).at(-1)
  if (!last) throw new Error(`${name} has got no private message.`)
  return last
}
