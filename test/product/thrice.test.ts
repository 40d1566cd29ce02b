import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { makes } from '../rituals/made.ts'
import { approve, close } from '../statements/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { writingSubcommands } from './registry.ts'

interface Sample {
  by: string
  says: string
  /** What has to be there already, as somebody says it. */
  after?: [by: string, says: string][]
  /** What has to be there already and is not said. */
  given?: (team: Team) => Promise<unknown>
  answer: string
}

const A_DEAL: [string, string] = ['李雷', '/deal add 华为 12万']
const A_CUSTOMER: [string, string] = ['李雷', '/register 华为']
const A_GOAL: [string, string] = ['李雷', '/goal add 12月 拜访客户 30次']
const AN_OBJECTIVE: [string, string] = ['陈总', '/goal objective 公司 2026-Q4 成为华东第一']
const A_KEY_RESULT: [string, string] = ['陈总', '/goal add 公司 2026-Q4 新客户 40家 parent=G-1']
const A_TEAM_GOAL: [string, string] = ['王经理', '/goal add 销售一部 2026-Q4 签约 90万']
const AN_ITEM: [string, string] = ['李雷', '/improve add 先问预算']

const aRitualOfOurOwn = (team: Team) => makes(team, '王经理', { template: 'highlights', name: '晨会' })

