import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { composeStatement, composeStatements } from '../../src/statements/compose.ts'
import { documentOf } from '../../src/statements/document.ts'
import { signs, target } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team, type TeamOptions } from '../support/team.ts'
import { approve, close, later } from './arrange.ts'

const TEN: PlanDocument = { name: '一成', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }
const POOLED: PlanDocument = {
  ...TEN,
  pool: {
    source: 'held-back',
    size: '10%',
    scope: 'team',
    divide: 'equally',
    unreleased: 'carried',
  },
}

/** October with a pool of 李雷, 韩梅梅 and 张伟: 100,000, 60,000 and 50,000 of 100,000 each, the team at 70%. */
async function october(options: TeamOptions = {}): Promise<Team> {
  const team = await startTeam(options)
  await activate(team, POOLED)
  for (const [name, yuan] of [
    ['李雷', 100_000],
    ['韩梅梅', 60_000],
    ['张伟', 50_000],
  ] as const) {
    await target(team, name, 100_000, '2026-10')
    await signs(team, name, yuan, { on: '2026-10-09', customer: `${name}的客户` })
  }
  await later(team)
  return team
}

const activate = (team: Team, document: PlanDocument, name?: string) =>
  team.write('赵敏', (scope) => {
    const to = name === undefined ? undefined : ({ kind: 'person', id: team.id(name) } as const)
    return activatePlan(scope, document, '2026-10-01', to)
  })

/** What everybody's statements of a month come to, by name. */
async function earned(team: Team, period: string): Promise<Record<string, string>> {
  const rows = await team.database.reads
    .selectFrom('statement')
    .select(['person', 'total_minor'])
    .where('period', '=', period)
    .orderBy('person')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.person.replace('p-', ''), String(row.total_minor / 100)]))
}

describe('a month with a pool', () => {
  test('is closed with everybody’s part of it, and who has done nothing gets their part too', async () => {
    const team = await october()
    await signs(team, '李雷', 60_000, { on: '2026-10-20', customer: '小米' })
    await target(team, '张伟', 0, '2026-10')
    await close(team, '2026-10')
    // 21,000 put in of 270,000 − the two with targets are at 220,000 of 200,000: 110% of 27,000 = 29,700 for three
    expect(await earned(team, '2026-10')).toEqual({ 李雷: '15390', 韩梅梅: '6390', 张伟: '5490' })
  })

  test('pays who belongs to the team and has neither deals nor a target', async () => {
    const team = await startTeam()
    await activate(team, { ...POOLED, pool: { ...always, source: 'on-top', size: '900' } })
    await signs(team, '李雷', 10_000, { on: '2026-10-09' })
    await close(team, '2026-10')
    expect(await earned(team, '2026-10')).toEqual({
      吴婷: '450',
      李雷: '1300',
      郑凯: '450',
      韩梅梅: '300',
      张伟: '300',
    })
  })

  test('is adjusted for all of its members when one of them has a refund, with the cause and no figure of theirs', async () => {
    const team = await october()
    await signs(team, '李雷', 60_000, { on: '2026-10-20', customer: '小米' })
    await approve(team, '2026-10')
    expect(await earned(team, '2026-10')).toEqual({ 李雷: '15210', 韩梅梅: '6210', 张伟: '5310' })
    await later(team)
    await team.says('王经理', '/deal refund D-4 30000 客户退货')
    // 240,000 of 300,000 is 80% of 24,000: 6,400 each instead of 8,100; and 李雷 has earned 3,000 less, and put in 300 less
    const { text } = await team.says('韩梅梅', '/commission')
    expect(text).toContain('10 月：D-4 退款（王经理），客户退货 -170 元')
    expect(text).not.toContain('李雷')
    expect((await team.says('李雷', '/commission')).text).toContain(
      '10 月：D-4 退款（王经理），客户退货 -2,870 元',
    )
    expect((await team.says('张伟', '/commission')).text).toContain(
      '10 月：D-4 退款（王经理），客户退货 -170 元',
    )
    team.clock.moveTo('2026-12-02T02:00:00.000Z')
    await approve(team, '2026-11')
    // What the refund has left in October's pool is carried into November's, of which nothing is released yet.
    expect(await earned(team, '2026-11')).toEqual({ 李雷: '-2870', 韩梅梅: '-170', 张伟: '-170' })
  })

  test('carries what is left over on through later months, also when an earlier one changes after its approval', async () => {
    const team = await october()
    await approve(team, '2026-10')
    await target(team, '李雷', 10_000, '2026-11')
    await signs(team, '李雷', 10_000, { on: '2026-11-09' })
    // 2,100 of October, when the team was at 70%, and 100 of November: 2,200 ÷ 3
    const pays = '留进 100 元，分到 733.34 元。池里共 2,200 元（上期转来 2,100 元）'
    expect((await team.says('李雷', '/commission')).text).toContain(pays)
    await later(team)
    await team.says('王经理', '/deal refund D-1 50000 客户退货')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('分到 566.67 元。池里共 1,700 元（上期转来 1,600 元）')
    expect(text).toContain('10 月：D-1 退款（王经理），客户退货 -4,500 元')
  })

  test('puts in, for all of them together, what comes out', async () => {
    const team = await october()
    await signs(team, '李雷', 33_333.33, { on: '2026-10-20', customer: '小米' })
    await later(team)
    const { statements } = await composeStatements(await team.scope('赵敏'), '2026-10', team.clock.now())
    const lines = statements.flatMap(({ calculation: { pay } }) => (typeof pay === 'string' ? [] : pay.lines))
    const sum = (kind: string) =>
      lines.filter((line) => line.kind === kind).reduce((all, line) => all + line.minor, 0n)
    const [share] = lines.filter((line) => line.kind === 'pool-share')
    expect(-sum('pool-put-in')).toBe(share?.kind === 'pool-share' ? share.sizeMinor : undefined)
    expect(sum('pool-share')).toBe(share?.kind === 'pool-share' ? share.releasedMinor : undefined)
  })
})

