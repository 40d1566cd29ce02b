import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { addRate } from '../../src/deals/rate-store.ts'
import { reschedule } from '../../src/rituals/reschedule.ts'
import { ritualsOf } from '../../src/rituals/store.ts'
import type { Team } from '../support/team.ts'
import { faultAt, tickAndDeliver } from './fault.ts'
import { inThread, teamWithRituals, threads } from './team-with-rituals.ts'

/** Tuesday 2026-12-01 is the first workday, Monday 7 the fifth; in Shanghai. */
const FIFTH_WORKDAY_10 = '2026-12-07T02:00:00.000Z'
const NEXT_EVENING = '2026-12-08T10:00:00.000Z'
/** In February 2027 the first workday is Monday 1, and the fifth the Friday of the same week. */
const FEBRUARY_FIRST_10 = '2027-02-01T02:00:00.000Z'

describe('the fifth workday of a month', () => {
  test('in Chinese: figures, charts, findings with their samples, a case, and what came out of it', async () => {
    const team = await withDeals()
    await team.until(FIFTH_WORKDAY_10)
    const [root, other, ...more] = threads(team, '数据复盘会')
    expect(more).toEqual([])
    expect(other?.text).toContain('数据复盘会 · 市场部 · 11 月')
    expect(other?.text).toContain('11 月没有签单。')
    expect(inThread(team, other)).toEqual([])
    expect(root?.place).toBe('sales')
    expect(root?.at).toBe(FIFTH_WORKDAY_10)
    expect(root?.text).toContain('33 万，4 单；比 10 月 +23 万、+230%')
    expect(root?.text).toMatch(/每月签约 \(元\)\n签约 [▁▂▃▄▅▆▇█]{6}\n2026|每月签约/)
    expect(root?.text).toContain('李雷 300,000')
    expect(root?.text).toContain('按 11 月底在队的 3 人算。有 1 单是外币，按记录时的汇率折算。')

    const [found] = inThread(team, root)
    expect(found?.text).toContain(
      '个人：涨得最多 @李雷 +22 万、+275%（8 万 → 30 万） · 样本 3 单对 1 单、样本少',
    )
    expect(found?.text).toContain('产品：涨得最多 CRM +21 万、+210%（10 万 → 31 万）')
    expect(found?.text).toContain('渠道：涨得最多 官网 +20 万')
    expect(found?.text).toContain(
      '集中度：<!channel> 20 万 占签约的 60.6%，是 4 家客户里最大的 · 样本 4 单、样本少',
    )
    expect(found?.text).toContain('集中度：@李雷 30 万 签了其中的 90.9%，是 2 人里最多的')
    expect(found?.text).toContain(
      '新客和老客：新客 2 单，老客 2 单，新客占 50%；金额 22 万 对 11 万；各渠道的新客：展会 0/2 单、官网 1/1 单',
    )
    expect(found?.text).toContain(
      '平均单价：每单 8.25 万；比 10 月 +3.25 万、+65% · 样本 4 单对 2 单、样本少',
    )
    expect(found?.text).toContain('退款：1 单退了 5,000 元；相当于本月签约的 1.5%')
    expect(found?.text).toContain('不到 10 单的发现会注明「样本少」。')
    expect(found?.text).toMatch(/各渠道的新客和老客 \(单\)/)

    const { form } = await team.presses('韩梅梅', root ?? never(), '讲一个案例')
    const told = { what: 'D-3', how: '见了三次决策人', lesson: '先见财务' }
    expect((await team.submits('韩梅梅', form, { what: 'D-3' })).errors).toEqual({ how: '这一项要填。' })
    await team.submits('韩梅梅', form, told)
    expect((await team.submits('韩梅梅', form, told)).text).toContain('这条已经记过了。')
    expect(inThread(team, root).at(-1)?.text).toBe('@韩梅梅 D-3\n见了三次决策人\n可以学的：先见财务')
    expect((await team.presses('吴婷', root ?? never(), '讲一个案例')).text).toContain(
      '这是销售一部的数据复盘会',
    )

    await team.until(NEXT_EVENING)
    const closed = inThread(team, root).at(-1)
    expect(closed?.text).toContain('案例 1 个，改进 0 条，标准做法 0 条。')
    expect(threads(team, '数据复盘会')[0]?.text).toContain('已经收了，案例和后续都在讨论串里。')
    expect(
      (await team.submits('韩梅梅', { ...(form ?? never()), state: `${form?.state}9` }, told)).text,
    ).toContain('已经收了')
    expect(team.failures).toEqual([])
  })

  test('in English; a finding opens an item, an SOP note and a plan to backtest', async () => {
    const team = await withDeals('en')
    await team.until(FIFTH_WORKDAY_10)
    const [root] = threads(team, 'Monthly data review')
    expect(root?.text).toContain('¥330,000 in 4 deals; +¥230,000, +230% on October')
    const [found = never()] = inThread(team, root)
    expect(found.text).toContain(
      'Concentration: <!channel> ¥200,000 is 60.6% of what was signed, the greatest of 4 customers · sample: 4 deals, small sample',
    )

    const { form: item } = await team.presses('李雷', found, 'Improve')
    expect(JSON.stringify(item?.fields)).toContain('Find out what 李雷 did differently')
    for (let times = 0; times < 3; times += 1)
      await team.submits('李雷', item, { action: 'show the others how', due: '12-18' })
    expect((await team.says('李雷', '/improve')).text).toContain(
      'I-1 show the others how · due 18 Dec · data review in month 12',
    )
    expect((await team.says('李雷', '/improve')).text).not.toContain('I-2')

    const { form: sop } = await team.presses('李雷', found, 'SOP note')
    expect((await team.submits('李雷', sop, { title: 'First visit' })).errors).toHaveProperty('steps')
    for (let times = 0; times < 3; times += 1)
      await team.submits('李雷', sop, { title: 'First visit', steps: 'call\n\n  prepare the numbers\nvisit' })
    expect(inThread(team, root).at(-1)?.text).toBe(
      '@李雷 First visit\n1. call\n2. prepare the numbers\n3. visit',
    )
    expect((await team.says('韩梅梅', '/review notes')).text).toContain(
      'First visit\n1. call\n2. prepare the numbers\n3. visit\n\nNovember · 李雷',
    )
    expect((await team.says('吴婷', '/review notes')).text).toContain('There are no SOP notes yet.')

    expect((await team.presses('李雷', found, 'Backtest a plan')).text).toContain('Only who leads 销售一部')
    const draft = await team.presses('王经理', found, 'Backtest a plan')
    expect(draft.text).toContain(
      'npx drumbeat plan test review-2026-11.yml --from 2026-09 --to 2026-11 --team 销售一部',
    )
    expect(draft.text).toContain('{ name: ')
    await team.until(NEXT_EVENING)
    expect(inThread(team, root).at(-1)?.text).toContain('0 cases, 1 improvement item, 1 SOP note.')
    expect((await team.says('李雷', '/review summary 11月')).text).toContain('What the figures say')
    expect((await team.says('吴婷', '/review summary 11月 销售一部')).text).not.toContain('李雷')
    expect(team.failures).toEqual([])
  })

  test('amounts and customers that channels may not see stay out of it', async () => {
    const team = await withDeals()
    await team.database.write(async (tables) => {
      const settings = JSON.stringify({ hideAmounts: true, hideCustomers: true })
      await tables.updateTable('workspace').set({ settings }).execute()
    })
    await team.until(FIFTH_WORKDAY_10)
    const [root] = threads(team, '数据复盘会')
    const all = [root, ...inThread(team, root)].map((post) => JSON.stringify(post?.view)).join('')
    expect(all).not.toMatch(/\d 元|万|channel>|300000|\d,000/)
    expect(all).toContain('一家客户')
    expect(all).toContain('+230%')
  })
})

