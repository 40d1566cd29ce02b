import { expect, test } from 'vitest'
import { answers, makes } from './made.ts'
import { inThread, lastTo, teamWithRituals, threads } from './team-with-rituals.ts'

test('a case workshop collects cases, goes through them in the thread, and keeps what came out', async () => {
  const team = await teamWithRituals()
  await team.says('李雷', '/deal add 华为 12万')
  const made = await makes(team, '王经理', {
    template: 'case-workshop',
    schedule: '每季度第一个工作日 10:00',
  })
  expect(made.text).toContain('第一次：2027 年 1 月 1 日 10:00')
  await team.says('王经理', '/ritual run 案例研讨班')
  const [root] = threads(team, '案例研讨班 · 销售一部 · 2026 年第 4 季度')
  expect(root?.text).toContain('已请 3 人写案例')
  const { form } = await team.presses('李雷', lastTo(team, '李雷'), '填写')
  const told = { '情况：什么客户、什么需求、难在哪': '华为压价', 试了什么: '拆分报价', 结果怎么样: '签了' }
  expect((await answers(team, '李雷', form, { ...told, 关联的签单: 'D-99' })).errors?.deal).toContain('D-99')
  const saved = await answers(team, '李雷', form, { ...told, 关联的签单: 'd1' })
  expect(saved.text).toContain('过案例的时候会发到讨论串')
  expect(inThread(team, root)).toEqual([])

  await team.until('2026-11-26T06:00:00.000Z')
  const [intro, presented] = inThread(team, root)
  expect(intro?.text).toContain('收到 1 个案例')
  expect(presented?.text).toMatch(/案例：李雷[\s\S]*华为压价[\s\S]*关联的签单：D-1[\s\S]*〔写结论〕/)
  if (!presented) throw new Error('No case was presented.')
  const han = await team.says('韩梅梅', '/ritual answer')
  expect((await answers(team, '韩梅梅', han.form, told)).text).toContain('标了迟交')
  expect(inThread(team, root)).toHaveLength(3)

  expect((await team.presses('吴婷', presented, '写结论')).text).toContain('已经不在了')
  const outcome = await team.presses('张伟', presented, '写结论')
  expect((await team.submits('张伟', outcome.form, { outcome: '' })).errors).toBeDefined()
  expect(
    (await team.submits('张伟', outcome.form, { outcome: '别人', step: '给他', owner: team.id('李雷') }))
      .errors?.owner,
  ).toBeDefined()
  await team.submits('张伟', outcome.form, { outcome: '先谈价值再拆价', step: '整理话术' })
  expect(inThread(team, root)[1]?.text).toContain('结论：先谈价值再拆价')
  const again = await team.presses('李雷', saved, '改我的回答')
  await team.submits('李雷', again.form, { tried: '拆分报价，分期' })
  expect(inThread(team, root)[1]?.text).toMatch(/分期[\s\S]*结论：先谈价值再拆价/)
  await team.until('2026-11-27T10:00:00.000Z')
  expect(inThread(team, root).at(-1)?.text).toMatch(
    /案例和结论[\s\S]*@李雷 华为压价 → 先谈价值再拆价[\s\S]*还没写结论[\s\S]*I-1 整理话术/,
  )
  expect((await team.says('张伟', '/ritual search 谈价值')).text).toMatch(
    /案例研讨班 · 2026 年第 4 季度 · 结论/,
  )
})

test('a leadership workshop asks each manager for a plan, whose moves become items with their dates', async () => {
  const team = await teamWithRituals()
  const { form } = await team.says('陈总', '/ritual new')
  const teams = form?.fields.find((field) => field.kind === 'choice' && field.name === 'team')
  const company =
    teams && 'options' in teams ? teams.options.find(({ label }) => label === '总公司')?.value : ''
  const values = { template: 'leadership-workshop', team: company ?? '', schedule: '每年1月4日上午10点' }
  expect((await team.submits('陈总', form, values)).text).toContain('问各级主管（今天 3 人）')
  await team.until('2027-01-04T02:00:00.000Z')
  const asked = await team.says('王经理', '/ritual answer 领导力工坊')
  const said = await answers(team, '王经理', asked.form, {
    部门现状: '老客户为主',
    全年计划增长: '30%',
    关键举措一: '开两个新行业',
    举措一什么时候完成: '2027-03-31',
    关键举措二: '带出两个主管',
    需要上面支持什么: '两个编制',
  })
  expect(said.text).toContain('记成改进 I-1、I-2。')
  expect((await team.presses('王经理', said, '记成目标')).form).toBeDefined()
  expect((await team.says('王经理', '/improve')).text).toMatch(
    /I-2 带出两个主管 · 1 月 15 日前[\s\S]*I-1 开两个新行业 · 3 月 31 日前/,
  )
  expect((await team.says('李雷', '/ritual answer')).text).toContain('没有等你回答的')
  await team.until('2027-01-18T10:00:00.000Z')
  expect(lastTo(team, '陈总').text).toMatch(/领导力工坊 · 2027 年：只给你看[\s\S]*两个编制/)
  expect((await team.says('周主管', '/ritual search 新行业')).text).toContain('开两个新行业')
  expect((await team.says('周主管', '/ritual search 编制')).text).toContain('没有「编制」')
  expect((await team.says('李雷', '/ritual search 新行业')).text).toContain('没有「新行业」')
})
