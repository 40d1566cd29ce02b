import { describe, expect, test } from 'vitest'
import { createGoal } from '../../src/goals/change-goal.ts'
import { goalByNumber, revisionsOf } from '../../src/goals/store.ts'
import { addPerson, addTeam, joinTeam } from '../../src/people/store.ts'
import { startTeam, type Team } from '../support/team.ts'

const OBJECTIVE = '/goal objective 公司 2026-Q4 成为华东第一'

/** An objective of the company (G-1) with two key results that are checked in: G-2 and G-3. */
async function withObjective(): Promise<Team> {
  const team = await startTeam()
  await team.says('陈总', OBJECTIVE)
  await team.says('陈总', '/goal add 公司 2026-Q4 拜访客户 300次 上级=G-1')
  await team.says('陈总', '/goal add 公司 2026-Q4 新增粉丝 1000人 parent=G-1')
  return team
}

describe('objectives', () => {
  test('stand as a sentence, and key results move them', async () => {
    const team = await startTeam()
    const added = await team.says('陈总', OBJECTIVE)
    expect(added.text).toContain('记好了：G-1 公司 2026 年第 4 季度「成为华东第一」')
    expect((await team.says('陈总', '/goal tree')).text).toContain('还没有关键结果')
    const { form } = await team.presses('陈总', added, '加一个关键结果')
    const saved = await team.submits('陈总', form, {
      owner: 'company',
      metric: 'checkin',
      name: '拜访客户',
      value: '300次',
    })
    expect(saved.text).toContain('支撑 G-1')
    await team.says('陈总', '/goal checkin G-2 100')
    expect((await team.says('张伟', '/goal G-1')).text).toContain('33.3%，由 1 个关键结果按权重算出')
  })

  test('are weighted, below other objectives as well, and say what the weights add up to', async () => {
    const team = await withObjective()
    await team.says('陈总', '/goal checkin G-2 300')
    expect((await team.says('陈总', '/goal G-1')).text).toContain('50%，由 2 个关键结果')
    const half = await team.says('陈总', '/goal weight G-2 80%')
    expect(half.text).toContain('写明的合计 80%，没写的 1 个分剩下的 20%')
    expect((await team.says('陈总', '/goal G-1')).text).toContain('80%，由 2 个关键结果')
    expect((await team.says('陈总', '/goal weight G-2 80% G-3 40% 重点在拜访')).text).toContain(
      '合计 120%，不是 100%，按比例折算',
    )
    await team.says('王经理', '/goal objective 销售一部 2026-Q4 把老客户做深 parent=G-1')
    await team.says('王经理', '/goal add 销售一部 2026-Q4 回访 10次 parent=G-4')
    await team.says('王经理', '/goal checkin G-5 5')
    await team.says('陈总', '/goal weight G-2 1 G-3 1 G-4 2')
    expect((await team.says('陈总', '/goal G-1')).text).toContain('50%，由 3 个关键结果')
    expect((await team.says('陈总', '/goal history G-2')).text).toContain('权重：80% → 1 份')
  })

  test('by form, with a weight and contributors; what is wrong is said at its field', async () => {
    const team = await startTeam()
    await team.says('陈总', OBJECTIVE)
    const { form } = await team.says('王经理', '/goal objective')
    const sales = form?.fields.find((field) => field.kind === 'choice' && field.name === 'owner')
    const owner = sales?.kind === 'choice' ? sales.options.find((one) => one.label === '销售一部')?.value : ''
    const parent = (await goalByNumber(await team.scope('王经理'), 1))?.id ?? ''
    const filled = { owner: owner ?? '', sentence: '把老客户做深', period: '2026-Q4', parent }
    const wrong = await team.submits('王经理', form, { ...filled, weight: '33.333%' })
    expect(wrong.errors?.weight).toContain('没读懂')
    const people = [team.id('李雷'), 'p-nobody']
    await team.submits('王经理', form, { ...filled, weight: '40%', contributors: people })
    expect((await team.says('张伟', '/goal G-2')).text).toContain('权重 100% · 参与人 李雷')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('王经理请你一起做 G-2')
  })

  test.each([
    ['陈总', '/goal objective 公司', '想做成什么'],
    ['陈总', '/goal objective 公司 成为华东第一', '目标 大目标 公司 2026-Q4 成为华东第一'],
    ['陈总', OBJECTIVE, '已经有目标了'],
    ['李雷', '/goal objective 公司 2026-Q4 我说了算', '由陈总或管理员来定'],
    ['陈总', '/goal adjust G-1 50% 原因', '自己没有数字'],
    ['陈总', '/goal phase G-1 11月60% 12月40%', '自己没有数字'],
    ['陈总', '/goal checkin G-1 50', '自己没有数字'],
    ['陈总', '/goal weight G-1 50%', '上面没有目标'],
    ['陈总', '/goal weight G-2 很多', '权重「很多」没读懂'],
    ['李雷', '/goal weight G-2 50%', '由陈总或管理员来定'],
    ['陈总', '/goal add 公司 11月 拜访客户 30次 parent=G-2 weight=50%', '权重只在大目标下面起作用'],
    ['陈总', '/goal align G-2', '写上目标和它支撑的目标'],
    ['陈总', '/goal align G-1 G-2', 'G-2 本来就在 G-1 下面'],
    ['陈总', '/goal align G-2 G-1', '本来就支撑'],
    ['陈总', '/goal align G-1 none', '本来就没有挂'],
  ])('%s says %s and reads %s', async (who, line, why) => {
    const team = await withObjective()
    expect((await team.says(who, line)).text).toContain(why)
    expect((await team.says('陈总', '/goal G-1')).text).not.toContain('权重 50.')
    expect(await goalByNumber(await team.scope('陈总'), 4)).toBeUndefined()
    expect(team.failures).toEqual([])
  })

  test('in English', async () => {
    const team = await startTeam({ locale: 'en' })
    const year = await team.says('赵敏', '/goal objective company 2027 Be first in the whole country')
    expect(year.text).toContain('Saved G-1. Company: “Be first in the whole country”, 2027.')
    await team.says('陈总', '/goal objective company 2026-Q4 Be first in the east')
    await team.says('陈总', '/goal add company 2026-Q4 30 customer visits parent=G-2 weight=2')
    await team.says('陈总', '/goal checkin G-3 10')
    const { text } = await team.says('陈总', '/goal tree')
    expect(text).toContain(
      'G-2 Company: “Be first in the east”, Q4 2026 · 33.3%, from 1 key result by weight',
    )
  })
})

