import { describe, expect, test } from 'vitest'
import { readCheckin } from '../../src/goals/read-checkin.ts'
import { checkinsOf, goalByNumber } from '../../src/goals/store.ts'
import { startTeam, type Team } from '../support/team.ts'

async function withGoal(line = '/goal add 11月 拜访客户 30次') {
  const team = await startTeam()
  await team.says('李雷', line)
  return team
}

const noted = async (team: Team) => {
  const scope = await team.scope('赵敏')
  return checkinsOf(scope, (await goalByNumber(scope, 1))?.id ?? '')
}

describe('checking in', () => {
  test('by command: the value, how sure, and a note', async () => {
    const team = await withGoal()
    const { text } = await team.says('李雷', '/goal checkin G-1 12 有把握 展会上见了两家')
    expect(text).toContain('记下了：G-1 李雷 11 月拜访客户现在 12 次，40%')
    expect(await noted(team)).toMatchObject([{ value: 1200, confidence: 'high', note: '展会上见了两家' }])
    const mine = (await team.says('李雷', '/goal')).text
    expect(mine).toContain('11 月 20 日报的：12 次，有把握。「展会上见了两家」')
    expect((await team.says('王经理', '/goal history G-1')).text).toContain('12 次 · 有把握')
  })

  test('by form, which a command without a number opens as the button does', async () => {
    const team = await withGoal()
    const { form } = await team.says('李雷', '目标 打卡 G-1')
    const bare = await team.says('李雷', '/goal checkin')
    const pressed = await team.presses('李雷', await team.says('李雷', '/goal'), '报 G-1 的进度')
    expect(bare.form).toEqual(form)
    expect(pressed.form).toEqual(form)
    const wrong = await team.submits('李雷', form, { value: '很多' })
    expect(wrong.errors?.value).toContain('「很多」没读懂')
    await team.submits('李雷', form, { value: '9', confidence: 'low', note: '客户都在放假' })
    expect(await noted(team)).toMatchObject([{ value: 900, confidence: 'low', note: '客户都在放假' }])
  })

  test('a plus adds to the last one, and the difference is said', async () => {
    const team = await withGoal()
    await team.says('李雷', '/goal checkin G-1 12')
    expect((await team.says('李雷', '/goal checkin G-1 +3 8/10')).text).toContain(
      '现在 15 次，50%，比上次 +3 次',
    )
    expect((await team.says('李雷', '/goal checkin G-1 14')).text).toContain('比上次 -1 次')
    expect((await noted(team)).map((one) => [one.value, one.confidence])).toEqual([
      [1400, undefined],
      [1500, 'high'],
      [1200, undefined],
    ])
  })

  test('managers and admins may, colleagues may not, by any way', async () => {
    const team = await withGoal()
    const { form } = await team.says('李雷', '/goal checkin G-1')
    expect((await team.says('韩梅梅', '/goal checkin G-1 30')).text).toContain('由王经理或管理员来定')
    expect((await team.says('韩梅梅', '/goal checkin G-1')).form).toBeUndefined()
    expect((await team.submits('韩梅梅', form, { value: '30' })).errors?.value).toContain('王经理')
    await team.says('王经理', '/goal checkin G-1 5')
    await team.says('赵敏', '/goal checkin G-1 6')
    expect((await noted(team)).map((one) => one.value)).toEqual([600, 500])
  })

  test('whoever reports several goals chooses', async () => {
    const team = await withGoal()
    await team.says('李雷', '/goal add 11月 话术对练 4次')
    const { text } = await team.says('李雷', '/goal checkin')
    expect(text).toContain('报哪一个目标的进度')
    expect(text).toContain('报 G-2 的进度')
  })

  test('a single goal shows its last check-ins', async () => {
    const team = await withGoal()
    await team.says('李雷', '/goal checkin G-1 12')
    await team.says('王经理', '/goal checkin G-1 13 低')
    const { text } = await team.says('陈总', '/goal G-1')
    expect(text).toContain('11 月 20 日，王经理：13 次，没把握')
    expect(text).toContain('11 月 20 日，李雷：12 次')
  })

  test('in English', async () => {
    const team = await startTeam({ locale: 'en' })
    await team.says('李雷', '/goal add 30 customer visits in November')
    await team.says('李雷', '/goal checkin G-1 12 high two at the fair')
    expect((await team.says('李雷', '/goal')).text).toContain(
      'Checked in 20 Nov: 12, confident. “two at the fair”',
    )
  })
})

test.each([
  ['次', '12', { value: 1200 }],
  ['次', '12次', { value: 1200 }],
  ['次', '12.5', { value: 1250 }],
  ['次', '0', { value: 0 }],
  ['次', '+3', { value: 1000 }],
  ['次', '１２', { value: 1200 }],
  ['%', '85', { value: 8500 }],
  ['%', '85%', { value: 8500 }],
  ['次', '85%', { unread: 'unit' }],
  ['次', '12家', { unread: 'unit' }],
  ['次', '12元', { unread: 'unit' }],
  ['次', '-5', { unread: 'number' }],
  ['次', '+-5', { unread: 'number' }],
  ['%', '90%%', { unread: 'number' }],
  ['次', '很多', { unread: 'number' }],
  ['次', '🚀', { unread: 'number' }],
  ['次', '', { unread: 'number' }],
  ['次', '0.001', { unread: 'number' }],
  ['次', '9'.repeat(400), { unread: 'number' }],
])('of a goal in %s, %.12s reads %j', (unit, word, expected) => {
  expect(readCheckin({ unit }, word, 700)).toEqual(expected)
})
