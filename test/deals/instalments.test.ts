import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { dealsWith } from '../../src/deals/index.ts'
import { rebuildTotals } from '../../src/deals/store.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team, type TeamOptions } from '../support/team.ts'

/** 李雷 has signed 华为 for 12万 on Friday 2026-11-20, in two instalments. */
async function withInstalments(typed = '50%@2026-12-01 50%@2027-01-15', options: TeamOptions = {}) {
  const sales = await startTeam({ features: [dealsWith()], ...options })
  await sales.says('李雷', '/deal add 华为 12万')
  await sales.says('李雷', `/deal schedule D-1 ${typed}`)
  return sales
}

const shown = async (sales: Team) =>
  (await sales.says('李雷', '/deal show D-1')).text.match(/分期\n[\s\S]*?(?=流水)/)?.[0] ?? ''

describe('agreeing on instalments', () => {
  test('in percent, and they stand in the deal', async () => {
    const sales = await withInstalments()
    expect(await shown(sales)).toMatch(
      /12 月 1 日 6 万 · 11 天后到期[\s\S]*2027 年 1 月 15 日 6 万 · 56 天后到期/,
    )
    expect((await sales.says('李雷', '分期 D-1')).text).toContain('12 月 1 日 6 万')
    expect((await sales.says('李雷', '/deal show D-1')).text).toContain('李雷 定了分期')
  })

  test('by amounts, the last being the rest; a day without a year is the first one after the signing', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    await sales.says('李雷', '/deal add 华为 12万 日期=11-02')
    const said = await sales.says('李雷', '签单 分期 D-1 2万＠11-10，3.5万@12-01 余款@1月15日')
    expect(said.text).toContain('记好了：D-1 华为 12 万 分 3 期回款。')
    expect(said.text).toMatch(
      /11 月 10 日 2 万 · 逾期 10 天[\s\S]*12 月 1 日 3.5 万[\s\S]*2027 年 1 月 15 日 6.5 万/,
    )
  })

  test('thirds of what has no thirds add up to the cent', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    await sales.says('李雷', '/deal add 华为 100')
    const said = await sales.says('李雷', '/deal schedule D-1 33.33%@12-01 33.33%@12-02 33.34%@12-03')
    expect(said.text).toMatch(/33.33 元[\s\S]*33.33 元[\s\S]*33.34 元/)
    const thirds = await sales.says('李雷', '/deal schedule D-1 33.33%@12-01 rest@12-03')
    expect(thirds.text).toMatch(/33.33 元[\s\S]*66.67 元/)
  })

  test('by the form of the deal, one to a line, and emptied again', async () => {
    const sales = await withInstalments()
    const deal = await sales.says('李雷', '/deal show D-1')
    const { form } = await sales.presses('李雷', deal, '分期')
    expect(form?.fields[0]).toMatchObject({ initial: '60000.00@2026-12-01\n60000.00@2027-01-15' })
    const wrong = await sales.submits('李雷', form, { schedule: '5万@12-01\n6万@01-15' })
    expect(wrong.errors?.schedule).toContain('各期加起来是 11 万，这单是 12 万')
    await sales.submits('李雷', form, { schedule: '5万@12-01\n7万@01-15' })
    expect(await shown(sales)).toContain('12 月 1 日 5 万')
    expect((await sales.submits('李雷', form, { schedule: '' })).text).toContain('D-1 不再分期。')
    expect(await shown(sales)).toBe('')
  })

  test.each([
    ['50%@12-01 40%@01-15', '各期加起来是 90%，这单是 100%'],
    ['7万@12-01 6万@01-15', '各期加起来是 13 万，这单是 12 万'],
    ['50%@12-01 6万@01-15', '有的期写了百分比，有的写了金额'],
    ['6万@12-01 6万@2026-12-01', '12 月 1 日 写了两期'],
    ['余款@12-01 余款@12-02', '余款只能有一期'],
    ['6万@13-77 6万@12-01', '分期「6万@13-77」没读懂'],
    ['六来万@12-01', '分期「六来万@12-01」没读懂'],
    ['$60000@12-01 余款@12-02', '分期「$60000@12-01」没读懂'],
    ['6万', '分期「6万」没读懂'],
    [Array.from({ length: 40 }, (_, day) => `1%@2027-01-${day + 1}`).join(' '), '超过了 36 期'],
  ])('%s is refused and changes nothing', async (typed, answer) => {
    const sales = await withInstalments()
    expect((await sales.says('李雷', `/deal schedule D-1 ${typed}`)).text).toContain(answer)
    expect(await shown(sales)).toContain('12 月 1 日 6 万')
  })

  test('is for the owner, their managers and admins', async () => {
    const sales = await withInstalments('50%@2026-12-01 50%@2027-01-15')
    expect((await sales.says('韩梅梅', '/deal schedule D-1 none')).text).toContain('D-1 是别人的单')
    expect((await sales.says('孙会计', '/deal schedule D-1 none')).text).toContain('只有 李雷 本人')
    expect(await shown(sales)).toContain('12 月 1 日 6 万')
    expect((await sales.says('王经理', '/deal schedule D-1 100%@12-31')).text).toContain('分 1 期回款')
  })
})

