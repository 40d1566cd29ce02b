import { describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { goalByNumber, goalsIn } from '../../src/goals/store.ts'
import { startTeam, type Team } from '../support/team.ts'

const stored = async (team: Team) =>
  goalsIn(await team.scope('赵敏'), ['2026-11', '2026-12', '2026-Q4', '2027', '2027-Q1', '2027-Q2'])

const signed = (team: Team, yuan: number, day: string) =>
  team.write('李雷', (scope) =>
    logDeal(scope, {
      customer: `客户${yuan}${day}`,
      amountMinor: yuan * 100,
      currency: 'CNY',
      signedOn: day,
      owner: team.id('李雷'),
      shares: [{ person: team.id('李雷'), bps: 10_000 }],
      source: 'import',
    }),
  )

describe('what is proposed is stored by one press', () => {
  test('each of the things that a vague wish could be counted by', async () => {
    const team = await startTeam()
    const answer = await team.says('吴婷', '/goal add 提升品牌影响力')
    await team.presses('吴婷', answer, '记成「11月 转介绍客户 5家」')
    expect(await stored(team)).toMatchObject([{ name: '转介绍客户', unit: '家', value: 500 }])
  })

  test('the two goals of one sentence, one by one', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/goal add 销售一部 12月签约50万，新客户10家')
    expect(answer.text).toContain('一句话里有 2 个目标')
    await team.presses('王经理', answer, '记成「销售一部 12月签约50万」')
    await team.presses('王经理', answer, '记成「销售一部 2026-12 新客户10家」')
    expect(await stored(team)).toMatchObject([
      { metric: 'signed', value: 50_000_000 },
      { metric: 'new-customers', value: 10 },
    ])
  })

  test('whose 我们 is, where two answers are possible', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/goal add 我们12月签约80万')
    expect(answer.text).toContain('「我们」没说是谁')
    await team.presses('王经理', answer, '记成「销售一部 12月 签约 80万」')
    expect(await stored(team)).toMatchObject([{ level: 'team', value: 80_000_000 }])
  })

  test('a half-year as its quarters', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/goal add 销售一部 上半年签约 601元')
    await team.presses('王经理', answer, '记成「销售一部 2027-Q1 签约 300.50元」')
    await team.presses('王经理', answer, '记成「销售一部 2027-Q2 签约 300.50元」')
    expect((await stored(team)).map((goal) => goal.value)).toEqual([30_050, 30_050])
  })

  test('growth of what is reported starts from the goal of the same name before', async () => {
    const team = await startTeam()
    await team.says('李雷', '/goal add 11月 线索量 300条')
    await team.says('李雷', '/goal checkin G-1 200')
    const answer = await team.says('李雷', '/goal add 12月 线索量 增长 30%')
    expect(answer.text).toContain('11 月到现在是 200 条，+30% 就是 260 条')
    await team.presses('李雷', answer, '就这么记')
    expect((await stored(team))[1]).toMatchObject({ name: '线索量', unit: '条', value: 26_000 })
  })

  test('the form works growth out as well', async () => {
    const team = await startTeam()
    await signed(team, 60_000, '2026-11-03')
    const { form } = await team.says('王经理', '/goal add')
    const filled = { owner: `person:${team.id('李雷')}`, metric: 'signed', period: '2026-12' }
    const answer = await team.submits('王经理', form, { ...filled, value: '增长 20%' })
    expect(answer.text).toContain('就是 72,000 元')
    expect(
      (await team.submits('王经理', form, { ...filled, metric: 'collected', value: '增长 20%' })).errors
        ?.value,
    ).toContain('比多少增长')
  })
})

describe('against the history', () => {
  test('a drop is pointed out as a jump is, with how many periods that rests on', async () => {
    const team = await startTeam()
    for (const day of ['2026-08-10', '2026-09-10', '2026-10-12']) await signed(team, 60_000, day)
    const low = await team.says('王经理', '/goal add @李雷 12月 签约 2万')
    expect(low.text).toContain('还不到前 3 期平均（60,000 元）的一半')
    const high = await team.says('王经理', '/goal add @李雷 11月 签约 20万')
    expect(high.text).toContain('比前 3 期最好的一期（60,000 元）高出一倍还多，平均是 60,000 元')
  })

  test('a period that is over is pointed out, and stored all the same', async () => {
    const team = await startTeam()
    expect((await team.says('王经理', '/goal add @李雷 2026-10 签约 2万')).text).toContain(
      '这一期 10 月 31 日就过完了',
    )
    expect(await goalByNumber(await team.scope('赵敏'), 1)).toMatchObject({ period: '2026-10' })
  })
})

test('whoever makes a button up stores no arithmetic that is not right', async () => {
  const team = await startTeam()
  const made = {
    summary: '',
    blocks: [{ kind: 'actions' as const, buttons: [] as { label: string; action: string; value: string }[] }],
  }
  for (const basis of [
    '{"kind":"growth","from":100,"bps":10}',
    '{"kind":"growths","from":5000000,"growths":[{"name":"love","bps":6000}]}',
    '{"kind":"product"',
    'null',
    '[]',
    '{"kind":"growths","from":5000000,"growths":null}',
  ]) {
    const value = `销售一部 12月 签约 8万\n${basis}`
    made.blocks[0]?.buttons.splice(0, 1, { label: basis, action: 'goal.save-line', value })
    await team.presses('王经理', made, basis)
    expect((await team.says('王经理', '/goal G-1')).text).not.toContain('这样定的')
  }
  expect(team.failures).toEqual([])
  expect(await stored(team)).toHaveLength(1)
})
