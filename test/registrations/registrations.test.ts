import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { creditsOf } from '../../src/deals/store.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team, type TeamOptions } from '../support/team.ts'
import { auditOf } from './audit.ts'

/** 李雷 has registered 华为 on Friday 2026-11-20, for thirty days. */
async function withHuawei(options: TeamOptions = {}): Promise<Team> {
  const team = await startTeam(options)
  await team.says('李雷', '/register 华为 展会认识的')
  return team
}

/** Presses a button of the latest message to somebody, and gives a reason. */
async function rules(team: Team, who: string, button: string, reason: string) {
  const card = team.posts({ to: who }).at(-1)
  if (!card) throw new Error(`${who} was asked nothing.`)
  const { form } = await team.presses(who, card, button)
  return team.submits(who, form, { reason })
}

const shares = async (team: Team, name: string) =>
  (await creditsOf(await team.scope(name), team.id(name), { from: '2026-01-01', to: '2027-12-31' })).map(
    (credit) => credit.shareBps,
  )

describe('registering', () => {
  test('protects a customer for thirty days, with a note', async () => {
    const team = await startTeam()
    const said = await team.says('李雷', '报备 华为 展会认识的')
    expect(said.text).toBe('报备好了：华为，保护到 12 月 20 日。备注：展会认识的。到期前三天提醒你。')
    expect((await team.says('李雷', '/register list')).text).toMatch(/华为.*李雷.*2026-12-20.*30.*展会认识的/)
    expect((await team.says('李雷', '报备')).text).toContain('华为')
    expect((await team.says('李雷', '报备 ＨＵＡ　wei')).text).toContain('报备好了')
    expect((await team.says('李雷', '/register "Acme Corp" 备注=老客户')).text).toContain(
      '报备好了：Acme Corp',
    )
    expect((await team.says('李雷', '/register "acme  CORP"')).text).toContain('Acme Corp 本来就是你报备的')
  })

  test('for as many days as an admin says, from then on', async () => {
    const team = await withHuawei()
    expect((await team.says('赵敏', '/register days 45')).text).toContain('从现在起报备保护 45 天')
    expect((await team.says('赵敏', '报备 保护期')).text).toContain('报备保护 45 天')
    expect((await team.says('李雷', '/register 小米')).text).toContain('保护到 2027 年 1 月 4 日')
    expect((await team.says('李雷', '/register list')).text).toMatch(/华为.*2026-12-20/)
    for (const typed of ['0', '366', '三十', '-5'])
      expect((await team.says('赵敏', `/register days ${typed}`)).text).toContain(`天数「${typed}」没读懂`)
    expect((await team.says('李雷', '/register days 90')).text).toContain('这件事要管理员来做')
  })

  test('is renewed, released, and taken from the pool', async () => {
    const team = await withHuawei()
    await team.until('2026-11-24T02:00:00.000Z')
    expect((await team.says('李雷', '/register renew 华为')).text).toBe('续好了：华为 保护到 12 月 24 日。')
    expect((await team.says('韩梅梅', '/register renew 华为')).text).toContain('华为 是 李雷 报备的')
    expect((await team.says('周主管', '/register release 华为')).text).toContain('只有 李雷 本人')
    expect((await team.says('韩梅梅', '/register pool')).text).toContain('最近没有客户回到公海')
    expect((await team.says('王经理', '/register release 华为')).text).toBe('华为 放回公海了。')
    expect((await team.says('李雷', '/register release 华为')).text).toContain('已经在公海里了')
    expect((await team.says('韩梅梅', '公海')).text).toMatch(/华为.*李雷/)
    expect((await team.says('韩梅梅', '/register 华为')).text).toContain('报备好了')
    expect((await team.says('李雷', '/register renew 华为')).text).toContain('华为 是 韩梅梅 报备的')
    expect((await team.says('韩梅梅', '公海')).text).toContain('最近没有客户回到公海')
  })

  test('lapses after its last day; before that the holder is told once, in one message', async () => {
    const team = await withHuawei()
    await team.says('李雷', '/register 小米')
    await team.until('2026-12-17T01:29:00.000Z')
    expect(team.posts({ to: '李雷' })).toEqual([])
    await team.until('2026-12-17T01:30:00.000Z')
    const [reminder, ...more] = team.posts({ to: '李雷' })
    expect(more).toEqual([])
    expect(reminder?.text).toMatch(/2 家客户的保护期快到了[\s\S]*华为，保护到 12 月 20 日[\s\S]*小米/)
    if (reminder)
      expect((await team.presses('李雷', reminder, '续期')).text).toContain('保护到 2027 年 1 月 16 日')
    team.clock.moveTo('2026-12-20T02:00:00.000Z')
    expect((await team.says('韩梅梅', '/register 小米')).text).toContain('小米 由 李雷 在 11 月 20 日报备')
    team.clock.moveTo('2026-12-21T02:00:00.000Z')
    expect((await team.says('韩梅梅', '/register 小米')).text).toContain('报备好了：小米')
    expect((await team.says('韩梅梅', '/register 华为')).text).toContain('华为 由 李雷 在 11 月 20 日报备')
  })

  test.each([
    ['报备 续期', '是哪家客户？'],
    ['报备 续期 小米', '小米 还没有人报备'],
    ['报备 ""', '是哪家客户？'],
    [`报备 ${'华'.repeat(121)}`, '超过了 120 个字'],
    [`报备 小米 ${'注'.repeat(401)}`, '超过了 400 个字'],
    ['报备 列表 @没这人', '没有找到叫「没这人」的人'],
    ['报备 列表 @韩梅梅', '只有本人、主管、财务和管理员能看'],
    ['报备 撞单', '这件事要'],
    ['报备 默认分单 华为 @李雷:60,@韩梅梅:40', '这件事要'],
  ])('%s changes nothing and says why', async (typed, answer) => {
    const team = await withHuawei()
    expect((await team.says('李雷', typed)).text).toContain(answer)
    expect((await team.says('李雷', '报备 列表')).text.match(/2026-12-20/g)).toHaveLength(1)
  })
})