describe('what becomes of a deal', () => {
  test('collections pay the oldest instalments first', async () => {
    const sales = await withInstalments()
    const said = await sales.says('李雷', '/deal collect D-1 7万')
    expect(said.text).toContain('已回 7 万，还差 5 万。下一期 5 万，2027 年 1 月 15 日到期。')
    expect(await shown(sales)).toMatch(
      /12 月 1 日 6 万 · 已回\n[\s\S]*1 月 15 日 6 万 · 还差 5 万 · 56 天后到期/,
    )
  })

  test('a new amount moves what is open, in proportion, and says so', async () => {
    const sales = await withInstalments('4万@12-01 余款@12-15')
    await sales.says('李雷', '/deal collect D-1 2万')
    const said = await sales.says('李雷', '/deal amend D-1 17万')
    expect(said.text).toContain('分期跟着变成：12 月 1 日 5 万、12 月 15 日 12 万。')
    expect((await sales.says('李雷', '/deal amend D-1 产品=CRM')).text).not.toContain('分期')
  })

  test('a refund takes back what came in last, and leaves what is open', async () => {
    const sales = await withInstalments()
    await sales.says('李雷', '/deal collect D-1 6万')
    const said = await sales.says('王经理', '/deal refund D-1 2万 让利')
    expect(said.text).toContain('分期跟着变成：12 月 1 日 4 万、2027 年 1 月 15 日 6 万。')
    expect(await shown(sales)).toMatch(/4 万 · 已回\n[\s\S]*6 万 · 56 天后到期/)
  })

  test('a voided deal has none, and nothing of it is overdue', async () => {
    const sales = await withInstalments('50%@11-21 50%@11-22')
    await sales.says('李雷', '/deal void D-1 记错了')
    expect((await sales.says('李雷', '/deal schedule D-1 100%@12-01')).text).toContain('D-1 已经作废')
    await sales.until('2026-11-30T02:00:00.000Z')
    expect(sales.posts({ to: '李雷' })).toEqual([])
    expect((await sales.says('李雷', '逾期')).text).toContain('没有逾期的款')
  })
})

