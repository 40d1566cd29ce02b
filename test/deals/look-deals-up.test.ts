import { describe, expect, test } from 'vitest'
import { dealsWith } from '../../src/deals/index.ts'
import { startTeam } from '../support/team.ts'

async function withDeals() {
  const sales = await startTeam({ features: [dealsWith()] })
  await sales.says('李雷', '/deal add 华为 12万 产品=CRM 首次接触=10-20')
  await sales.says('李雷', '/deal add 小米 3万 分单=@李雷:50,@韩梅梅:50')
  await sales.says('李雷', '/deal add 联想 8万 日期=10-15')
  await sales.says('吴婷', '/deal add 格力 1万')
  await sales.says('王经理', '/deal confirm D-1')
  return sales
}

describe('the list', () => {
  test('shows my month with its sums, my part of what is shared', async () => {
    const sales = await withDeals()
    const said = await sales.says('李雷', '/deal list')
    expect(said.text).toContain('11 月，我的签单')
    expect(said.text).toContain('2 单，签约 13.5 万（已确认 12 万），回款 0 元。')
    expect(said.text).toMatch(/D-2 .*小米.*3 万.*待确认/)
    expect(said.text).not.toContain('格力')
    expect((await sales.says('韩梅梅', '签单 列表')).text).toContain('1 单，签约 1.5 万')
  })

  test.each([
    ['李雷', '/deal list 10月', '1 单，签约 8 万'],
    ['李雷', '/deal list last month', '1 单，签约 8 万'],
    ['李雷', '/deal list 2026', '3 单，签约 21.5 万'],
    ['李雷', '/deal list 2027', '2027 年还没有签单'],
    ['王经理', '/deal list', '2 单，签约 15 万'],
    ['王经理', '/deal list 2026 @李雷', 'D-3'],
    ['王经理', '/deal list @李雷 10月', '10 月，李雷 的签单'],
    ['王经理', '/deal list @李雷 last month', '10 月，李雷 的签单'],
    ['王经理', '/deal list 销售一部 本月', '11 月，销售一部 的签单'],
    ['王经理', '/deal list 销售一部', '销售一部 的签单'],
    ['孙会计', '/deal list 本月', '3 单，签约 16 万'],
    ['陈总', '/deal list', '3 单，签约 16 万'],
    ['周主管', '/deal list me', '还没有签单'],
    ['李雷', '/deal list @韩梅梅', '韩梅梅 的签单只有本人、主管、财务和管理员能看。你的在这里：签单 列表'],
    ['周主管', '/deal list @李雷', '李雷 的签单只有本人'],
    ['周主管', '/deal list 销售一部', '销售一部 的签单只有'],
    ['李雷', '/deal list 上上月', '「上上月」没读懂。可以写成：签单 列表 2026-11 @李雷'],
    ['王经理', '/deal list @李磊', '没有找到叫「李磊」的人'],
  ])('%s: %s', async (name, line, answer) => {
    const sales = await withDeals()
    expect((await sales.says(name, line)).text).toContain(answer)
  })

  test('is paged, with the sums of all pages', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    for (let number = 1; number <= 17; number += 1) await sales.says('李雷', `/deal add 客户${number} 1万`)
    const first = await sales.says('李雷', '/deal list')
    expect(first.text).toContain('17 单，签约 17 万')
    expect(first.text).toContain('第 1 页，共 2 页')
    expect(first.text).not.toContain('D-2 ')
    const second = await sales.presses('李雷', first, '下一页')
    expect(second.text).toContain('17 单，签约 17 万')
    expect(second.text).toMatch(/D-2 [\s\S]*D-1 /)
    expect((await sales.presses('李雷', second.replace ?? second, '上一页')).text).toContain('D-17')
    expect((await sales.presses('韩梅梅', first, '下一页')).text).toContain('李雷 的签单只有本人')
  })
})

describe('one deal', () => {
  test('shows all fields and every line of the ledger', async () => {
    const sales = await withDeals()
    await sales.says('李雷', '/deal collect D-1 5万')
    await sales.says('王经理', '/deal refund D-1 2万 date=昨天 让利')
    const said = await sales.says('李雷', '/deal show d1')
    expect(said.text).toMatch(/金额 +100,000 元/)
    expect(said.text).toMatch(/回款 +30,000 元/)
    expect(said.text).toMatch(/状态 +已确认/)
    expect(said.text).toMatch(/首次接触 +2026-10-20，签约前 31 天/)
    expect(said.text).toContain('2026-11-20 10:00 李雷 签约 120,000 元')
    expect(said.text).toContain('王经理 确认')
    expect(said.text).toContain('李雷 回款 50,000 元')
    expect(said.text).toContain('王经理 退款 -20,000 元 2026-11-19 生效 让利')
  })

  test('of a split deal shows the parts to all who share it, and to nobody else', async () => {
    const sales = await withDeals()
    expect((await sales.says('韩梅梅', '/deal show D-2')).text).toContain(
      '李雷 50% 15,000 元、韩梅梅 50% 15,000 元',
    )
    expect((await sales.says('张伟', '/deal show D-2')).text).toContain('D-2 是别人的单')
    expect((await sales.says('张伟', '/deal show D-77')).text).toContain('没有 D-77 这一单')
    expect((await sales.says('张伟', '/deal show 华为')).text).toContain('没有 华为 这一单')
  })

  test('a manager confirms it from there', async () => {
    const sales = await withDeals()
    const shown = await sales.says('王经理', '/deal show D-2')
    expect((await sales.presses('王经理', shown, '确认')).text).toBe('确认了 1 单，共 3 万。')
  })
})

describe('at home', () => {
  test('there is a button for the form, and for managers what waits', async () => {
    const sales = await withDeals()
    const home = await sales.opensHome('王经理')
    expect(home.text).toContain('2 单等你确认，共 11 万。')
    const opened = await sales.presses(
      '王经理',
      { ...home, view: home.home ?? { summary: '', blocks: [] } },
      '记一单',
    )
    expect(opened.form?.title).toBe('记一单')
  })
})
