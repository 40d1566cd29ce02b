import { describe, expect, test } from 'vitest'
import { logDeal, totalOf } from '../../src/deals/store.ts'
import { goalByNumber, revisionsOf } from '../../src/goals/store.ts'
import { startTeam, type Team } from '../support/team.ts'

function signs(team: Team, name: string, yuan: number, on = '2026-11-10') {
  return team.write(name, (scope) =>
    logDeal(scope, {
      customer: `客户${yuan}`,
      amountMinor: yuan * 100,
      currency: 'CNY',
      signedOn: on,
      owner: team.id(name),
      shares: [{ person: team.id(name), bps: 10_000 }],
      source: 'import',
    }),
  )
}

const targetOf = async (team: Team, name: string, period = '2026-11') =>
  (await totalOf(await team.scope('赵敏'), team.id(name), period)).targetMinor

describe('setting goals', () => {
  test('a manager sets what a rep is to sign, and attainment is measured against it', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect(answer.text).toContain('记好了：G-1 李雷 11 月签约 80,000 元')
    expect(answer.text).toContain('达成率和提成就按这个目标算')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
  })

  test('the same in English', async () => {
    const team = await startTeam({ locale: 'en' })
    const answer = await team.says('王经理', '/goal add @李雷 sign 80k in November')
    expect(answer.text).toContain('Saved G-1. 李雷: signed, November: ¥80,000.')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
  })

  test('three levels, each under the one that it serves', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.says('王经理', '/goal add 销售一部 11月 签约 50万 parent=G-1')
    const mine = await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await team.presses('王经理', mine, '挂到 G-2')
    await signs(team, '李雷', 52_000)
    await signs(team, '韩梅梅', 30_000)
    await signs(team, '吴婷', 18_000, '2026-10-09')
    const { text } = await team.says('张伟', '目标 目标树')
    expect(text).toContain('G-1 公司 2026 年第 4 季度签约 · 100,000 元 / 3,000,000 元，3.3%')
    expect(text).toContain('└ G-2 销售一部 11 月签约 · 82,000 元 / 500,000 元，16.4%')
    expect(text).toContain('└ G-3 李雷 11 月签约 · 52,000 元 / 80,000 元，65%')
  })

  test('a month’s tree hangs under the quarter that it lies in, whichever month is asked for', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.says('陈总', '/goal add 公司 2027 签约 900万')
    await team.says('王经理', '/goal add 销售一部 12月 签约 50万 parent=G-1')
    const { text } = await team.says('张伟', '/goal tree 2026-12')
    expect(text).toContain('└ G-3 销售一部 12 月签约')
    expect(text).not.toContain('G-2')
    expect((await team.says('张伟', '/goal tree 2026-Q4')).text).not.toContain('G-3')
  })

  test('who leads the company finds its goals among their own, before the teams’', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add 销售一部 11月 签约 50万')
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    const { text } = await team.says('陈总', '/goal')
    expect(text.indexOf('G-2 公司')).toBeGreaterThan(-1)
    expect(text.indexOf('G-2 公司')).toBeLessThan(text.indexOf('G-1 销售一部'))
    expect((await team.says('王经理', '/goal')).text).not.toContain('公司')
  })

  test('nobody is behind with what nobody has reported, and units are said once', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026 拜访客户 300次')
    const tree = await team.says('张伟', '/goal tree')
    expect(tree.text).toContain('G-1 公司 2026 年拜访客户 · 0 / 300 次，0% · 还没报过')
    await team.says('陈总', '/goal checkin G-1 30')
    expect((await team.says('张伟', '/goal tree')).text).toContain('30 / 300 次，10% · 落后')
    expect((await team.says('陈总', '/goal')).text).toMatch(/照这样到期末 \d+ 次/)
  })

  test('a forecast has no cents', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await signs(team, '李雷', 33_333)
    const { text } = await team.says('李雷', '/goal')
    expect(text).toMatch(/照这样到期末 [\d,]+ 元/)
  })

  test('the team at the top of the tree is the company', async () => {
    const team = await startTeam()
    const answer = await team.says('陈总', '/goal add 总公司 2027年 签约 1200万')
    expect(answer.text).toContain('G-1 公司 2027 年签约 12,000,000 元')
  })

  test('a goal serves one above it, or one’s own over a longer time, and never in a circle', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add 销售一部 11月 签约 50万')
    expect((await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万 parent=G-1')).text).toContain(
      'G-1 不在这个目标的上一级',
    )
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    expect((await team.says('周主管', '/goal add 市场部 11月 签约 9万 parent=G-1')).text).toContain('上一级')
    expect((await team.says('王经理', '/goal add 销售一部 2026-Q4 签约 90万 parent=G-1')).text).toContain(
      '上一级',
    )
    await team.says('王经理', '/goal add 销售一部 2026-Q4 签约 90万 parent=G-2')
    await team.says('王经理', '/goal add 销售一部 12月 签约 30万 parent=G-3')
    const { text } = await team.says('王经理', '/goal tree 2026-12')
    expect(text).toContain('G-4 销售一部 12 月签约')
  })

  test('own activity goals are one’s own; what the deals do not know is checked in', async () => {
    const team = await startTeam()
    const added = await team.says('李雷', '目标 12月 拜访客户 30次')
    expect(added.text).toContain('G-1 李雷 12 月拜访客户 30 次')
    const noted = await team.says('李雷', '/goal checkin G-1 12 展会上见了两家')
    expect(noted.text).toContain('现在 12 次，40%')
    expect((await team.says('李雷', '/goal history G-1')).text).toContain('展会上见了两家')
    expect((await team.says('韩梅梅', '/goal checkin G-1 30')).text).toContain('由王经理或管理员来定')
  })

  test('a rep cannot set the target that pay depends on, but can ask for it', async () => {
    const team = await startTeam()
    const no = await team.says('李雷', '/goal add 11月签约 8万')
    expect(no.text).toContain('签约目标关系到提成，由王经理来定')
    expect(await targetOf(team, '李雷')).toBeUndefined()
    await team.presses('李雷', no, '问王经理')
    const [asked] = team.posts({ to: '王经理' })
    expect(asked?.text).toContain('李雷想定一个目标：11 月签约 80,000 元')
    if (asked) await team.presses('王经理', asked, '就定这个')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('记好了：G-1')
  })

  test('nobody grants their own wish, and a stranger sets nothing', async () => {
    const team = await startTeam()
    const no = await team.says('李雷', '/goal add 11月签约 8万')
    await team.presses('李雷', no, '问王经理')
    const [asked] = team.posts({ to: '王经理' })
    if (asked) await team.presses('李雷', asked, '就定这个')
    await team.says('周主管', '/goal add @李雷 11月 签约 8万')
    await team.says('李雷', '/goal add 销售一部 11月 签约 8万')
    await team.says('王经理', '/goal add 公司 11月 签约 8万')
    expect(await targetOf(team, '李雷')).toBeUndefined()
    expect((await team.says('赵敏', '/goal tree')).text).toContain('这里还没有目标')
  })

  test('a second goal for the same thing points to the first', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    const again = await team.says('王经理', '/goal add @李雷 11月 签约 9万')
    expect(again.text).toContain('已经有目标了：G-1，80,000 元')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
  })

  test('a vague wish is answered with how to count it, and nothing is stored', async () => {
    const team = await startTeam()
    const answer = await team.says('吴婷', '/goal add 提升品牌影响力')
    expect(answer.text).toContain('「品牌影响力」没法数。可以数它带来的结果：新增粉丝')
    expect(answer.text).toContain('目标 新增 11月 新增粉丝 2000人')
    expect(await goalByNumber(await team.scope('吴婷'), 1)).toBeUndefined()
    const kept = await team.says('吴婷', '目标 新增 11月 新增粉丝 2000人')
    expect(kept.text).toContain('G-1 吴婷 11 月新增粉丝 2,000 人')
  })

  test('what is only missing a period can be saved as proposed', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/goal add @李雷 签约 8万')
    expect(answer.text).toContain('没说到什么时候')
    expect(answer.text).toContain('目标 新增 @李雷 11月 签约 8万')
    await team.presses('王经理', answer, '就这么记')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
  })

  test.each([
    ['12月签单 20', '写成「20 单」或「20万」', '目标 新增 12月 签单数 20'],
    ['11月签约 12来万', '「11月签约 12来万」没全读懂', '目标 新增 11月 签约 8万'],
    ['12月新客户 20万元', '按个数数', '目标 新增 12月 新客户 12'],
    ['明年签约', '缺一个数字', '目标 新增 2027年 签约 8万'],
    ['12月客诉降低到 5 起', '反过来写', '目标 新增 12月 客户表扬 20次'],
  ])('%s is answered with what is missing and a line that works', async (sentence, missing, line) => {
    const team = await startTeam()
    const { text } = await team.says('赵敏', `/goal add ${sentence}`)
    expect(text).toContain('这个目标还没记')
    expect(text).toContain(missing)
    expect(text).toContain(`可以写成：${line}`)
    expect(await goalByNumber(await team.scope('赵敏'), 1)).toBeUndefined()
    const proposed = text.split('可以写成：')[1]?.split('\n')[0] ?? ''
    expect((await team.says('陈总', proposed.replace('新增', '新增 公司'))).text).toContain('记好了')
  })

  test('growth is worked out from the period before', async () => {
    const team = await startTeam()
    await signs(team, '李雷', 60_000)
    const answer = await team.says('王经理', '/goal add @李雷 12月 业绩增长 20%')
    expect(answer.text).toContain('11 月到现在是 60,000 元，+20% 就是 72,000 元')
    await team.presses('王经理', answer, '就这么记')
    expect(await targetOf(team, '李雷', '2026-12')).toBe(7_200_000)
  })

  test('a jump against the history is pointed out, not refused', async () => {
    const team = await startTeam()
    await signs(team, '李雷', 30_000, '2026-10-10')
    const answer = await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect(answer.text).toContain('比前 1 期最好的一期（30,000 元）高出一倍还多')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
  })

  test('the form does the same, and says at the field what it cannot read', async () => {
    const team = await startTeam()
    const { form } = await team.says('王经理', '/goal add')
    const filled = { owner: `person:${team.id('李雷')}`, metric: 'signed', period: '2026-11' }
    const wrong = await team.submits('王经理', form, { ...filled, value: '很多' })
    expect(wrong.errors?.value).toContain('缺一个数字')
    const saved = await team.submits('王经理', form, { ...filled, value: '8万' })
    expect(saved.text).toContain('G-1 李雷 11 月签约 80,000 元')
    const own = { owner: `person:${team.id('王经理')}`, metric: 'checkin', period: '2026-12', value: '30次' }
    expect((await team.submits('王经理', form, own)).errors?.name).toContain('数的是什么')
    const named = await team.submits('王经理', form, { ...own, name: '陪访' })
    expect(named.text).toContain('G-2 王经理 12 月陪访 30 次')
  })

  test('names that nobody has, and hostile ones, store nothing', async () => {
    const team = await startTeam()
    expect((await team.says('王经理', '/goal add @李蕾 11月 签约 8万')).text).toContain('没有找到')
    await team.says('王经理', `/goal add 11月 '; DROP TABLE goal; -- 30次`)
    expect((await team.says('王经理', '/goal')).text).toContain('DROP TABLE')
    expect(team.failures).toEqual([])
  })
})