describe('two who claim the same customer', () => {
  test('the second is shown the first, and whoever leads both is asked once', async () => {
    const team = await withHuawei()
    const said = await team.says('韩梅梅', '/register 华 为')
    expect(said.text).toContain('报备好了：华')
    const second = await team.says('韩梅梅', '/register "华 为"')
    expect(second.text).toBe(
      '华为 由 李雷 在 11 月 20 日报备，保护到 12 月 20 日。备注：展会认识的。已经请 王经理 裁定，有结果告诉你。',
    )
    expect((await team.says('韩梅梅', '/register 华为')).text).toContain('之前已经请 王经理 裁定')
    expect(team.posts({ to: '王经理' })).toHaveLength(1)
    expect(team.posts({ to: '王经理' })[0]?.text).toContain('撞单：华为，李雷 先报备，韩梅梅 也要。')
    expect((await team.says('周主管', '/register cases')).text).toContain('没有等你裁定的撞单')
    expect((await team.says('王经理', '报备 撞单')).text).toContain('撞单：华为')
  })

  test('across teams the manager above both is asked', async () => {
    const team = await withHuawei()
    expect((await team.says('吴婷', '/register 华为')).text).toContain('已经请 陈总 裁定')
    expect((await team.says('王经理', '/register cases')).text).toContain('没有等你裁定的撞单')
  })

  test.each([
    ['还归 李雷', '华为 还归 李雷。', '李雷'],
    ['改归 韩梅梅', '华为 改归 韩梅梅。', '韩梅梅'],
    ['两人共有', '华为 由 李雷 和 韩梅梅 共有', '李雷'],
  ])('%s is on record with its reason, and both are told', async (button, ruling, holder) => {
    const team = await withHuawei()
    await team.says('韩梅梅', '/register 华为')
    expect((await rules(team, '王经理', button, '先谈的先得')).text).toContain(ruling)
    for (const who of ['李雷', '韩梅梅'])
      expect(team.posts({ to: who }).at(-1)?.text).toMatch(
        new RegExp(`^王经理裁定：${ruling}.*理由：先谈的先得$`),
      )
    expect((await team.says('王经理', '/register list')).text).toMatch(new RegExp(`华为.*${holder}`))
    expect(await auditOf(team, 'registration.ruled')).toMatchObject([
      { person: team.id('王经理'), after: { reason: '先谈的先得', holder: team.id(holder) } },
    ])
    const card = team.posts({ to: '王经理' }).at(-1)
    if (card) expect((await team.presses('王经理', card, button)).text).toContain('已经裁定过了')
  })

  test('is ruled on by nobody else, and not without a reason', async () => {
    const team = await withHuawei()
    await team.says('韩梅梅', '/register 华为')
    const card = team.posts({ to: '王经理' })[0]
    if (!card) throw new Error('Nobody was asked.')
    for (const who of ['李雷', '韩梅梅', '周主管', '孙会计'])
      expect((await team.presses(who, card, '改归 韩梅梅')).text).toContain(
        '由同时带这两位的主管或管理员裁定',
      )
    const { form } = await team.presses('王经理', card, '改归 韩梅梅')
    expect((await team.submits('王经理', form, {})).errors).toHaveProperty('reason')
    expect((await team.submits('韩梅梅', form, { reason: '我的' })).text).toContain('由同时带这两位')
    expect((await team.says('王经理', '/register list')).text).toMatch(/华为.*李雷/)
    expect((await team.submits('赵敏', form, { reason: '客户选了她' })).text).toContain('华为 改归 韩梅梅。')
  })

  test('a deal is stored, its author is told, and whoever rules sees it', async () => {
    const team = await withHuawei()
    const said = await team.says('韩梅梅', '/deal add 华为 12万')
    expect(said.text).toContain('记好了：D-1 华为 12 万')
    expect(said.text).toMatch(
      /华为 由 李雷 在 11 月 20 日报备，保护到 12 月 20 日。.*这单已经记下，裁定前先算你的。已经请 王经理 裁定/,
    )
    expect(team.posts({ to: '王经理' }).at(-1)?.text).toContain('韩梅梅 已经记了 D-1。')
    await team.says('韩梅梅', '/deal add 华为 3万')
    await team.anHourLater()
    expect(team.posts({ to: '王经理' }).at(-1)?.text).toContain('韩梅梅 已经记了 D-1、D-2。')
    const ruled = await rules(team, '王经理', '还归 李雷', '先报备')
    expect(ruled.text).toContain('D-1、D-2 还在 韩梅梅 名下，没有动。要改：签单 改单 D-1 负责人=@李雷')
    expect(await shares(team, '韩梅梅')).toEqual([10_000, 10_000])
  })

  test.each([
    ['李雷', '/deal add 华为 12万'],
    ['韩梅梅', '/deal add 华为 12万 分单=@韩梅梅:50,@李雷:50'],
    ['韩梅梅', '/deal add 小米 12万'],
    ['韩梅梅', '/deal add 华为 12万 日期=11-19'],
  ])('%s: %s is nobody’s conflict', async (who, line) => {
    const team = await withHuawei()
    expect((await team.says(who, line)).text).not.toContain('报备')
    expect(team.posts({ to: '王经理' })).toEqual([])
  })
})

