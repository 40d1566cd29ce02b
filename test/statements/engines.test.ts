import { describe, expect, test } from 'vitest'
import { plan, signs, target } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, audited, close, lastTo, later, octoberDone } from './arrange.ts'

const [sqlite, ...others] = engines

test('a month end and what changes after it read the same on every engine', async () => {
  if (!sqlite) throw new Error('There is no engine.')
  const told = await monthEnd(await octoberDone({ database: await sqlite.open() }))
  expect(told['adjusted']).toContain('D-1 退款（王经理），客户退货 -300 元')
  expect(told['statement']).toContain('10 月对账单：4,675 元')
  for (const engine of others)
    expect(await monthEnd(await octoberDone({ database: await engine.open() })), engine.name).toEqual(told)
}, 60_000)

async function monthEnd(team: Team): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  const asks = async (moment: string, name: string, text: string) => {
    told[moment] = (await team.says(name, text)).text
  }
  await asks('check', '赵敏', '/commission close 2026-10')
  await asks('flag', '李雷', '/commission flag D-1 分单不对')
  await asks('carry', '王经理', '/commission dispute 1 carry 等回单')
  await approve(team, '2026-10')
  await asks('statement', '李雷', '/commission statement')
  await later(team)
  await asks('refund', '王经理', '/deal refund D-1 6000 客户退货')
  await team.says('赵敏', '/commission adjust @李雷 -50 扣回')
  await team.anHourLater()
  await team.presses('王经理', lastTo(team, '王经理'), '批准')
  await target(team, '李雷', 100_000)
  await asks('adjusted', '李雷', '/commission')
  await asks('periods', '孙会计', '/commission periods')
  await asks('disputes', '孙会计', '/commission disputes')
  const statements = await team.database.reads
    .selectFrom('statement')
    .select('hash')
    .orderBy('person')
    .execute()
  told['hashes'] = statements.map((one) => one.hash).join()
  expect(team.failures).toEqual([])
  return told
}

describe.each(engines)('two admins in two processes on $name, at the same moment', (engine) => {
  const both = async () => {
    const [one, other] = await engine.openTwice()
    const team = await startTeam({ database: one })
    await plan(team)
    await target(team, '李雷', 100_000, '2026-10')
    await signs(team, '李雷', 93_500, { on: '2026-10-09' })
    await later(team)
    return [team, team.inAnotherProcess(other)] as const
  }

  test('freeze, approve and pay a period once', async () => {
    const [team, second] = await both()
    for (const line of ['freeze 2026-10', 'approve 2026-10', 'paid 2026-10']) {
      if (line.startsWith('approve')) await team.says('王经理', '/commission approve 2026-10')
      await Promise.all([team, second].map((one) => one.says('赵敏', `/commission ${line}`)))
      await later(team)
    }
    for (const what of ['period.frozen', 'period.approved', 'period.paid'])
      expect(await audited(team, what), what).toHaveLength(1)
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
    expect(team.failures).toEqual([])
  })

  test('issue two revisions again, one after the other', async () => {
    const [team, second] = await both()
    await close(team, '2026-10')
    await Promise.all([team, second].map((one) => one.says('赵敏', '/commission reissue 2026-10 再看')))
    expect((await team.says('李雷', '/commission statement')).text).toContain('第 3 版')
    expect(team.failures).toEqual([])
  })

  test('settle a dispute and an adjustment once', async () => {
    const [team, second] = await both()
    await team.says('李雷', '/commission flag D-1 分单不对')
    await Promise.all([
      team.says('王经理', '/commission dispute 1 accept'),
      second.says('赵敏', '/commission dispute 1 reject'),
    ])
    await team.says('赵敏', '/commission adjust @李雷 500 打车')
    await team.anHourLater()
    const card = lastTo(team, '王经理')
    await Promise.all([
      team.presses('王经理', card, 'adjustment.approve'),
      second.presses('陈总', card, 'adjustment.decline'),
    ])
    const settled = async (...what: string[]) =>
      (await Promise.all(what.map((one) => audited(team, one)))).flat()
    expect(await settled('dispute.accepted', 'dispute.rejected')).toHaveLength(1)
    expect(await settled('adjustment.approved', 'adjustment.declined')).toHaveLength(1)
    expect(team.failures).toEqual([])
  })
})
