import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/kernel/refusal.ts'
import {
  addPerson,
  addTeam,
  everyone,
  findTeam,
  joinTeam,
  leads,
  managersOf,
  managersOfTeam,
  membersOf,
  teamsLedBy,
  teamsOf,
} from '../../src/people/store.ts'
import { mayReadPay, whoIsMeant } from '../../src/people/who.ts'
import { startTeam, type Team } from '../support/team.ts'

const names = (people: readonly { name: string }[]) => people.map((one) => one.name).sort()

async function teamCalled(team: Team, name: string): Promise<string> {
  return (await findTeam(await team.scope('赵敏'), name))?.id ?? ''
}

describe('the tree of teams', () => {
  test('a manager leads everyone below, the nearest manager comes first', async () => {
    const team = await startTeam()
    const scope = await team.scope('李雷')
    expect((await managersOf(scope, team.id('李雷'))).map((one) => one.name)).toEqual(['王经理', '陈总'])
    expect(names(await managersOf(scope, team.id('王经理')))).toEqual(['陈总'])
    expect(await leads(scope, team.id('陈总'), team.id('吴婷'))).toBe(true)
    expect(await leads(scope, team.id('王经理'), team.id('吴婷'))).toBe(false)
    expect(names(await teamsLedBy(scope, team.id('陈总')))).toEqual(['市场部', '总公司', '销售一部'].sort())
  })

  test('a team has the members of its sub-teams, and only its own managers', async () => {
    const team = await startTeam()
    const scope = await team.scope('赵敏')
    const company = await teamCalled(team, '总公司')
    expect(names(await membersOf(scope, company))).toEqual(['吴婷', '张伟', '李雷', '郑凯', '韩梅梅'].sort())
    expect(names(await managersOfTeam(scope, company))).toEqual(['陈总'])
  })

  test('a membership counts from its date on', async () => {
    const team = await startTeam()
    const sales = await teamCalled(team, '销售一部')
    await team.write('赵敏', (scope) => joinTeam(scope, sales, team.id('吴婷'), 'member', '2026-12-01'))
    const scope = await team.scope('赵敏')
    expect(names(await membersOf(scope, sales))).not.toContain('吴婷')
    expect(names(await membersOf(scope, sales, '2026-12-01'))).toContain('吴婷')
    expect(names(await teamsOf(scope, team.id('吴婷'), '2026-12-01'))).toEqual(['市场部', '销售一部'].sort())
  })

  test('a team of the same name is the same team', async () => {
    const team = await startTeam()
    const again = await team.write('赵敏', (scope) => addTeam(scope, { name: ' 销售一部 ' }))
    expect(again).toBe(await teamCalled(team, '销售一部'))
  })
})

describe('roles', () => {
  test('who leads a team is a manager; admin and finance are granted', async () => {
    const team = await startTeam()
    const people = await everyone(await team.scope('赵敏'))
    const roles = Object.fromEntries(people.map((one) => [one.name, one.roles.join(' ')]))
    expect(roles).toMatchObject({
      李雷: 'rep',
      王经理: 'rep manager',
      孙会计: 'rep finance',
      赵敏: 'rep admin',
    })
  })

  test('pay is for oneself, one’s managers, finance and admins', async () => {
    const team = await startTeam()
    const asks = async (who: string) => mayReadPay(await team.scope(who), team.id('李雷'))
    for (const who of ['李雷', '王经理', '陈总', '孙会计', '赵敏']) expect(await asks(who)).toBe(true)
    for (const who of ['韩梅梅', '周主管', '吴婷']) expect(await asks(who)).toBe(false)
  })
})

describe('who is meant', () => {
  test('a name, with @ or without, or a mention', async () => {
    const team = await startTeam()
    const scope = await team.scope('王经理')
    for (const word of ['李雷', '@李雷', '＠李雷', `<@${team.id('李雷')}>`])
      expect(await whoIsMeant(scope, word)).toMatchObject({ name: '李雷' })
  })

  test('a wrong name is answered with the nearest one', async () => {
    const team = await startTeam()
    const answer = await whoIsMeant(await team.scope('王经理'), '@韩梅')
    expect(answer).toBeInstanceOf(Refusal)
    expect(answer instanceof Refusal && answer.view.summary).toContain('@韩梅梅')
  })

  test('two of one name have to be told apart', async () => {
    const team = await startTeam()
    await team.write('赵敏', (scope) => addPerson(scope, { name: '李雷' }))
    const answer = await whoIsMeant(await team.scope('王经理'), '李雷')
    expect(answer instanceof Refusal && answer.view.summary).toContain('2 位')
  })
})