const always = {
  scope: 'team',
  divide: 'equally',
  unreleased: 'forfeited',
  curve: [{ at: '0%', releases: '100%' }],
} satisfies Partial<PlanDocument['pool']>

describe('an override', () => {
  test('gives a manager without deals a statement, and an adjustment when a member’s deal changes', async () => {
    const team = await startTeam()
    await activate(team, TEN)
    const document = { ...TEN, override: { rate: '1%', of: 'credit', scope: 'direct' } } as const
    await activate(team, document, '王经理')
    await signs(team, '李雷', 100_000, { on: '2026-10-09' })
    await approveAll(team, '2026-10')
    expect(await earned(team, '2026-10')).toEqual({ 李雷: '10000', 王经理: '1000' })
    await later(team)
    await team.says('赵敏', '/deal refund D-1 20000 客户退货')
    expect((await team.says('王经理', '/commission')).text).toContain(
      '10 月：D-1 退款（赵敏），客户退货 -200 元',
    )
  })
})

test('statements of who is paid for others come out byte for byte as they were, whatever happens later', async () => {
  const team = await october()
  const override = { rate: '1%', of: 'commission', scope: 'all' } as const
  for (const name of ['王经理', '陈总', '周主管']) await activate(team, { ...TEN, override }, name)
  await activate(team, { ...TEN, overlay: { of: 'team', credit: '1/3' } }, '张伟')
  await signs(team, '李雷', 77_777.77, { on: '2026-10-21', customer: '小米' })
  await approveAll(team, '2026-10')
  const changes = [
    'refund D-1 3333.33 退货',
    'amend D-2 分单=@李雷:60,@吴婷:40',
    'void D-4 取消',
    'refund D-3 1 退货',
  ]
  for (const change of changes) {
    await later(team)
    await team.says('赵敏', `/deal ${change}`)
  }
  team.clock.moveTo('2026-12-02T02:00:00.000Z')
  await approveAll(team, '2026-11')
  await team.says('赵敏', '/deal refund D-2 1000 退货')
  await later(team)
  const issued = await team.database.reads
    .selectFrom('statement')
    .select(['person', 'period', 'as_of', 'document', 'adjusted_minor'])
    .execute()
  expect(
    issued
      .filter((one) => one.adjusted_minor !== 0)
      .map((one) => one.person)
      .sort(),
  ).toEqual(['吴婷', '周主管', '张伟', '李雷', '王经理', '陈总', '韩梅梅'].map((name) => team.id(name)))
  for (const { person, period, as_of, document } of issued) {
    const again = await composeStatement(await team.scope('赵敏'), period, person, as_of)
    expect(again && documentOf(again)).toBe(document)
  }
})

const [sqlite, ...others] = engines

test('comes out the same on every engine', async () => {
  if (!sqlite) throw new Error('There is no engine.')
  const told = await story(await october({ database: await sqlite.open() }))
  for (const engine of others)
    expect(await story(await october({ database: await engine.open() })), engine.name).toEqual(told)
}, 60_000)

async function story(team: Team): Promise<string[]> {
  const override = { rate: '1%', of: 'commission', scope: 'all' } as const
  await activate(team, { ...TEN, override, overlay: { of: 'split', credit: '100%' } }, '王经理')
  const shares = [
    { person: team.id('王经理'), bps: 3_333 },
    { person: team.id('李雷'), bps: 6_667 },
  ]
  await signs(team, '王经理', 50_000.01, { on: '2026-10-21', shares })
  await approveAll(team, '2026-10')
  await later(team)
  await team.says('赵敏', '/deal refund D-1 777.77 客户退货')
  const said = [JSON.stringify(await earned(team, '2026-10'))]
  for (const name of ['李雷', '王经理'])
    for (const line of ['/commission', '/commission explain', '/commission statement'])
      said.push((await team.says(name, line)).text)
  const rows = await team.database.reads
    .selectFrom('statement')
    .select('document')
    .orderBy('person')
    .execute()
  expect(team.failures).toEqual([])
  // Ids of teams are made anew, and the check sum with them.
  return [...said.map(withoutCheckSum), ...rows.map((row) => row.document.replace(/"team":"\w+"/g, ''))]
}

const withoutCheckSum = (text: string) => text.replace(/校验码 \w+/, '')

/** Closes a month in which a manager has a statement too, whom their own manager approves. */
async function approveAll(team: Team, period: string) {
  await close(team, period)
  await later(team)
  for (const name of ['王经理', '周主管', '陈总', '赵敏'])
    await team.says(name, `/commission approve ${period}`)
}