describe('following goals', () => {
  test('mine, with the share, the time that has passed and the forecast', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await signs(team, '李雷', 52_000)
    const { text } = await team.says('李雷', '目标')
    expect(text).toContain('52,000 元 / 80,000 元，65%')
    expect(text).toContain('时间过了 66.6%，剩 7 个工作日')
    expect(text).toContain('正常')
  })

  test('whoever has none learns how to set one', async () => {
    const team = await startTeam({ locale: 'en' })
    const { text } = await team.says('李雷', '/goal')
    expect(text).toContain('No goals for you yet.')
    expect(text).toContain('/goal add')
  })

  test('somebody else’s and a single one', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect((await team.says('韩梅梅', '/goal @李雷')).text).toContain('G-1 李雷 11 月签约')
    const theirs = (await team.says('韩梅梅', '/goal G-1')).text
    expect(theirs).toContain('G-1 李雷 11 月签约')
    expect(theirs).not.toContain('我的目标')
    expect((await team.says('韩梅梅', '/goal G-9')).text).toContain('没有 G-9')
  })

  test('the home tab shows them too', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    expect((await team.opensHome('李雷')).text).toContain('G-1 李雷 11 月签约')
  })
})

describe('changing goals', () => {
  test('before the period begins the manager changes it, and every value stays', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 12月 签约 8万')
    const changed = await team.says('王经理', '/goal adjust G-1 12万 来了两位，很能打')
    expect(changed.text).toContain('G-1 李雷 12 月签约 80,000 元 → 120,000 元')
    expect(await targetOf(team, '李雷', '2026-12')).toBe(12_000_000)
    const { text } = await team.says('李雷', '/goal history G-1')
    expect(text).toContain('12 月 1 日起：80,000 元')
    expect(text).toContain('12 月 1 日起：120,000 元')
    expect(text).toContain('王经理，11 月 20 日')
    expect(text).toContain('来了两位，很能打')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('80,000 元 → 120,000 元')
  })

  test('once it has begun an admin has to agree as well', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    const answer = await team.says('王经理', '/goal adjust G-1 6万 客户预算冻结')
    expect(answer.text).toContain('还要管理员同意')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
    const [card] = team.posts({ to: '赵敏' })
    expect(card?.text).toContain('客户预算冻结')
    if (card) await team.presses('赵敏', card, '同意')
    expect(await targetOf(team, '李雷')).toBe(6_000_000)
    expect(team.posts({ to: '王经理' }).at(-1)?.text).toContain('赵敏同意了')
    const scope = await team.scope('赵敏')
    const goal = await goalByNumber(scope, 1)
    expect((await revisionsOf(scope, goal?.id ?? '')).map((one) => one.value)).toEqual([8_000_000, 6_000_000])
  })

  test('a rep’s proposal needs the manager and an admin; a second press changes nothing', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    const no = await team.says('李雷', '/goal adjust G-1 6万 客户预算冻结')
    await team.presses('李雷', no, '问王经理')
    const asked = team.posts({ to: '王经理' }).at(-1)
    if (!asked) throw new Error('Nobody was asked.')
    expect((await team.presses('李雷', asked, '同意')).text).toContain('由王经理或管理员来定')
    await team.presses('王经理', asked, '同意')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
    const card = team.posts({ to: '赵敏' }).at(-1)
    if (!card) throw new Error('No admin was asked.')
    await team.presses('赵敏', card, '同意')
    expect(await targetOf(team, '李雷')).toBe(6_000_000)
    expect((await team.presses('赵敏', card, '同意')).text).toContain('已经有结果了')
  })

  test('a declined proposal leaves the goal as it is', async () => {
    const team = await startTeam({ locale: 'en' })
    await team.says('王经理', '/goal add @李雷 sign 80k in November')
    await team.says('王经理', '/goal adjust G-1 60k budgets are frozen')
    const [card] = team.posts({ to: '赵敏' })
    if (card) await team.presses('赵敏', card, 'Decline')
    expect(await targetOf(team, '李雷')).toBe(8_000_000)
    expect(team.posts({ to: '王经理' }).at(-1)?.text).toContain('stays at ¥80,000')
  })

  test.each([
    ['/goal adjust', '写上目标、新数值和原因'],
    ['/goal adjust G-1', '还没写新的数值，目标没改'],
    ['/goal adjust G-1 很多 原因', '「很多」没读懂'],
    ['/goal adjust G-1 12家 原因', '「12家」没读懂'],
    ['/goal adjust G-1 12万', '为什么改'],
    ['/goal adjust G-1 8万 原因', '本来就是 80,000 元'],
    ['/goal adjust G-7 8万 原因', '没有 G-7'],
    ['/goal history', '哪一个目标'],
    ['/goal tree 昨天的', '没读懂「昨天的」'],
    ['/goal checkin G-1 5', '签单会自动更新它'],
  ])('%s is refused with a way on', async (line, reason) => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 12月 签约 8万')
    expect((await team.says('王经理', line)).text).toContain(reason)
    expect(await targetOf(team, '李雷', '2026-12')).toBe(8_000_000)
  })
})
