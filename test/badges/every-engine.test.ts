import { describe, expect, test } from 'vitest'
import { wallVersion } from '../../src/wall/facts.ts'
import { engines } from '../support/databases.ts'
import { startTeam } from '../support/team.ts'

describe.each(engines)('on $name', (engine) => {
  test('a goal is set, changed, checked in and read back', async () => {
    const team = await startTeam({ database: await engine.open() })
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.says('王经理', '/goal add @李雷 12月 签约 8万 parent=G-1')
    await team.says('王经理', '/goal adjust G-2 12万 来了两位新同事')
    await team.says('李雷', '/goal add 12月 拜访客户 30次')
    await team.says('李雷', '/goal checkin G-3 12 展会')
    expect((await team.says('李雷', '/goal history G-2')).text).toContain('120,000 元')
    expect((await team.says('李雷', '/goal G-3')).text).toContain('12 / 30 次，40%')
    expect((await team.says('李雷', '/goal tree 2026-12')).text).toContain('0 元 / 120,000 元')
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await team.says('王经理', '/goal adjust G-4 6万 预算冻结')
    const card = team.posts({ to: '赵敏' }).at(-1)
    if (card) await team.presses('赵敏', card, '同意')
    expect((await team.says('李雷', '/goal G-4')).text).toContain('60,000 元')
    expect(team.failures).toEqual([])
  })

  test('a badge is given, taken back, given again and announced once', async () => {
    const team = await startTeam({ database: await engine.open() })
    const message = { by: '韩梅梅', message: 'hello' }
    const before = await wallVersion(await team.scope('赵敏'))
    await team.reacts('王经理', message, '👑')
    await team.unreacts('王经理', message, '👑')
    await team.until('2026-11-20T02:01:00.000Z')
    await team.reacts('王经理', message, '👑')
    await team.until('2026-11-20T02:10:00.000Z')
    expect(team.posts({ in: 'sales' })).toHaveLength(1)
    expect((await team.says('李雷', '/badge @韩梅梅')).text).toContain('签单王')
    expect(await wallVersion(await team.scope('赵敏'))).not.toBe(before)
    expect(team.failures).toEqual([])
  })
})
