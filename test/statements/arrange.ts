import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { findTeam } from '../../src/people/store.ts'
import { plan, signs, target } from '../commission/arrange.ts'
import { type Posted, startTeam, type Team, type TeamOptions } from '../support/team.ts'

/** Friday 2026-11-20 in a company with the 5% ladder, where 李雷 signed 93,500 of 100,000 in October, 韩梅梅 120,000. */
export async function octoberDone(options: TeamOptions = {}): Promise<Team> {
  const team = await startTeam(options)
  await plan(team)
  for (const name of ['李雷', '韩梅梅']) await target(team, name, 100_000, '2026-10')
  await signs(team, '李雷', 93_500, { on: '2026-10-09', customer: '华为' })
  await signs(team, '韩梅梅', 120_000, { on: '2026-10-12', customer: '中兴' })
  await later(team)
  return team
}

/** A company whose first sales team is on a plan. */
export async function salesOn(
  document: PlanDocument,
  from: string,
  options: TeamOptions = {},
): Promise<Team> {
  const team = await startTeam(options)
  await team.write('赵敏', async (scope) => {
    const sales = await findTeam(scope, '销售一部')
    if (!sales) throw new Error('There is no such team.')
    return activatePlan(scope, document, from, { kind: 'team', id: sales.id })
  })
  return team
}

/** Closes a month as the admin does. */
export async function close(team: Team, period: string) {
  await later(team)
  return team.presses('赵敏', await team.says('赵敏', `/commission close ${period}`), 'statement.freeze')
}

/** Closes a month and lets everybody approve it. */
export async function approve(team: Team, period: string) {
  await close(team, period)
  await later(team)
  await team.says('王经理', `/commission approve ${period}`)
  return team.says('赵敏', `/commission approve ${period}`)
}

/** A minute passes: nothing is recorded in the same moment as what was before. */
export async function later(team: Team, minutes = 1) {
  team.clock.moveTo(new Date(Date.parse(team.clock.now()) + minutes * 60_000).toISOString())
}

/** The latest private message to somebody. */
export const lastTo = (team: Team, name: string): Posted => {
  const last = team.posts({ to: name }).at(-1)
  if (!last) throw new Error(`${name} has no message.`)
  return last
}

/** What the audit log says has happened, in order. */
export async function audited(team: Team, what: string): Promise<{ who: string | null; subject: string }[]> {
  const rows = await team.database.reads
    .selectFrom('audit')
    .select(['person', 'subject'])
    .where('what', '=', what)
    .orderBy('id')
    .execute()
  return rows.map(({ person, subject }) => ({ who: person?.replace('p-', '') ?? null, subject }))
}