describe('the tree', () => {
  test('lists what serves nothing, with a button that puts it under the best goal above', async () => {
    const team = await withObjective()
    await team.says('王经理', '/goal add 销售一部 2026-Q4 新客户 40家')
    const tree = await team.says('王经理', '/goal tree 2026-Q4')
    expect(tree.text).toContain('还没对齐：1 个目标上面没有挂')
    await team.presses('王经理', tree, 'G-4 挂到 G-1')
    expect((await team.says('王经理', '/goal tree 2026-Q4')).text).not.toContain('还没对齐')
    expect((await team.says('王经理', '/goal align G-4 none 单独看')).text).toContain('单独放着')
    expect((await team.says('王经理', '/goal history G-4')).text).toContain('支撑：G-1 → 没有')
  })

  test('compares a target with what stands under it', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 11月 签约 100万')
    await team.says('王经理', '/goal add 销售一部 11月 签约 60万 parent=G-1')
    await team.says('周主管', '/goal add 市场部 11月 签约 30万 parent=G-1')
    expect((await team.says('陈总', '/goal G-1')).text).toContain(
      '下级 2 个合计 900,000 元，比目标少 100,000 元',
    )
    await team.says('周主管', '/goal adjust G-3 50万 补上')
    expect((await team.says('陈总', '/goal tree')).text).toContain('合计 1,100,000 元，比目标多 100,000 元')
  })

  test('of one team in one period, in either order', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 12月 签约 100万')
    await team.says('王经理', '/goal add 销售一部 12月 签约 60万 parent=G-1')
    await team.says('周主管', '/goal add 市场部 12月 签约 30万 parent=G-1')
    for (const asked of ['12月 销售一部', '销售一部 下月', '2026-12 销售一部']) {
      const { text } = await team.says('陈总', `/goal tree ${asked}`)
      expect(text).toContain('目标树 销售一部 12 月')
      expect(text).toContain('G-2')
      expect(text).not.toContain('G-3')
    }
  })

  test('twelve levels deep it says what a goal stands under, and counts to the top', async () => {
    const team = await startTeam()
    await team.write('赵敏', async (scope) => {
      let above: string | undefined
      let parent: string | undefined
      for (let level = 1; level <= 12; level += 1) {
        above = await addTeam(scope, { name: `第${level}层`, ...(above ? { parent: above } : {}) })
        const slot = {
          level: 'team',
          owner: above,
          metric: 'objective',
          name: `第${level}步`,
          period: '2026-Q4',
        } as const
        parent = (await createGoal(scope, { ...slot, unit: '', parent, value: 10_000 }, undefined)).id
      }
      const who = await addPerson(scope, { name: '最底下' })
      await joinTeam(scope, above ?? '', who, 'member', '2026-01-01')
      const key = {
        level: 'person',
        owner: who,
        metric: 'checkin',
        name: '拜访',
        unit: '次',
        period: '2026-Q4',
      } as const
      await createGoal(scope, { ...key, parent, value: 300 }, undefined)
    })
    await team.says('赵敏', '/goal checkin G-13 1')
    const { text } = await team.says('赵敏', '/goal tree')
    expect(text).toContain('第12步')
    expect(text).toMatch(/G-13 .*支撑 G-12/)
    expect(text).toContain('第1步」 · 33.3%')
    expect((await team.says('赵敏', '/goal align G-1 G-12')).text).toContain('本来就在 G-1 下面')
  })
})