describe('in the week of a calibration', () => {
  test('both are held in one thread, once, also after a restart', async () => {
    const team = await teamWithRituals({ at: '2027-01-29T10:00:00.000Z' })
    await team.until(FEBRUARY_FIRST_10)
    await tickAndDeliver(team.openAnother())
    await team.until('2027-02-05T03:00:00.000Z')
    expect(threads(team, '数据复盘会')).toEqual([])
    const [root] = threads(team, '月度校准会 · 销售一部')
    expect(root?.text).toContain('数据复盘会也落在这一周，两个会合在这里一起开')
    const said = inThread(team, root).map((post) => post.text.split('\n')[0])
    expect(said).toEqual([
      '数据复盘 · 1 月',
      '留下了什么 · 销售一部 · 1 月',
      '改了什么、为什么 · 销售一部 · 2 月',
    ])
    expect((await team.says('王经理', '/review now')).text).toContain('已经开过了')
    await team.until('2027-03-05T03:00:00.000Z')
    expect(threads(team, '月度校准会 · 销售一部')).toHaveLength(2)
    expect(inThread(team, threads(team, '月度校准会 · 销售一部')[1])[0]?.text).toContain('数据复盘 · 2 月')
    expect(team.failures).toEqual([])
  })

  test('a review that falls due before the calibration waits for it; one that waits in vain is held by itself', async () => {
    const held = await early()
    await held.until('2027-02-01T09:00:00.000Z')
    expect(inThread(held, threads(held, '月度校准会 · 销售一部')[0])[0]?.text).toContain('数据复盘 · 1 月')
    expect(threads(held, '数据复盘会 · 销售一部')).toEqual([])

    const alone = await early()
    await alone.until('2027-02-01T01:30:00.000Z')
    await alone.says('王经理', '仪式 暂停 月度校准会')
    await alone.until('2027-02-02T11:00:00.000Z')
    expect(threads(alone, '月度校准会 · 销售一部')).toEqual([])
    const [own] = threads(alone, '数据复盘会 · 销售一部')
    expect(own?.at).toBe('2027-02-01T02:05:00.000Z')
    expect(inThread(alone, own).at(-1)?.text).toContain('留下了什么')
    expect(alone.failures).toEqual([])
  })

  test('taking either away leaves the other', async () => {
    const team = await teamWithRituals({ at: '2027-01-29T10:00:00.000Z' })
    await team.until(FEBRUARY_FIRST_10)
    const gone = await team.says('王经理', '仪式 不再开 数据复盘会')
    await team.presses('王经理', gone, '不再开')
    const [root] = threads(team, '月度校准会 · 销售一部')
    expect(root?.text).toContain('〔写变化〕')
    expect(inThread(team, root)[0]?.text).toContain('销售一部的数据复盘会不开了。')
    await team.until('2027-02-01T10:00:00.000Z')
    expect(inThread(team, root).at(-1)?.text).toContain('改了什么、为什么')
    expect(team.failures).toEqual([])
  })
})

