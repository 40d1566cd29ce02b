import { describe, expect, test } from 'vitest'
import { goalByNumber, goalsIn } from '../../src/goals/store.ts'
import { say } from '../../src/view/view.ts'
import { startTeam, type Team } from '../support/team.ts'

/** A button as somebody kept it, or made it up. */
const button = (action: string, value: string) => say('…', { label: '…', action, value })

const goals = async (team: Team) =>
  goalsIn(await team.scope('赵敏'), ['2026-11', '2026-12', '2026-Q4', '2026'])

describe('a wish for a target', () => {
  test('is not granted over the target that was set meanwhile', async () => {
    const team = await startTeam()
    const wish = await team.says('李雷', '/goal add 11月 签约 3万')
    await team.presses('李雷', wish, 'goal.ask')
    const [asked] = team.posts({ to: '王经理' })
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    const granted = await team.presses('王经理', asked ?? never(), 'goal.grant')
    expect(granted.text).toContain('已经有目标了：G-1，80,000 元')
    expect(await goals(team)).toMatchObject([{ number: 1, value: 8_000_000 }])
  })

  test.each([
    ['of nothing', '0'],
    ['beyond what can be counted', '9'.repeat(17)],
    ['that is no number', '8万'],
  ])('%s is not asked for', async (_, value) => {
    const team = await startTeam()
    const wish = `${team.id('李雷')}|2026-11|${value}`
    await team.presses('李雷', button('goal.ask', wish), 'goal.ask')
    await team.presses('王经理', button('goal.grant', wish), 'goal.grant')
    expect(team.posts({ to: '王经理' })).toEqual([])
    expect(await goals(team)).toEqual([])
    expect(team.failures).toEqual([])
  })

  test.each(['2026-13', '2026-11-20', '2026-W47', '上辈子', ''])(
    'for the period %j is not',
    async (period) => {
      const team = await startTeam()
      const wish = `${team.id('李雷')}|${period}|8000000`
      await team.presses('李雷', button('goal.ask', wish), 'goal.ask')
      await team.presses('王经理', button('goal.grant', wish), 'goal.grant')
      expect(team.posts({ to: '王经理' })).toEqual([])
      expect(team.failures).toEqual([])
    },
  )

  test('is not asked for in somebody else’s name', async () => {
    const team = await startTeam()
    const wish = `${team.id('韩梅梅')}|2026-11|100`
    await team.presses('李雷', button('goal.ask', wish), 'goal.ask')
    expect(team.posts({ to: '王经理' })).toEqual([])
  })
})

test.each(['0', '-5', '1e3', '9'.repeat(17), ''])('a target of %j cannot be proposed', async (value) => {
  const team = await startTeam()
  await team.says('王经理', '/goal add @李雷 12月 签约 8万')
  const goal = await goalByNumber(await team.scope('李雷'), 1)
  await team.presses('李雷', button('goal.propose', `${goal?.id}|${value}|少一点`), 'goal.propose')
  expect(team.posts({ to: '王经理' })).toEqual([])
  expect(team.failures).toEqual([])
})

test.each([
  { metric: 'love', period: '2026-12' },
  { metric: 'signed', period: '2026-12-24' },
  { metric: 'signed', period: '2026-W52' },
  { metric: 'signed', period: 'some day' },
  { metric: 'signed', period: '2026-12', owner: 'person:nobody' },
  { metric: 'signed', period: '2026-12', owner: 'team:nobody' },
])('a form that says %o stores nothing', async (said) => {
  const team = await startTeam()
  const { form } = await team.says('赵敏', '/goal add')
  await team.submits('赵敏', form, { value: '8万', ...said })
  expect(await goals(team)).toEqual([])
  expect(team.failures).toEqual([])
})

function never(): never {
  throw new Error('Nobody was asked.')
}