/** One line for each subcommand that changes something. */
const SAMPLES: Record<string, Sample> = {
  '/deal add': { by: '李雷', says: '/deal add 华为 12万', answer: '记好了：D-1' },
  '/deal amend': { by: '李雷', says: '/deal amend D-1 金额=15万', after: [A_DEAL], answer: '改好了：D-1' },
  '/deal collect': { by: '李雷', says: '/deal collect D-1 5万', after: [A_DEAL], answer: 'D-1' },
  '/deal schedule': {
    by: '李雷',
    says: '/deal schedule D-1 50%@12-01 50%@2027-01-15',
    after: [A_DEAL],
    answer: '分 2 期',
  },
  '/register': { by: '李雷', says: '/register 华为 展会上认识的', answer: '保护到 12 月 20 日' },
  '/register renew': { by: '李雷', says: '/register renew 华为', after: [A_CUSTOMER], answer: '续好了' },
  '/register release': { by: '李雷', says: '/register release 华为', after: [A_CUSTOMER], answer: '公海' },
  '/register split': {
    by: '王经理',
    says: '/register split 华为 @李雷:60,@韩梅梅:40',
    after: [A_CUSTOMER],
    answer: '李雷 60%、韩梅梅 40%',
  },
  '/register days': { by: '赵敏', says: '/register days 45', answer: '45 天' },
  '/deal refund': { by: '李雷', says: '/deal refund D-1 6000 少发了', after: [A_DEAL], answer: 'D-1' },
  '/deal void': { by: '李雷', says: '/deal void D-1 记错了', after: [A_DEAL], answer: 'D-1' },
  '/deal confirm': { by: '王经理', says: '/deal confirm all', after: [A_DEAL], answer: '确认了 1 单' },
  '/deal rate': { by: '赵敏', says: '/deal rate USD 7.12', answer: '7.12' },
  '/badge award': { by: '王经理', says: '/badge award @韩梅梅 服务之星 帮了大忙', answer: '五分钟后公布' },
  '/badge wall': { by: '赵敏', says: '/badge wall new', answer: '/wall/' },
  '/drumbeat team': { by: '赵敏', says: '/drumbeat team 市场部 add @李雷', answer: '李雷' },
  '/drumbeat me': { by: '李雷', says: '/drumbeat me hours 10:00-19:00', answer: '10:00' },
  '/goal add': { by: '李雷', says: '/goal add 12月 拜访客户 30次', answer: '记好了：G-1' },
  '/goal objective': {
    by: '陈总',
    says: '/goal objective 公司 2027年 成为华东第一',
    answer: '记好了：G-1',
  },
  '/goal align': {
    by: '陈总',
    says: '/goal align G-2 G-1',
    after: [AN_OBJECTIVE, A_TEAM_GOAL],
    answer: '挂好了',
  },
  '/goal weight': {
    by: '陈总',
    says: '/goal weight G-2 60%',
    after: [AN_OBJECTIVE, A_KEY_RESULT],
    answer: '权重改好了',
  },
  '/goal phase': {
    by: '陈总',
    says: '/goal phase G-1 11月60% 12月40%',
    after: [['陈总', '/goal add 公司 2026-Q4 签约 300万']],
    answer: '分好了：G-1',
  },
  '/goal owner': { by: '陈总', says: '/goal owner G-1 @王经理', after: [AN_OBJECTIVE], answer: '王经理负责' },
  '/goal contributors': {
    by: '陈总',
    says: '/goal contributors G-1 @王经理 @李雷',
    after: [AN_OBJECTIVE],
    answer: '李雷、王经理',
  },
  '/goal lock': { by: '陈总', says: '/goal lock G-1', after: [AN_OBJECTIVE], answer: '锁好了' },
  '/goal unlock': {
    by: '陈总',
    says: '/goal unlock G-1 市场变了',
    after: [AN_OBJECTIVE, ['陈总', '/goal lock G-1']],
    answer: '解锁了',
  },
  '/goal drop': { by: '陈总', says: '/goal drop G-1 写错了', after: [AN_OBJECTIVE], answer: '撤掉了' },
  '/goal page': { by: '王经理', says: '/goal page', answer: '/goals/' },
  '/goal checkin': { by: '李雷', says: '/goal checkin G-1 12', after: [A_GOAL], answer: '现在 12 次' },
  '/goal adjust': {
    by: '李雷',
    says: '/goal adjust G-1 40 多约了几家',
    after: [A_GOAL],
    answer: '改好了：G-1',
  },
  '/retro now': { by: '王经理', says: '/retro now', answer: '开始了' },
  '/retro skip': { by: '王经理', says: '/retro skip', answer: '销售一部' },
  '/improve add': { by: '李雷', says: '/improve add 先问预算', answer: 'I-1' },
  '/improve done': { by: '李雷', says: '/improve done I-1', after: [AN_ITEM], answer: 'I-1' },
  '/improve postpone': { by: '李雷', says: '/improve postpone I-1', after: [AN_ITEM], answer: 'I-1' },
  '/improve drop': { by: '李雷', says: '/improve drop I-1 客户没了', after: [AN_ITEM], answer: 'I-1' },
  '/improve assign': {
    by: '李雷',
    says: '/improve assign I-1 @韩梅梅 我去出差',
    after: [AN_ITEM],
    answer: '现在归韩梅梅',
  },
  '/commission flag': {
    by: '李雷',
    says: '/commission flag D-1 分单不对',
    after: [A_DEAL],
    answer: '疑问 #1',
  },
  '/commission dispute': {
    by: '王经理',
    says: '/commission dispute 1 accept 已改',
    after: [A_DEAL, ['李雷', '/commission flag D-1 分单不对']],
    answer: '疑问 #1：已同意',
  },
  '/commission freeze': { by: '赵敏', says: '/commission freeze 2026-10', answer: '10 月已冻结' },
  '/commission reissue': {
    by: '赵敏',
    says: '/commission reissue 2026-10 补确认',
    given: (team) => close(team, '2026-10'),
    answer: '第 2 版',
  },
  '/commission approve': {
    by: '赵敏',
    says: '/commission approve 2026-10',
    given: (team) => close(team, '2026-10'),
    answer: '10 月已批准',
  },
  '/commission paid': {
    by: '赵敏',
    says: '/commission paid 2026-10',
    given: (team) => approve(team, '2026-10'),
    answer: '10 月已发放',
  },
  '/commission adjust': {
    by: '赵敏',
    says: '/commission adjust @李雷 500 打车',
    answer: '调整 #1',
  },
  '/drumbeat days': {
    by: '赵敏',
    says: '/drumbeat days add 2027-02-10 春节',
    answer: '全公司 2027 年 2 月 10 日放假',
  },
  '/timeoff add': { by: '李雷', says: '/timeoff 11-25 11-28', answer: '11 月 25 日到 11 月 28 日你不在' },
  '/timeoff cancel': {
    by: '王经理',
    says: '/timeoff cancel @李雷',
    after: [['李雷', '/timeoff 11-25']],
    answer: '取消好了',
  },
  '/ritual pause': { by: '王经理', says: '/ritual pause 周复盘', answer: '暂停了' },
  '/ritual resume': {
    by: '王经理',
    says: '/ritual resume 周复盘',
    after: [['王经理', '/ritual pause 周复盘']],
    answer: '恢复了',
  },
  '/calibration now': { by: '王经理', says: '/calibration now', answer: '开始了' },
  '/review now': { by: '王经理', says: '/review now', answer: '开始了' },
  '/ritual test': { by: '王经理', says: '/ritual test 晨会', given: aRitualOfOurOwn, answer: '试跑开始了' },
  '/ritual run': { by: '王经理', says: '/ritual run 周复盘', answer: '开始了' },
  '/report silent': { by: '王经理', says: '/report silent', answer: '没有新情况的日子不发' },
  '/report always': {
    by: '王经理',
    says: '/report always',
    after: [['王经理', '/report silent']],
    answer: '每个工作日都发',
  },
  '/report start': { by: '陈总', says: '/report start 总公司', answer: '总公司从现在起有战报了' },
  '/report off': { by: '李雷', says: '/report off', answer: '晚上不再单独给你发' },
  '/report on': {
    by: '李雷',
    says: '/report on',
    after: [['李雷', '/report off']],
    answer: '工作日晚上又会给你发',
  },
  '/drumbeat role': { by: '赵敏', says: '/drumbeat role @郑凯 finance', answer: '郑凯' },
  '/drumbeat joined': {
    by: '王经理',
    says: '/drumbeat joined @李雷 2026-11-10',
    answer: '李雷 2026-11-10 入职',
  },
  '/drumbeat left': { by: '赵敏', says: '/drumbeat left @郑凯 2026-12-31', answer: '最后一天是 2026-12-31' },
  '/drumbeat language': {
    by: '郑凯',
    says: '/drumbeat language en',
    answer: 'I will write to you in English',
  },
}