test('killed at any post, nothing of it is left, and the next tick does all of it', async () => {
  const start = { at: '2027-02-01T01:58:00.000Z' }
  const whole = await teamWithRituals(start)
  await whole.until('2027-02-01T11:00:00.000Z')
  for (const posts of [0, 1, 2]) {
    const fault = faultAt(undefined)
    const team = await teamWithRituals({ ...start, features: fault.features })
    fault.strikeAt(posts)
    team.clock.moveTo(FEBRUARY_FIRST_10)
    await tickAndDeliver(team.app)
    await team.until('2027-02-01T11:00:00.000Z')
    expect(fault.struck()).toBe(1)
    const said = (one: Team) => one.posts().map((post) => post.text.replace('本该', ''))
    expect(said(team).sort()).toEqual(said(whole).sort())
  }
})

describe('/review', () => {
  test('tells when it is, and holds it now', async () => {
    const team = await withDeals()
    expect((await team.says('李雷', '数据复盘')).text).toContain(
      '销售一部的数据复盘会\n\n下次 12 月 7 日 10:00',
    )
    expect((await team.says('王经理', '/review now')).text).toContain('销售一部的数据复盘会开始了。')
    const [root] = threads(team, '数据复盘会')
    expect(root?.text).toContain('数据复盘会 · 销售一部 · 10 月')
    expect((await team.says('李雷', '/review')).text).toContain('10 月的正开着')
    expect((await team.says('李雷', '/review history')).text).toContain('〔10 月〕')
  })
})

/** 销售一部 in October and November: three customers, two products, a deal in dollars, and a refund. */
async function withDeals(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Team> {
  const team = await teamWithRituals({ locale, at: '2026-11-27T10:00:00.000Z' })
  await team.write('赵敏', (scope) => activatePlan(scope, builtInPlan('5%'), '2026-01-01'))
  const rate = { currency: 'USD', from: '2026-01-01', rate: '8', source: '央行' }
  await team.write('赵敏', (scope) => addRate(scope, rate))
  const deals = [
    ['李雷', '小米 8万 date=2026-10-12 product=CRM channel=展会'],
    ['韩梅梅', '美团 2万 date=2026-10-20 product=CRM channel=展会'],
    ['李雷', '小米 8.5万 date=2026-11-03 product=CRM channel=展会'],
    ['李雷', '<!channel> 20万 date=2026-11-09 product=CRM channel=官网'],
    ['李雷', '滴滴 2500 USD date=2026-11-10 product=咨询'],
    ['韩梅梅', '美团 3万 date=2026-11-17 product=CRM channel=展会'],
  ]
  for (const [who = '', line] of deals) await team.says(who, `/deal add ${line}`)
  await team.says('李雷', '/deal refund D-3 5000 date=2026-11-20 客户少要一个模块')
  return team
}

/** The company, in which 销售一部 holds its review on the first workday too, an hour before the calibration. */
async function early(): Promise<Team> {
  const team = await teamWithRituals({ at: '2027-01-29T10:00:00.000Z' })
  await team.write('王经理', async (scope) => {
    const [review] = (await ritualsOf(scope, 'monthly-data-review')).filter(
      (one) => one.team.name === '销售一部',
    )
    if (review) await reschedule(scope, review, 'monthly first-workday 09:00')
  })
  return team
}

function never(): never {
  throw new Error('There is no such message.')
}