describe('a locked goal', () => {
  test('refuses every change, says who locked it, and takes a proposal', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.says('王经理', '/goal add 销售一部 2026-Q4 签约 90万')
    expect((await team.says('王经理', '/goal lock G-1')).text).toContain('由陈总或管理员来锁定')
    await team.says('陈总', '/goal lock G-2')
    for (const change of [
      'align G-2 G-1',
      'phase G-2 11月60% 12月40%',
      'owner G-2 @李雷',
      'drop G-2 不要了',
      'contributors G-2 @李雷',
    ])
      expect((await team.says('王经理', `/goal ${change}`)).text).toContain(
        'G-2 由陈总在 11 月 20 日锁定，没有改',
      )
    const no = await team.says('王经理', '/goal adjust G-2 80万 少一个人')
    expect(no.text).toContain('由陈总在 11 月 20 日锁定')
    await team.presses('王经理', no, '提议这样改')
    const card = team.posts({ to: '赵敏' }).at(-1)
    if (!card) throw new Error('Nobody was asked.')
    await team.presses('赵敏', card, '同意')
    const scope = await team.scope('赵敏')
    expect((await goalByNumber(scope, 2))?.value).toBe(80_000_000)
    expect((await team.says('陈总', '/goal unlock G-2')).text).toContain('为什么解锁')
    await team.says('陈总', '/goal unlock G-2 市场变了')
    expect((await team.says('王经理', '/goal align G-2 G-1')).text).toContain('挂好了')
    const { text } = await team.says('李雷', '/goal history G-2')
    expect(text).toMatch(/锁定\s+陈总，11 月 20 日[\s\S]*解锁\s+陈总，11 月 20 日\s+市场变了/)
  })

  test('is not changed by the set-up of pay either', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await team.says('王经理', '/goal lock G-1')
    const { form } = await team.says('赵敏', '/drumbeat setup team')
    const pay = await team.submits('赵敏', form, {
      team: '销售一部',
      parent: 'top',
      members: [team.id('李雷')],
    })
    const answer = await team.submits('赵敏', pay.form, { rate: '5%', target: '100000' })
    expect(answer.errors?.target).toContain('G-1 已锁定')
    expect((await goalByNumber(await team.scope('赵敏'), 1))?.value).toBe(8_000_000)
  })

  test('locks for who leads the owner, once, whoever comes second', async () => {
    const team = await startTeam()
    await team.says('李雷', '/goal add 12月 拜访客户 30次')
    expect((await team.says('李雷', '/goal lock G-1')).text).toContain('由王经理或管理员来锁定')
    const both = await Promise.all([
      team.says('王经理', '/goal lock G-1'),
      team.says('赵敏', '/goal lock G-1'),
    ])
    expect(both.map((one) => /锁好了|已经锁上了/.exec(one.text)?.[0]).sort()).toEqual([
      '已经锁上了',
      '锁好了',
    ])
    expect((await team.says('李雷', '/goal adjust G-1 40 多跑几家')).text).toContain('锁定，没有改')
  })
})

