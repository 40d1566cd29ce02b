import { expect, test } from 'vitest'
import { activatePlan, Endless } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { Calculator, earnedOf } from '../../src/statements/calculation.ts'
import { HistoryBook } from '../../src/statements/history-book.ts'
import { startTeam, type Team } from '../support/team.ts'
import { signs } from './arrange.ts'

const flat = (rate: string): PlanDocument => ({
  name: `一律 ${rate}`,
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate,
})

test('a plan for a time ends with its last day, and the one above it applies again', async () => {
  const team = await withCampaign('2026-11-01')
  for (const month of ['2026-09', '2026-10', '2026-11'])
    await signs(team, '李雷', 10_000, { on: `${month}-05`, customer: month })
  expect(await earned(team, '2026-09')).toBe('500 元')
  expect(await earned(team, '2026-10')).toBe('1,000 元')
  expect(await earned(team, '2026-11')).toBe('500 元')
})

test('one that ends within a month cuts it into stretches, for the statement as for the answer', async () => {
  const team = await withCampaign('2026-10-16')
  await signs(team, '李雷', 10_000, { on: '2026-10-10', customer: '华为' })
  await signs(team, '李雷', 10_000, { on: '2026-10-20', customer: '小米' })
  expect(await earned(team, '2026-10')).toBe('1,500 元')
  const scope = await team.scope('赵敏')
  const book = await HistoryBook.open(scope, { since: scope.now, passing: false })
  expect(earnedOf(await new Calculator(book, scope.now).calculate(team.id('李雷'), '2026-10'))).toBe(150_000n)
})

test('money that comes in after it has ended is still paid as it says', async () => {
  const team = await withCampaign('2026-11-01', { ...flat('10%'), pay: 'collected' })
  await signs(team, '李雷', 10_000, { on: '2026-10-10' })
  await team.says('李雷', '/deal collect D-1 全款 date=11-05')
  expect(await earned(team, '2026-11')).toBe('1,000 元')
})

test('somebody with a plan of their own without an end gets no second one beside it', async () => {
  const team = await startTeam()
  const to = { kind: 'person', id: team.id('李雷') } as const
  await team.write('赵敏', (scope) => activatePlan(scope, flat('5%'), '2026-01-01', to))
  const second = team.write('赵敏', (scope) =>
    activatePlan(scope, flat('10%'), '2026-10-01', to, '2026-11-01'),
  )
  await expect(second).rejects.toThrow(Endless)
})

/** 5% for everyone; from October until before a day another plan for 李雷. */
async function withCampaign(until: string, document: PlanDocument = flat('10%')): Promise<Team> {
  const team = await startTeam()
  const to = { kind: 'person', id: team.id('李雷') } as const
  await team.write('赵敏', (scope) => activatePlan(scope, flat('5%'), '2026-01-01'))
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-10-01', to, until))
  return team
}

async function earned(team: Team, month: string): Promise<string | undefined> {
  const { text } = await team.says('李雷', `/commission ${month}`)
  return /提成暂计 (-?[\d,.]+ 元)/.exec(text)?.[1]
}
