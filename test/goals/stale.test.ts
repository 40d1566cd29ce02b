import { describe, expect, test } from 'vitest'
import { recordEmployment } from '../../src/people/store.ts'
import { startTeam } from '../support/team.ts'

/** Monday 2 November 2026, 10:00 in Shanghai. */
const MONDAY = '2026-11-02T02:00:00.000Z'

const asked = (team: Awaited<ReturnType<typeof startTeam>>, name: string) =>
  team.posts({ to: name }).filter((post) => post.text.includes('没报'))

describe('a goal that nobody checks in to', () => {
  test('is asked after once, on the morning after five workdays, with a button that opens the form', async () => {
    const team = await startTeam({ at: MONDAY })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    await team.until('2026-11-10T01:29:00.000Z')
    expect(asked(team, '李雷')).toEqual([])
    await team.until('2026-11-30T10:00:00.000Z')
    const [post, another] = asked(team, '李雷')
    expect(another).toBeUndefined()
    expect(post?.at).toBe('2026-11-10T01:30:00.000Z')
    expect(post?.text).toContain('G-1 李雷 11 月拜访客户：5 个工作日没报了，还没报过')
    const { form } = await team.presses('李雷', post ?? never(), '报 G-1 的进度')
    expect(form?.form).toBe('goal.checkin')
  })

  test.each([
    ['comes again where it was put off', undefined, 2],
    ['does not where somebody has checked in meanwhile', '/goal checkin G-1 12', 1],
  ])('%s', async (_, meanwhile, times) => {
    const team = await startTeam({ at: MONDAY })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    await team.until('2026-11-10T02:00:00.000Z')
    const [post] = asked(team, '李雷')
    const { form } = await team.presses('李雷', post ?? never(), '稍后')
    const field = form?.fields.find((one) => one.kind === 'choice')
    const [soon] = field?.kind === 'choice' ? field.options : []
    await team.submits('李雷', form, { at: soon?.value ?? '' })
    if (meanwhile) await team.says('李雷', meanwhile)
    await team.until('2026-11-11T10:00:00.000Z')
    expect(asked(team, '李雷')).toHaveLength(times)
  })

  test('is asked after anew when it falls silent again, with the last value', async () => {
    const team = await startTeam({ at: MONDAY })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    await team.until('2026-11-11T02:00:00.000Z')
    await team.says('李雷', '/goal checkin G-1 12')
    await team.until('2026-11-30T10:00:00.000Z')
    expect(asked(team, '李雷').map((post) => post.at)).toEqual([
      '2026-11-10T01:30:00.000Z',
      '2026-11-19T01:30:00.000Z',
    ])
    expect(asked(team, '李雷')[1]?.text).toContain('上次是 11 月 11 日的 12 次')
  })

  test('waits ten workdays in a quarter, bundles, and leaves what is reached, over or to come alone', async () => {
    const team = await startTeam({ at: MONDAY })
    for (const line of [
      '2026-Q4 回访 60次',
      '2026-Q4 陪访 20次',
      '2026-Q4 演示 5次',
      '2027-Q1 回访 60次',
      '10月 回访 9次',
    ])
      await team.says('李雷', `/goal add ${line}`)
    await team.says('李雷', '/goal checkin G-3 5')
    await team.until('2026-12-05T10:00:00.000Z')
    expect(asked(team, '李雷').map((post) => post.at)).toEqual(['2026-11-17T01:30:00.000Z'])
    expect(asked(team, '李雷')[0]?.text).toContain('这 2 个目标')
  })

  test('waits while its owner is on leave, whose days are no workdays of theirs', async () => {
    const team = await startTeam({ at: MONDAY })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    await team.says('李雷', '/timeoff 11-09 11-13')
    await team.until('2026-11-30T10:00:00.000Z')
    expect(asked(team, '李雷').map((post) => post.at)).toEqual(['2026-11-17T01:30:00.000Z'])
  })

  test('asks whoever leads the team for a team’s goal, and nobody who has left', async () => {
    const team = await startTeam({ at: MONDAY })
    await team.says('王经理', '/goal add 销售一部 11月 联合拜访 30次')
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    await team.write('赵敏', (scope) => recordEmployment(scope, team.id('李雷'), { lastDay: '2026-11-05' }))
    await team.until('2026-11-30T10:00:00.000Z')
    expect(asked(team, '王经理')).toHaveLength(1)
    expect(asked(team, '李雷')).toEqual([])
  })

  test('is asked after once by two processes', async () => {
    const team = await startTeam({ at: MONDAY })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    const other = team.openAnother()
    other.connect(team.chat)
    team.clock.moveTo('2026-11-10T01:30:00.000Z')
    await Promise.all([team.app.tick(), other.tick()])
    await team.app.deliverDue()
    expect(asked(team, '李雷')).toHaveLength(1)
  })
})

function never(): never {
  throw new Error('Nobody was asked.')
}
