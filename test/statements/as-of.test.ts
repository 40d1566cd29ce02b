import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { payStanding } from '../../src/commission/pay-of.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { shift } from '../../src/kernel/period.ts'
import type { Scope } from '../../src/kernel/scope.ts'
import { Calculator, earnedOf } from '../../src/statements/calculation.ts'
import { broughtForward } from '../../src/statements/carried.ts'
import { composeStatement } from '../../src/statements/compose.ts'
import { documentOf, hashOf } from '../../src/statements/document.ts'
import { HistoryBook } from '../../src/statements/history-book.ts'
import { lateAdjustments } from '../../src/statements/late-adjustments.ts'
import { closedPeriods } from '../../src/statements/period-store.ts'
import { type Issued, revisionsOfStatement } from '../../src/statements/store.ts'
import { checksIn, metricGoal, signs, target } from '../commission/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, close, later } from './arrange.ts'
import { PLANS } from './plans.ts'

const RUNS = 4 // of every plan; each is a story of several months
const PEOPLE = ['李雷', '韩梅梅', '张伟']

describe.each(Object.entries(PLANS))('%s', (_, document) => {
  test('six months are closed, changed afterwards in every way, and come out byte for byte as they were', async () => {
    const team = await startTeam({ at: '2026-05-06T02:00:00.000Z' })
    await inForce(team, document('5%'), '2026-01-01')
    for (const [index, month] of monthsFrom('2026-04', 6).entries()) {
      for (const [at, name] of PEOPLE.entries()) {
        await target(team, name, 100_000, month)
        await metricGoal(team, name, { name: '线索', value: 40, period: month })
        await checksIn(team, name, '线索', 25 + 10 * at, month)
        await signs(team, name, 60_000 + 17_000.01 * (index + at), {
          on: `${month}-1${at}`,
          customer: `客户${at}`,
        })
      }
      await later(team)
      for (const [at] of PEOPLE.entries())
        await said(team, `/deal collect D-${3 * index + at + 1} 全款 date=${month}-2${at}`)
      if (index > 0) await change(team, index, document)
      await later(team)
      await approve(team, month)
      team.clock.moveTo(`${shift(month, 2)}-06T02:00:00.000Z`)
    }
    for (const action of [...Array(6).keys()]) await change(team, action + 7, document)
    const stored = await everyStatement(team)
    expect(stored).toHaveLength(18)
    expect(stored.filter((one) => one.adjustedMinor !== 0).length).toBeGreaterThan(1)
    await expectAsTheyWere(team, stored)
    await expectNothingLost(team)
  })

  test('whatever happens after the closing, nothing is lost, paid twice or rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(happening, { maxLength: 4 }), { minLength: 2, maxLength: 4 }),
        async (story) => {
          const team = await startTeam({ at: '2026-05-06T02:00:00.000Z' })
          await inForce(team, document('5%'), '2026-01-01')
          for (const [index, month] of monthsFrom('2026-04', story.length).entries()) {
            for (const [at, name] of PEOPLE.entries()) {
              await target(team, name, 100_000, month)
              await metricGoal(team, name, { name: '线索', value: 40, period: month })
              await signs(team, name, 40_000 + 33_333.33 * at, { on: `${month}-15`, confirmed: at !== 2 })
            }
            await later(team)
            await close(team, month)
            for (const one of story[index] ?? []) {
              await happen(team, one, 3 * (index + 1), document)
              await later(team)
            }
            await team.says('赵敏', `/commission reissue ${month} 再看一遍`)
            for (const one of story[index] ?? []) {
              await later(team)
              await happen(team, { ...one, deal: one.deal + 1 }, 3 * (index + 1), document)
            }
            for (const who of ['王经理', '赵敏']) await team.says(who, `/commission approve ${month}`)
            team.clock.moveTo(`${shift(month, 2)}-06T02:00:00.000Z`)
          }
          await expectAsTheyWere(team, await everyStatement(team))
          await expectNothingLost(team)
          await expectLiveIsRecorded(team, monthsFrom('2026-04', story.length))
        },
      ),
      { numRuns: RUNS },
    )
  }, 120_000)
})

const KINDS = [
  'refund',
  'split',
  'void',
  'move',
  'confirm',
  'target',
  'plan',
  'late',
  'rename',
  'collect',
  'joins',
  'leaves',
  'goal',
  'check-in',
  'plan within',
] as const

interface Happening {
  kind: (typeof KINDS)[number]
  deal: number
  amount: number
}

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...KINDS),
  deal: fc.nat(11),
  amount: fc.integer({ min: 1, max: 30_000 }),
})

const change = (team: Team, index: number, document: (rate: string) => PlanDocument) =>
  happen(
    team,
    { kind: KINDS[index % KINDS.length] ?? 'refund', deal: index, amount: 1_234 + index },
    3 * index,
    document,
  )

