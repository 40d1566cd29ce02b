import { beforeAll, describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { plan, target } from '../commission/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'

let team: Team

beforeAll(async () => {
  team = await startTeam()
  await team.write('赵敏', ensureRituals)
  await plan(team)
  await target(team, '李雷', 100_000)
  await team.says('李雷', '/deal add 华为 12万')
  await team.says('李雷', '/goal add 12月 拜访客户 30次')
  await team.says('李雷', '/improve add 先问预算')
})

const NOT_READ = '没读懂'
const NOT_SAVED = '这单还没记'

describe('amounts that are none', () => {
  test.each([
    '12来万',
    '0',
    '-5',
    '-5万',
    '1e18',
    '999999999999999999',
    '90万亿',
    '0.001',
    'NaN',
    '١٢٣',
    '12万万',
    '1,2',
  ])('%s', async (amount) => {
    for (const [who, line] of [
      ['李雷', `/deal add 中兴 ${amount}`],
      ['李雷', `/deal amend D-1 金额=${amount}`],
      ['李雷', `/deal collect D-1 ${amount}`],
      ['李雷', `/commission whatif ${amount}`],
      ['赵敏', `/deal rate ${amount === '0.001' ? '0' : 'USD -'}${amount}`],
    ] as const)
      expect((await team.says(who, line)).text, line).toContain(NOT_READ)
    expect((await team.says('王经理', `/goal add 销售一部 12月 签约 ${amount}`)).text).not.toContain('记好了')
    expect((await team.says('李雷', `/goal adjust G-2 ${amount} 原因`)).text).not.toContain('改好了')
  })
})

test.each([
  ['李雷', '/deal add 中兴 5万 date=2026-02-30', `日期「2026-02-30」没读懂，${NOT_SAVED}`],
  ['李雷', '/deal add 中兴 5万 date=大后天', `日期「大后天」没读懂，${NOT_SAVED}`],
  ['李雷', '/deal add 中兴 5万 date=明天', NOT_SAVED],
  ['李雷', '/deal add 中兴 5万 split=@李雷:150,@韩梅梅:-50', '没读懂'],
  ['李雷', '/deal add 中兴 5万 split=@李雷:60,@韩梅梅:30', '加起来'],
  ['李雷', '/deal add 中兴 5万 split=@李雷:60,@没这人:40', '没有找到叫「没这人」的人'],
  ['李雷', '/deal add 5万', '客户'],
  ['李雷', '/deal add 中兴', '金额'],
  ['李雷', '/deal add 中兴 5万 颜色=红', '颜色'],
  ['李雷', '/deal add \u200b\u200d 5万', '客户'],
  ['李雷', '/deal show D-99999999999999999999', '没有 D-99999999999999999999 这一单'],
  ['李雷', '/deal list 2026-13', NOT_READ],
  ['李雷', '/deal refund D-1 99万 写错了', 'D-1'],
  ['李雷', '/deal collect D-1 99万', '这笔回款还没记'],
  ['李雷', '/commission 2026-13', '「2026-13」没读懂'],
  ['李雷', '/commission 3026', '「3026」没读懂'],
  ['李雷', '/commission @没这人', '没有找到叫「没这人」的人'],
  ['李雷', '/leaderboard 颜值', '「颜值」没读懂'],
  ['李雷', '/leaderboard 签约 2026-W60', '「2026-W60」没读懂'],
  ['李雷', '/goal add 13月 拜访客户 30次', '这个目标还没记'],
  ['李雷', '/goal checkin G-2 很多', '「很多」没读懂，进度没记'],
  ['李雷', '/goal checkin G-2 -5', '「-5」没读懂，进度没记'],
  ['李雷', '/goal history G-99', '没有 G-99 这个目标'],
  ['李雷', '/goal tree 大概下个月', NOT_READ],
  ['李雷', '/improve done I-99', 'I-99'],
  ['李雷', '/improve add 先问预算 due=大后年', NOT_READ],
  ['李雷', '/improve add \u200b', '写'],
  ['李雷', '/retro summary 第八十周', '第八十周'],
  ['王经理', '/badge award @王经理 服务之星', '给自己的这枚不算'],
  ['王经理', '/badge award @韩梅梅 金牌', '没有「金牌」这枚勋章'],
  ['王经理', '/badge award @没这人 服务之星', '没有找到叫「没这人」的人'],
  ['李雷', '/badge award @韩梅梅 服务之星', '由主管来发'],
  ['赵敏', '/deal rate XXX 1', '币种「XXX」没读懂'],
  ['赵敏', '/drumbeat role @没这人 finance', '没有找到叫「没这人」的人'],
  ['李雷', '/timeoff 下下周', '日期「下下周」没读懂，还没记'],
  ['李雷', '/timeoff cancle', '是不是想写'],
  ['王经理', '/ritual pause 午休', '没读懂是哪个仪式'],
  ['王经理', '/ritual pasue', '是不是想写'],
  ['赵敏', '/drumbeat days add 春节', '日期「春节」没读懂，还没记'],
  ['赵敏', '/drumbeat joined @李雷 十一月初', '没读懂，什么都没改'],
  ['赵敏', '/drumbeat left @没这人 2026-11-30', '没有找到叫「没这人」的人'],
  ['李雷', '/deal lst', '是不是想写'],
  ['李雷', '/drumbeat setings', '是不是想写'],
  ['李雷', '/retro sumary', '是不是想写'],
  ['李雷', '/improve dnoe', '是不是想写'],
  ['李雷', 'commision', '是想说'],
  ['李雷', '今天天气不错', '没听懂「今天天气不错」'],
  ['李雷', '/', '还没写要做什么。输入「帮助」看看我能做什么'],
])('%s says %s and reads %s', async (who, line, sentence) => {
  expect((await team.says(who, line)).text).toContain(sentence)
})

test('after all that, what was there is there, and nothing else', async () => {
  const list = await team.says('李雷', '/deal list')
  expect(list.text).toContain('1 单')
  expect(list.text).toContain('12 万')
  expect((await team.says('李雷', '/deal show D-1')).text).toContain('0 元')
  expect((await team.says('赵敏', '/goal tree 2026-12')).text).not.toContain('G-3')
  expect((await team.says('李雷', '/improve')).text).not.toContain('I-2')
  expect(team.failures).toEqual([])
})

test('sums beyond what a number keeps exactly are refused, and leave what was there', async () => {
  const rich = await startTeam()
  await rich.says('赵敏', '/deal rate EUR 900000000')
  expect((await rich.says('李雷', '/deal add 中兴 EUR900000000000')).text).toContain('加起来的数太大')
  await rich.write('李雷', async (scope) => {
    for (let at = 0; at < 90; at++)
      await logDeal(scope, {
        customer: `客户${at}`,
        amountMinor: 100_000_000_000_000,
        currency: 'CNY',
        signedOn: '2026-11-02',
        owner: rich.id('李雷'),
        shares: [{ person: rich.id('李雷'), bps: 10_000 }],
        source: 'import',
      })
  })
  expect((await rich.says('李雷', '/deal add 最后一家 10000亿')).text).toContain(
    '加起来的数太大，已经算不准了，所以什么都没记',
  )
  const { text } = await rich.says('李雷', '/deal list')
  expect(text).toContain('90 单')
  expect(text).not.toContain('最后一家')
  for (const line of ['/commission', '/leaderboard signed', '/goal', '/badge']) await rich.says('李雷', line)
  expect(rich.failures).toEqual([])
})
