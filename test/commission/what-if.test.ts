import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { readOwnShare } from '../../src/commission/read-own-share.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { setLocale } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

const KINDS: PlanDocument = {
  name: '分产品',
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate: '4%',
  rates: [
    { when: { product: 'CRM', customer: 'new' }, rate: '10%' },
    { when: { channel: '转介绍' }, rate: '6%' },
  ],
  bonuses: [{ name: '新客奖', each: { customer: 'new' }, amount: '300' }],
}

describe('a split what-if', () => {
  test('counts the asker’s own part of every deal', async () => {
    const team = await begun()
    const { text, view } = await team.says('李雷', '/commission whatif 50000 30000 split=60/40')
    expect(text).toContain('0 元 → 4,900 元，多 4,900 元（税前）。')
    expect(rowsIn(view)).toEqual([
      ['现在', '50,000 元', '50%', '0 元'],
      ['再签 50,000 元 × 60%', '80,000 元', '80%', '4,000 元'],
      ['再签 30,000 元 × 60%', '98,000 元', '98%', '4,900 元'],
    ])
  })

  test.each([
    ['50000 split=60', '60%'],
    ['50000 split=60%', '60%'],
    ['split=60/40 50000', '60%'],
    ['50000 分单=60：40', '60%'],
    ['50000 split=@韩梅梅:40', '60%'],
    ['50000 split=@李雷:60,@韩梅梅:40', '60%'],
    ['50000 分单=@韩梅梅:30、@张伟:10', '60%'],
    ['50000 split=33.34/33.33/33.33', '33.34%'],
  ])('%s', async (typed, share) => {
    const team = await begun()
    const { view } = await team.says('李雷', `/commission whatif ${typed}`)
    expect(rowsIn(view)[1]?.[0]).toBe(`再签 50,000 元 × ${share}`)
  })

  test('holds for the deals before it, back to the last one of which something was said', async () => {
    const team = await begun()
    const { view } = await team.says('李雷', '/commission whatif 1万 2万 split=60 3万 split=50 4万')
    expect(rowsIn(view).map(([label]) => label)).toEqual([
      '现在',
      '再签 10,000 元 × 60%',
      '再签 20,000 元 × 60%',
      '再签 30,000 元 × 50%',
      '再签 40,000 元',
    ])
  })

  test('an odd cent goes where the ledger would put it', async () => {
    const team = await begun()
    const { view } = await team.says('李雷', '/commission whatif 100.01 split=50/50')
    expect(rowsIn(view)[1]?.[1]).toBe('50,050.01 元')
  })

  test.each([
    ['50000 split=60/50', '分单加起来是 110%，要正好 100%'],
    ['50000 split=@韩梅梅:100', '分单加起来是 100%，要正好 100%，并且有自己的一份'],
    ['50000 split=@李雷:60,@韩梅梅:50', '分单加起来是 110%'],
    ['50000 split=一半', '分单「一半」没读懂，还没算。'],
    ['50000 split=@谁也不是:40', '谁也不是'],
    ['50000 split=0/100', '分单「0/100」没读懂'],
    ['50000 客户=华为', '「客户=」在这里用不上。可以说的有：分单=、产品=、渠道=、新客、老客。'],
    ['split=60/40', '想试算多少？'],
  ])('%s is answered with what could not be read', async (typed, words) => {
    const team = await begun()
    expect((await team.says('李雷', `/commission whatif ${typed}`)).text).toContain(words)
  })

  test('in English', async () => {
    const team = await begun()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    const { view } = await team.says('李雷', '/commission whatif 50k split=60/40 new product=CRM')
    expect(rowsIn(view)[1]?.[0]).toBe('+ ¥50,000 × 60% (CRM, new customer)')
    expect((await team.says('李雷', '/commission whatif 50k split=half')).text).toContain(
      'I could not read the split “half”, so nothing is worked out.',
    )
  })

  test('whatever two shares that come to 100%, the first is one’s own', async () => {
    const scope = await (await begun()).scope('李雷')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99_99 }), async (own) => {
        const [first, second] = [own, 10_000 - own].map((bps) => (bps / 100).toFixed(2))
        expect(await readOwnShare(scope, `${first}/${second}`)).toBe(own)
        expect(await readOwnShare(scope, `@韩梅梅:${second}`)).toBe(own)
      }),
    )
    expect(await readOwnShare(scope, '')).toBeInstanceOf(Refusal)
  })
})