/** Something that changes pay for a time that may have been closed. */
async function happen(
  team: Team,
  { kind, deal, amount }: Happening,
  deals: number,
  document: (rate: string) => PlanDocument,
): Promise<void> {
  const number = (deal % Math.max(1, deals)) + 1
  const who = PEOPLE[deal % 3] ?? '李雷'
  switch (kind) {
    case 'refund':
      return said(team, `/deal refund D-${number} ${amount} 退货`)
    case 'split':
      return said(team, `/deal amend D-${number} 分单=@李雷:60,@张伟:40`)
    case 'void':
      return said(team, `/deal void D-${number} 取消`)
    case 'move':
      return said(team, `/deal amend D-${number} 日期=2026-05-${10 + (deal % 10)}`)
    case 'confirm':
      return said(team, `/deal confirm D-${number}`)
    case 'rename':
      return said(team, `/deal amend D-${number} 客户=改了名 金额=${amount + 50_000}`)
    case 'target':
      return void (await target(team, who, amount + 50_000, '2026-04'))
    case 'plan':
      return inForce(team, document(`${(deal % 5) + 3}%`), '2026-04-01')
    case 'collect':
      return said(team, `/deal collect D-${number} ${amount} date=2026-0${4 + (deal % 2)}-2${deal % 9}`)
    case 'joins':
      return said(team, `/drumbeat joined @${who} 2026-0${3 + (deal % 3)}-${10 + (amount % 19)}`)
    case 'leaves':
      return said(team, `/drumbeat left @${who} 2026-0${8 + (deal % 2)}-${10 + (amount % 19)}`)
    case 'goal':
      return void (await metricGoal(team, who, {
        name: '线索',
        value: 20 + (amount % 30),
        period: '2026-04',
      }))
    case 'check-in':
      return checksIn(team, who, '线索', amount % 60, '2026-04')
    case 'plan within':
      return inForce(team, document(`${(deal % 5) + 3}%`), `2026-04-${10 + (amount % 19)}`)
    case 'late':
      return void (await signs(team, who, amount, { on: '2026-04-28' }))
  }
}

async function inForce(team: Team, document: PlanDocument, from: string): Promise<void> {
  await team.write('赵敏', (scope) => activatePlan(scope, document, from))
}

const said = async (team: Team, line: string) => void (await team.says('王经理', line))

const monthsFrom = (first: string, count: number) =>
  [...Array(count).keys()].map((index) => shift(first, index))

async function everyStatement(team: Team): Promise<Issued[]> {
  const scope = await team.scope('赵敏')
  const found: Issued[] = []
  for (const { period } of await closedPeriods(scope))
    for (const name of PEOPLE) found.push(...(await revisionsOfStatement(scope, period, team.id(name))))
  return found
}

/** Worked out anew from what had been recorded by then, every statement has the bytes that were stored. */
async function expectAsTheyWere(team: Team, stored: readonly Issued[]): Promise<void> {
  const scope = await team.scope('赵敏')
  for (const { period, person, asOf, document, hash } of stored) {
    const again = await composeStatement(scope, period, person, asOf)
    expect(again && documentOf(again)).toBe(document)
    expect(hashOf(document)).toBe(hash)
  }
}

/** What the statements have paid for a period, with what the open period adjusts, is what the period comes to now. */
async function expectNothingLost(team: Team): Promise<void> {
  const scope = await team.scope('赵敏')
  const closed = await closedPeriods(scope)
  const open = shift(closed.at(-1)?.period ?? '', 1)
  const latest = new Map(closed.map((one) => [one.period, one.revision]))
  const held = (await everyStatement(team)).filter((one) => one.revision === latest.get(one.period))
  for (const name of PEOPLE) {
    const person = team.id(name)
    const late = (await lateAdjustments(scope, open, scope.now, person)).adjustments.get(person) ?? []
    expect(late.filter(({ cause }) => cause.kind === 'other')).toEqual([])
    await expectCarriedOnce(
      scope,
      open,
      held.filter((one) => one.person === person),
    )
    for (const { period } of closed) {
      const own = held.filter((one) => one.person === person)
      const stored = own.flatMap(
        (one) => JSON.parse(one.document).adjustments as { period: string; minor: string }[],
      )
      const paid = [...stored, ...late].filter((one) => one.period === period)
      const earned = BigInt(own.find((one) => one.period === period)?.earnedMinor ?? 0)
      const book = await HistoryBook.open(scope, { people: [person], since: scope.now, passing: false })
      expect(paid.reduce((sum, one) => sum + BigInt(one.minor), earned)).toBe(
        earnedOf(await new Calculator(book, scope.now).calculate(person, period)),
      )
    }
  }
}

/** The totals are what was earned and adjusted, but for what the last statement still carries forward. */
async function expectCarriedOnce(scope: Scope, open: string, own: readonly Issued[]): Promise<void> {
  const [person] = own.map((one) => one.person)
  const forward = person && (await broughtForward(scope, open, scope.now, person)).get(person)
  const adjusted = own.flatMap((one) => JSON.parse(one.document).adjustments as { minor: string }[])
  const due = own.reduce((sum, one) => sum + BigInt(one.earnedMinor), 0n)
  expect(own.reduce((sum, one) => sum + BigInt(one.totalMinor), 0n) - (forward || 0n)).toBe(
    adjusted.reduce((sum, one) => sum + BigInt(one.minor), due),
  )
}

/** What `/commission` says now is what everything that was ever recorded comes to when it is worked out anew. */
async function expectLiveIsRecorded(team: Team, months: readonly string[]): Promise<void> {
  const scope = await team.scope('赵敏')
  const calculator = new Calculator(
    await HistoryBook.open(scope, { since: scope.now, passing: false }),
    scope.now,
  )
  for (const period of months) {
    for (const name of PEOPLE) {
      const standing = await payStanding(scope, team.id(name), period)
      const recorded = earnedOf(await calculator.calculate(team.id(name), period))
      expect(typeof standing === 'string' ? 0n : standing.earnedMinor - standing.provisionalMinor).toBe(
        recorded,
      )
    }
  }
}
