import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDiscount, readFigure } from '../../src/deals/read-figures.ts'
import { creditsOf } from '../../src/deals/store.ts'
import { exportDeals } from '../../src/imports/export-deals.ts'
import { startTeam, type Team } from '../support/team.ts'

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

describe('what a deal leaves, what it is without tax, and the discount', () => {
  test('are said with the deal, and shown with it', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 毛利=3万 未税金额=106194.69 折扣=8折')
    const { text } = await team.says('李雷', '/deal show D-1')
    for (const shown of ['毛利', '3 万', '未税金额', '106,194.69', '折扣', '20%'])
      expect(text).toContain(shown)
    expect(await own(team, '李雷')).toMatchObject([
      { minor: 12_000_000, marginMinor: 3_000_000, exVatMinor: 10_619_469, discountBps: 2_000 },
    ])
  })

  test('can be added, changed and taken away later, and the change says so', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万')
    expect((await team.says('李雷', '/deal amend D-1 毛利=3万')).text).toContain('毛利 无 → 3 万')
    expect((await team.says('李雷', '/deal amend D-1 毛利=-2000 折扣=九五折')).text).toContain('折扣 无 → 5%')
    expect(await own(team, '李雷')).toMatchObject([{ marginMinor: -200_000, discountBps: 500 }])
    await team.says('李雷', '/deal amend D-1 毛利= 折扣=')
    const [credit] = await own(team, '李雷')
    expect(credit).not.toHaveProperty('marginMinor')
    expect(credit).not.toHaveProperty('discountBps')
  })

  test.each([
    ['毛利=大概3万', '毛利「大概3万」没读懂'],
    ['毛利=13万', '毛利比金额还多'],
    ['未税金额=$3000', '未税金额「$3000」没读懂'],
    ['折扣=8', '折扣「8」没读懂'],
    ['折扣=11折', '折扣「11折」没读懂'],
  ])('%s is answered with what was not understood, and nothing is stored', async (field, said) => {
    const team = await startTeam()
    expect((await team.says('李雷', `/deal add 华为 12万 ${field}`)).text).toContain(said)
    expect(await own(team, '李雷')).toEqual([])
  })

  test('an amount that falls below them is refused until both are changed', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 未税金额=11万')
    expect((await team.says('李雷', '/deal amend D-1 金额=10万')).text).toContain('未税金额不能比它多')
    await team.says('李雷', '/deal amend D-1 金额=10万 未税金额=9万')
    expect(await own(team, '李雷')).toMatchObject([{ minor: 10_000_000, exVatMinor: 9_000_000 }])
  })

  test('a refund takes the same part of them, a whole refund all', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 毛利=3万')
    await team.says('王经理', '/deal refund D-1 4万 退货')
    expect(await own(team, '李雷')).toMatchObject([{ minor: 8_000_000, marginMinor: 2_000_000 }])
    await team.says('王经理', '/deal refund D-1 全部 退货')
    expect(await own(team, '李雷')).toMatchObject([{ minor: 0, marginMinor: 0 }])
  })

  test('are split as the amount is, to the cent', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 毛利=100.01 分单=@李雷:50,@韩梅梅:50')
    const parts = [...(await own(team, '李雷')), ...(await own(team, '韩梅梅'))].map((one) => one.marginMinor)
    expect(parts).toEqual([5_001, 5_000])
  })

  test('are converted at the deal’s rate, and asked for anew in another currency', async () => {
    const team = await startTeam()
    await team.says('赵敏', '/deal rate USD 7.10 from=2026-11-01')
    await team.says('李雷', '/deal add 华为 $1000 毛利=300')
    expect(await own(team, '李雷')).toMatchObject([{ minor: 710_000, marginMinor: 213_000 }])
    await team.says('李雷', '/deal amend D-1 金额=7000元')
    expect((await own(team, '李雷'))[0]).not.toHaveProperty('marginMinor')
  })

  test('stand in the export', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 毛利=3万 折扣=85折')
    let csv = ''
    for await (const text of exportDeals(await team.scope('赵敏'))) csv += text
    expect(csv).toContain('margin,ex vat,discount,note')
    expect(csv.split('\n')[1]).toMatch(/30000\.00,,15%,$/)
  })
})

test.each([
  ['20%', 2_000],
  ['12.5%', 1_250],
  ['8折', 2_000],
  ['８折', 2_000],
  ['九五折', 500],
  ['9.5折', 500],
  ['85折', 1_500],
  ['0%', 0],
])('%s is %i basis points off', (text, bps) => {
  expect(readDiscount(text)).toBe(bps)
})

test.each(['8', '0.8', '十折', '120%', '0折', '打折', ''])('“%s” is no discount', (text) => {
  expect(readDiscount(text)).toBeUndefined()
})

test('whatever is typed as a figure is read exactly or not at all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.boolean(), (minor, negative) => {
      const typed = `${negative ? '-' : ''}${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
      expect(readFigure(typed, 'CNY', true)).toBe(negative ? -minor : minor)
      if (negative) expect(readFigure(typed, 'CNY', false)).toBeUndefined()
    }),
  )
})

const own = async (team: Team, name: string) => creditsOf(await team.scope(name), team.id(name), NOVEMBER)