describe('what is delivered three times happens once', () => {
  test.each(writingSubcommands())('%s', async (name) => {
    const sample = SAMPLES[name]
    if (!sample) throw new Error(`There is no line yet that says ${name}.`)
    const team = await startTeam()
    await team.write('赵敏', ensureRituals)
    for (const [by, says] of sample.after ?? []) await team.says(by, says)
    await sample.given?.(team)

    const first = await team.says(sample.by, sample.says, 'the same delivery')
    expect(first.text).toContain(sample.answer)
    const stored = await everythingIn(team)
    const posts = team.posts().length
    for (const _ of ['second', 'third']) {
      const { view, form } = await team.says(sample.by, sample.says, 'the same delivery')
      expect({ view, form }).toEqual({ view: first.view, form: first.form })
    }
    expect(await everythingIn(team)).toEqual(stored)
    expect(team.posts()).toHaveLength(posts)
    expect(team.failures).toEqual([])
  })
})

/** Every row of every table. */
async function everythingIn({ database }: Team): Promise<Record<string, unknown[]>> {
  const { reads } = database
  const tables = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(
    reads,
  )
  const rows = tables.rows.map(async ({ name }) => {
    const found = await sql`SELECT * FROM ${sql.table(name)}`.execute(reads)
    return [name, found.rows] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}