describe('who holds a goal', () => {
  test('contributors see it among their own and may check in; others may not', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add 销售一部 11月 拜访客户 300次')
    expect((await team.says('李雷', '/goal checkin G-1 30')).text).toContain('由王经理或管理员来定')
    await team.says('王经理', '/goal contributors G-1 @李雷 @韩梅梅')
    expect((await team.says('李雷', '/goal')).text).toContain('G-1 销售一部 11 月拜访客户')
    expect((await team.says('李雷', '/goal checkin G-1 30')).text).toContain('现在 30 次')
    expect((await team.says('李雷', '/goal adjust G-1 100 太多了')).text).toContain('由王经理或管理员来定')
    await team.says('王经理', '/goal contributors G-1 -@李雷 换人')
    expect((await team.says('李雷', '/goal checkin G-1 40')).text).toContain('由王经理或管理员来定')
    expect((await team.says('王经理', '/goal contributors G-1 无')).text).toContain('没有别的参与人')
    expect((await team.says('王经理', '/goal history G-1')).text).toContain('参与人：李雷、韩梅梅 → 韩梅梅')
  })

  test('a goal moves to somebody else in the team, but never a target that pay depends on', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect((await team.says('王经理', '/goal owner G-1 @韩梅梅')).text).toContain('关系到提成')
    await team.says('李雷', '/goal add 12月 拜访客户 30次')
    expect((await team.says('李雷', '/goal owner G-2 @韩梅梅')).text).toContain('由王经理或管理员来定')
    expect((await team.says('王经理', '/goal owner G-2 @吴婷')).text).toContain('由周主管或管理员来定')
    const moved = await team.says('王经理', '/goal owner G-2 @韩梅梅 李雷去出差')
    expect(moved.text).toContain('G-2 从李雷转过来了：韩梅梅 12 月拜访客户')
    expect(team.posts({ to: '韩梅梅' }).at(-1)?.text).toContain('王经理把 G-2 交给你了')
    expect((await team.says('李雷', '/goal history G-2')).text).toContain('归谁：李雷 → 韩梅梅')
  })

  test('somebody whose name is a mention rings nobody and can hold one', async () => {
    const team = await startTeam()
    await team.write('赵敏', async (scope) => {
      const who = await addPerson(scope, { name: '<!channel>' })
      await joinTeam(scope, await addTeam(scope, { name: '销售一部' }), who, 'member', '2026-01-01')
    })
    await team.says('王经理', '/goal objective 销售一部 2026-Q4 做深')
    const { text } = await team.says('王经理', '/goal owner G-1 @<!channel> 他来')
    expect(text).toContain('G-1 由<!channel>负责')
    expect((await team.says('王经理', '/goal G-1')).text).toContain('负责人 <!channel>')
  })

  test('the form changes all of it, or nothing', async () => {
    const team = await withObjective()
    await team.says('王经理', '/goal add 销售一部 2026-Q4 新客户 40家')
    const { form } = await team.presses('王经理', await team.says('王经理', '/goal G-4'), '修改')
    const parent = (await goalByNumber(await team.scope('陈总'), 1))?.id ?? ''
    const changed = await team.submits('王经理', form, {
      parent,
      owner: team.id('李雷'),
      contributors: [team.id('张伟')],
      why: '一起来',
    })
    expect(changed.text).toContain('挂好了，支撑 G-1')
    expect(changed.text).toContain('G-4 由李雷负责')
    expect(
      (
        await team.submits('王经理', form, {
          parent,
          owner: team.id('李雷'),
          contributors: [team.id('张伟')],
        })
      ).text,
    ).toContain('没有不一样的地方')
    await team.says('赵敏', '/goal lock G-4')
    expect((await team.submits('王经理', form, { parent: '', contributors: [] })).text).toContain('锁定')
    expect((await team.says('张伟', '/goal G-4')).text).toContain('支撑 G-1')
  })
})

describe('dropping a goal', () => {
  test('needs a reason, frees its place, leaves its history, and takes pay’s target away', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add 销售一部 12月 签约 50万')
    await team.says('王经理', '/goal add @李雷 12月 签约 8万 parent=G-1')
    expect((await team.says('王经理', '/goal drop G-2')).text).toContain('为什么撤掉')
    expect((await team.says('李雷', '/goal drop G-2 不想要')).text).toContain('由王经理或管理员来定')
    await team.says('王经理', '/goal drop G-2 定错了人')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('王经理撤掉了 G-2')
    expect((await team.says('王经理', '/goal G-2')).text).toContain('G-2 由王经理在 11 月 20 日撤掉了')
    expect((await team.says('王经理', '/goal history G-2')).text).toContain('定错了人')
    expect((await team.says('李雷', '/commission 2026-12')).text).not.toContain('80,000')
    const again = await team.says('王经理', '/goal add @李雷 12月 签约 9万 parent=G-1')
    expect(again.text).toContain('G-3 李雷 12 月签约 90,000 元')
    expect((await team.says('王经理', '/goal drop G-1 重来')).text).toContain('现在单独放着：G-3')
    expect(
      (
        await revisionsOf(
          await team.scope('赵敏'),
          (await goalByNumber(await team.scope('赵敏'), 2))?.id ?? '',
        )
      ).length,
    ).toBe(1)
  })

  test('once its time has begun an admin drops what pay depends on, and what is over stays', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect((await team.says('王经理', '/goal drop G-1 定错了')).text).toContain('由管理员来撤')
    await team.says('赵敏', '/goal drop G-1 定错了')
    await team.says('王经理', '/goal add @李雷 11月 签约 9万')
    await team.until('2026-12-02T02:00:00.000Z')
    expect((await team.says('赵敏', '/goal drop G-2 定错了')).text).toContain('已经结束，留着作记录')
  })
})
