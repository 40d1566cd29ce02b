import { describe, expect, test } from 'vitest'
import { plan, signs, target } from '../commission/arrange.ts'
import { approve, audited, close, lastTo, later, octoberDone } from './arrange.ts'

describe('what changes after the approval', () => {
  test('is an adjustment in the open period, with its cause', async () => {
    const team = await octoberDone()
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 4,500 元')
    expect(text).toContain('调整 -300 元：')
    expect(text).toContain('10 月：D-1 退款（王经理），客户退货 -300 元')
    expect(text).toContain('连调整一共 4,200 元（税前）。')
    expect((await team.says('李雷', '/commission explain')).text).toContain(
      'D-1 退款（王经理），客户退货 -300 元',
    )
  })

  test('leaves the approved statement as it was', async () => {
    const team = await octoberDone()
    await approve(team, '2026-10')
    const before = (await team.says('李雷', '/commission statement 2026-10')).text
    await later(team)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    expect((await team.says('李雷', '/commission statement 2026-10')).text).toBe(before)
    expect((await team.says('李雷', '/commission 2026-10')).text).toContain(
      '10 月已批准：对账单第 1 版，4,675 元。',
    )
  })

  test('has a line for each cause, and nothing where a cause changed nothing', async () => {
    const team = await octoberDone()
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    await later(team)
    await team.says('王经理', '/deal amend D-1 备注=已沟通')
    await later(team)
    await target(team, '李雷', 80_000, '2026-10')
    await later(team)
    await signs(team, '李雷', 20_000, { on: '2026-10-30', customer: '补记' })
    const { text } = await team.says('李雷', '/commission 2026-11')
    expect(text.split('\n').filter((line) => line.includes('10 月：'))).toEqual([
      '- 10 月：D-1 退款（王经理），客户退货 -300 元',
      '- 10 月：改目标（王经理） +987.50 元',
      '- 10 月：D-3 补记（李雷） +1,500 元',
    ])
    expect(text).toContain('连调整一共 2,187.50 元')
  })

  test('counts a plan that was changed for the time past', async () => {
    const team = await octoberDone()
    await approve(team, '2026-10')
    await later(team)
    await plan(team, '6%', '2026-10-01')
    expect((await team.says('李雷', '/commission')).text).toContain('10 月：方案倒签（赵敏） +935 元')
    expect((await team.says('张伟', '/commission')).text).not.toContain('方案倒签')
  })

  test('goes to who gets a part of the deal by a new split, and from who loses it', async () => {
    const team = await octoberDone()
    await target(team, '张伟', 10_000, '2026-10')
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal amend D-2 分单=@韩梅梅:90,@张伟:10')
    expect((await team.says('韩梅梅', '/commission')).text).toContain('D-2 改单（王经理） -900 元')
    expect((await team.says('张伟', '/commission')).text).toContain('D-2 改单（王经理） +750 元')
  })

  test('is in the statement of the next period once, and not again in the one after', async () => {
    const team = await octoberDone({ at: '2026-12-02T02:00:00.000Z' })
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    await later(team)
    await approve(team, '2026-11')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toContain('11 月的对账单：-300 元')
    expect(team.posts({ to: '韩梅梅' })).toHaveLength(1)
    expect((await team.says('李雷', '/commission 2026-12')).text).not.toContain('调整')
    await later(team)
    await team.says('王经理', '/deal void D-1 取消')
    expect((await team.says('李雷', '/commission 2026-12')).text).toContain(
      '10 月：D-1 作废（王经理），取消 -4,375 元',
    )
  })

  test('is not doubled while the next period is frozen, and moves on with a re-issue', async () => {
    const team = await octoberDone({ at: '2026-12-02T02:00:00.000Z' })
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    await later(team)
    await close(team, '2026-11')
    expect((await team.says('李雷', '/commission 2026-12')).text).not.toContain('调整')
    await later(team)
    await team.says('王经理', '/deal refund D-1 2000 又退了一些')
    expect((await team.says('李雷', '/commission 2026-12')).text).toContain('又退了一些 -100 元')
    await later(team)
    await team.says('赵敏', '/commission reissue 2026-11 又退了一些')
    await team.anHourLater()
    expect(lastTo(team, '李雷').text).toContain('11 月的对账单重发了（第 2 版）：-400 元')
    expect((await team.says('李雷', '/commission 2026-12')).text).not.toContain('调整')
  })
})

describe('an adjustment by hand', () => {
  const proposed = async (by = '赵敏', line = '@李雷 500 打车见客户') => {
    const team = await octoberDone()
    return { team, said: await team.says(by, `/commission adjust ${line}`) }
  }

  test('counts once a second person has approved it', async () => {
    const { team, said } = await proposed()
    expect(said.text).toBe('调整 #1：给李雷调整 +500 元，等第二个人批准后算数。')
    expect((await team.says('李雷', '/commission')).text).not.toContain('#1')
    const card = lastTo(team, '王经理')
    expect(card.text).toContain('调整 #1：赵敏提议给李雷调整 +500 元，理由：打车见客户')
    expect((await team.presses('王经理', card, '批准')).text).toBe(
      '调整 #1 批准了：李雷 +500 元，计入 11 月。',
    )
    expect((await team.presses('陈总', lastTo(team, '陈总'), '批准')).text).toBe('调整 #1 已经有结果了。')
    await target(team, '李雷', 100_000)
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('#1 打车见客户（赵敏提，王经理批） +500 元')
    expect(text).toContain('连调整一共 500 元')
    expect(await audited(team, 'adjustment.approved')).toHaveLength(1)
  })

  test('is never one’s own, neither to propose nor to approve', async () => {
    const { team, said } = await proposed('王经理', '@王经理 500 辛苦')
    expect(said.text).toContain('自己的提成不能自己调整')
    await team.says('王经理', '/commission adjust @李雷 -200 扣回')
    const card = lastTo(team, '赵敏')
    for (const who of ['王经理', '李雷', '韩梅梅', '孙会计', '周主管'])
      expect((await team.presses(who, card, '批准')).text).toContain('要由别人来批')
    expect((await team.presses('赵敏', card, '不批')).text).toBe('调整 #1 没有批：李雷 -200 元。')
    expect((await team.says('李雷', '/commission 2026-11')).text).not.toContain('#1')
  })

  test.each([
    ['', '给谁、多少、为什么'],
    ['@李雷', '给谁、多少、为什么'],
    ['@李雷 12来万 奖', '金额「12来万」没读懂'],
    ['@李雷 $500 奖', '请换成 CNY'],
    ['@李雷 500', '为什么'],
    ['@没有的人 500 奖', '没有找到'],
    [`@李雷 500 ${'长'.repeat(501)}`, '有点长'],
  ])('“%s” changes nothing', async (line, sentence) => {
    const { team, said } = await proposed('赵敏', line)
    expect(said.text).toContain(sentence)
    expect(await audited(team, 'adjustment.proposed')).toEqual([])
  })

  test('of somebody else’s people is not a manager’s', async () => {
    const { said } = await proposed('周主管', '@李雷 500 奖')
    expect(said.text).toBe('李雷的调整由管理员或 TA 的主管来提。')
  })
})