describe('a shared customer', () => {
  test('has a split that holds for deals which say nothing, from its day on', async () => {
    const team = await withHuawei()
    const said = await team.says('王经理', '/register split 华为 @李雷:60,@韩梅梅:40 from 2026-12-01')
    expect(said.text).toBe('记好了：12 月 1 日起签的 华为，没有另说就按 李雷 60%、韩梅梅 40% 分。')
    expect(team.posts({ to: '韩梅梅' }).at(-1)?.text).toContain('王经理：记好了：12 月 1 日起签的 华为')
    await team.says('李雷', '/deal add 华为 1万')
    expect(await shares(team, '李雷')).toEqual([10_000])
    team.clock.moveTo('2026-12-02T02:00:00.000Z')
    const deal = await team.says('韩梅梅', '/deal add 华为 2万')
    expect(deal.text).toContain('分单 李雷 60%、韩梅梅 40%')
    expect(deal.text).toContain('没有另说分单，按 华为 的默认分单算。')
    expect(await shares(team, '李雷')).toEqual([10_000, 6_000])
    const own = await team.says('韩梅梅', '/deal add 华为 3万 分单=@韩梅梅:100')
    expect(own.text).not.toContain('默认分单')
    expect(await shares(team, '韩梅梅')).toEqual([4_000, 10_000])
    expect((await team.says('韩梅梅', '/register 华为')).text).toContain('华为 是 李雷 和你共有的')
    await team.says('赵敏', '报备 默认分单 华为 @李雷:50,@韩梅梅:50')
    await team.says('李雷', '/deal add 华为 4万')
    expect(await shares(team, '李雷')).toEqual([10_000, 6_000, 5_000])
  })

  test('nobody’s is registered for the first in the split', async () => {
    const team = await startTeam()
    const said = await team.says('陈总', '报备 默认分单 小米 @吴婷:50,@李雷:50 从 明天')
    expect(said.text).toMatch(/11 月 21 日起签的 小米.*先记在 吴婷 名下，保护到 12 月 20 日/)
    expect((await team.says('吴婷', '/register list')).text).toContain('小米')
  })

  test.each([
    ['王经理', '华为 @李雷:60,@韩梅梅:30', '加起来是 90%'],
    ['王经理', '华为', '没读懂'],
    ['王经理', '华为 @李雷:60,@韩梅梅:40 from 大后年', '日期「大后年」没读懂'],
    ['王经理', '华为 @李雷:60,@吴婷:40', '默认分单由带这几位的主管或管理员来定'],
    ['周主管', '华为 @吴婷:60,@郑凯:40', '默认分单由带这几位'],
  ])('%s: split %s is refused', async (who, typed, answer) => {
    const team = await withHuawei()
    expect((await team.says(who, `/register split ${typed}`)).text).toContain(answer)
    await team.says('李雷', '/deal add 华为 1万')
    expect(await shares(team, '李雷')).toEqual([10_000])
  })
})

describe.each(engines)('on $name', (engine) => {
  let database: Database

  beforeAll(async () => {
    database = await engine.open()
  })

  test('a customer is registered, contested, ruled on and lapses', async () => {
    const team = await withHuawei({ database, locale: 'en' })
    await Promise.all([team.says('韩梅梅', '/register 小米'), team.says('张伟', '/register 小米')])
    expect((await team.says('王经理', '/register list')).text.match(/小米/g)).toHaveLength(1)
    expect((await team.says('张伟', '/deal add 华为 12k')).text).toContain('was registered by 李雷')
    await team.anHourLater()
    expect((await rules(team, '王经理', 'Goes to 张伟', 'They chose him')).text).toContain(
      '华为 goes to 张伟.',
    )
    team.clock.moveTo('2026-12-18T02:00:00.000Z')
    await team.app.tick()
    await team.app.deliverDue()
    expect(team.posts({ to: '张伟' }).at(-1)?.text).toContain('ends soon')
    team.clock.moveTo('2027-01-02T02:00:00.000Z')
    expect((await team.says('李雷', '/register pool')).text).toMatch(/华为[\s\S]*张伟/)
    expect(team.failures).toEqual([])
  })
})