describe('where kinds of deals have rates of their own', () => {
  test('what is said of a deal counts, with its bonus; of the others the general rate', async () => {
    const team = await startTeam()
    await team.write('赵敏', (scope) => activatePlan(scope, KINDS, '2026-11-01'))
    const { text, view } = await team.says(
      '李雷',
      '/commission whatif 10000 product=crm 新客 10000 渠道=转介绍 10000',
    )
    // 10% and 300 for the new customer, then 6%, then 4%.
    expect(rowsIn(view).map((row) => [row[0], row[3]])).toEqual([
      ['现在', '0 元'],
      ['再签 10,000 元（crm，新客）', '1,300 元'],
      ['再签 10,000 元（转介绍）', '1,900 元'],
      ['再签 10,000 元', '2,300 元'],
    ])
    expect(text).toContain('这个方案不同的单比例不同，没说的单按一般的比例算。')
  })
})

test('where the money has to come in first, it says what all of it will bring', async () => {
  const team = await startTeam()
  await team.write('赵敏', (scope) =>
    activatePlan(
      scope,
      { name: '回款', period: 'month', attain: 'signed', pay: 'collected', rate: '5%' },
      '2026-11-01',
    ),
  )
  await signs(team, '李雷', 10_000)
  const { text } = await team.says('李雷', '/commission whatif 20000 split=50')
  expect(text).toContain('这个方案回款才发。全部回款后：500 元 → 1,000 元，多 500 元（税前）。')
})

describe('is what logging the deals comes to', () => {
  const flat = { name: '一份', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' } as const

  test('also where a plan counts more of a split deal than one’s share', async () => {
    const document: PlanDocument = { ...flat, overlay: { of: 'split', credit: '75%' } }
    const team = await startTeam()
    await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-11-01'))
    const { text } = await team.says('李雷', '/commission whatif 1000 3000 split=40/60')
    // 75% of 4,000, at 10%.
    expect(text).toContain('0 元 → 300 元')
    for (const yuan of [1_000, 3_000])
      await team.says('李雷', `/deal add 华为 ${yuan} 分单=@李雷:40,@韩梅梅:60`)
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 300 元')
  })

  test('and of several deals that it tells apart', async () => {
    const document: PlanDocument = {
      ...flat,
      overlay: { of: 'split', credit: '75%' },
      rates: [{ when: { product: 'CRM' }, rate: '20%' }],
    }
    const team = await startTeam()
    await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-11-01'))
    const { text } = await team.says('李雷', '/commission whatif 1000 3000 split=40/60')
    expect(text).toContain('0 元 → 300 元')
  })

  test('with their money in, where a plan attains by that', async () => {
    const document: PlanDocument = { ...flat, attain: 'collected', target: '1000', gate: '80%' }
    const team = await startTeam()
    await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-11-01'))
    await team.says('李雷', '/deal add 中兴 500')
    const { text } = await team.says('李雷', '/commission whatif 900')
    // 900 have come in, which is past the gate; 1,400 are signed.
    expect(text).toContain('0 元 → 140 元')
    expect(text).toContain('按这几单的钱当期都回来算')
    await team.says('李雷', '/deal add 华为 900')
    await team.says('李雷', '/deal collect D-2 全款')
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 140 元')
  })
})

test('the form asks for the same, and says at its field what it could not read', async () => {
  const team = await begun()
  const { form } = await team.presses('李雷', await team.says('李雷', '/commission'), '试算')
  const tried = await team.submits('李雷', form, { amounts: '5万', split: '60/40', customer: 'new' })
  expect(rowsIn(tried.view)[1]?.[0]).toBe('再签 50,000 元 × 60%（新客）')
  const wrong = await team.submits('李雷', form, { amounts: '5万', split: '60/50' })
  expect(wrong.errors?.split).toContain('分单加起来是 110%')
  expect(wrong.errors?.amounts).toBeUndefined()
})

/** 李雷 has signed 50,000 of 100,000 on the 5% ladder. */
async function begun(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000)
  await signs(team, '李雷', 50_000)
  return team
}