describe('what is overdue', () => {
  test('reps see their own, managers their people’s, finance everyone’s', async () => {
    const sales = await withInstalments('2万@11-10 4万@11-25 余款@2027-01-15')
    await sales.says('赵敏', '/deal rate USD 7 from=2026-11-01')
    await sales.says('吴婷', '/deal add 小米 $3000')
    await sales.says('吴婷', '/deal schedule D-2 100%@11-24')
    const own = await sales.says('李雷', '逾期')
    expect(own.text).not.toContain('负责人')
    expect((await sales.says('李雷', '/deal overdue')).text).toMatch(/一周内还有 1 期到期，共 4 万。/)
    await sales.until('2026-12-01T03:00:00.000Z')
    const late = await sales.says('王经理', '/deal overdue')
    expect(late.text).toContain('1 期逾期，共 4 万。')
    expect(late.text).toMatch(/D-1.*华为.*4 万.*2026-11-25.*6.*李雷/)
    expect((await sales.says('孙会计', '/deal overdue')).text).toContain('2 期逾期，共 $3,000、4 万。')
    expect((await sales.says('王经理', '/deal overdue @李雷')).text).toContain('1 期逾期')
    expect((await sales.says('韩梅梅', '/deal overdue')).text).toContain('没有逾期的款')
    expect((await sales.says('韩梅梅', '/deal overdue @李雷')).text).toContain(
      '只有本人、主管、财务和管理员能看',
    )
    expect((await sales.says('周主管', '/deal overdue 销售一部')).text).toContain('只有本人')
    expect((await sales.says('王经理', '/deal overdue @李雷 2026-11')).text).toContain('「2026-11」没读懂')
  })

  test('the owner is asked on the day after, and weekly, in one message about all of it', async () => {
    const sales = await withInstalments('2万@11-25 余款@12-01')
    await sales.says('李雷', '/deal add 小米 3万')
    await sales.says('李雷', '/deal schedule D-2 1万@11-25 余款@2027-03-01')
    await sales.until('2026-11-26T01:29:00.000Z')
    expect(sales.posts({ to: '李雷' })).toEqual([])
    await sales.until('2026-11-26T01:30:00.000Z')
    const [first, ...more] = sales.posts({ to: '李雷' })
    expect(more).toEqual([])
    expect(first?.text).toMatch(
      /2 期回款过了约定的日子还没到[\s\S]*D-1 华为 2 万，11 月 25 日到期，逾期 1 天[\s\S]*D-2 小米 1 万/,
    )
    await sales.says('李雷', '/deal collect D-1 2万')
    await sales.until('2026-12-02T01:30:00.000Z')
    expect(sales.posts({ to: '李雷' }).at(-1)?.text).toMatch(/1 期回款[\s\S]*D-1 华为 10 万/)
    await sales.until('2026-12-03T02:00:00.000Z')
    expect(sales.posts({ to: '李雷' })).toHaveLength(3)
    expect(sales.posts({ to: '李雷' }).at(-1)?.text).toMatch(/D-2 小米 1 万，11 月 25 日到期，逾期 8 天/)
  })

  test('two processes after a downtime ask once; a part that comes in meanwhile keeps the rhythm', async () => {
    const sales = await withInstalments('2万@11-25 余款@2027-01-15')
    sales.clock.moveTo('2026-11-28T04:00:00.000Z')
    const second = sales.openAnother()
    await Promise.all([sales.app.tick(), second.tick()])
    await sales.app.deliverDue()
    expect(sales.posts({ to: '李雷' })).toHaveLength(1)
    expect(sales.posts({ to: '李雷' })[0]?.text).toContain('逾期 3 天')
    await sales.says('李雷', '/deal collect D-1 1万')
    await sales.until('2026-12-03T01:29:00.000Z')
    expect(sales.posts({ to: '李雷' })).toHaveLength(1)
    await sales.until('2026-12-03T01:30:00.000Z')
    expect(sales.posts({ to: '李雷' }).at(-1)?.text).toContain('D-1 华为 1 万，11 月 25 日到期，逾期 8 天')
  })

  test('who has left is not asked: who decides for them is', async () => {
    const sales = await withInstalments('2万@11-25 余款@2027-01-15')
    await sales.database.write(async (tables) => {
      await tables.updateTable('person').set({ left_on: '2026-11-24' }).where('name', '=', '李雷').execute()
    })
    await sales.until('2026-11-26T02:00:00.000Z')
    expect(sales.posts({ to: '李雷' })).toEqual([])
    expect(sales.posts({ to: '王经理' }).at(-1)?.text).toMatch(/李雷 已离职[\s\S]*D-1 华为 2 万/)
  })
})

describe.each(engines)('on $name', (engine) => {
  let database: Database

  beforeAll(async () => {
    database = await engine.open()
  })

  test('instalments are kept, asked about, and worked out again from the ledger', async () => {
    const sales = await withInstalments('2万@11-21 余款@12-10', { database, locale: 'en' })
    await sales.says('李雷', '/deal collect D-1 5000')
    const before = (await sales.says('李雷', '/deal overdue')).text
    expect(before).toContain('1 more is due within a week, ¥15,000.')
    await sales.write('赵敏', rebuildTotals)
    expect((await sales.says('李雷', '/deal overdue')).text).toBe(before)
    sales.clock.moveTo('2026-11-22T02:00:00.000Z')
    await sales.app.tick()
    expect(sales.posts({ to: '李雷' })).toEqual([])
    sales.clock.moveTo('2026-11-23T02:00:00.000Z')
    await sales.app.tick()
    await sales.app.deliverDue()
    expect(sales.posts({ to: '李雷' }).at(-1)?.text).toContain('D-1 华为 ¥15,000, due 21 Nov, 2 days overdue')
    expect(sales.failures).toEqual([])
  })
})
