import { describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { createWeb } from '../../src/platforms/web/server.ts'
import { startTeam, type Team } from '../support/team.ts'

const HOST = { headers: { host: '127.0.0.1:3000' } }

function webOf(team: Team) {
  const log = { warn() {}, error() {} }
  const config = { host: '127.0.0.1', port: 3000 }
  const { routes } = createWeb({ app: team.app, database: team.database, config, log })
  return async (path: string) => routes.request(path, HOST)
}

const addressIn = (text: string) => /\/goals\/[\w-]{24}/.exec(text)?.[0] ?? 'no address'

async function withGoals() {
  const team = await startTeam()
  await team.says('陈总', '/goal objective 公司 2026-Q4 <script>alert(1)</script>')
  await team.says('陈总', '/goal add 公司 2026-Q4 拜访客户 300次 parent=G-1 weight=60%')
  await team.says('王经理', '/goal add @李雷 11月 签约 8万')
  return team
}

describe('the goal tree as a page', () => {
  test('is found by a button, shows what the tree shows, and escapes what people wrote', async () => {
    const team = await withGoals()
    const asks = webOf(team)
    expect((await team.says('李雷', '/goal page')).text).toContain('网页还没开')
    await team.says('王经理', '/goal page')
    const path = addressIn(
      (await team.presses('李雷', await team.says('李雷', '/goal tree'), '在网页上看')).text,
    )
    const response = await asks(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await response.text()
    expect(html).toContain('「&lt;script&gt;alert(1)&lt;/script&gt;」')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('权重 100%')
    expect(html).toContain('0 元 / 80,000 元')
    expect(html).toContain('还没对齐：1 个目标上面没有挂')
    expect((await asks('/assets/goals.css')).status).toBe(200)
    expect((await asks('/assets/goals.js')).status).toBe(200)
    expect(addressIn((await team.says('张伟', '/goal page')).text)).toBe(path)
  })

  test('changes with the goals and the deals', async () => {
    const team = await withGoals()
    const asks = webOf(team)
    const path = addressIn((await team.says('王经理', '/goal page')).text)
    const facts = async () =>
      (await (await asks(`${path}/facts`)).json()) as { version: string; facts: { tree: string } }
    const before = await facts()
    expect((await facts()).version).toBe(before.version)
    await team.until('2026-11-20T02:00:05.000Z')
    await team.write('李雷', (scope) =>
      logDeal(scope, {
        customer: '华为',
        amountMinor: 2_000_000,
        currency: 'CNY',
        signedOn: '2026-11-10',
        owner: team.id('李雷'),
        shares: [{ person: team.id('李雷'), bps: 10_000 }],
        source: 'import',
      }),
    )
    const sold = await facts()
    expect(sold.version).not.toBe(before.version)
    expect(sold.facts.tree).toContain('20,000 元 / 80,000 元')
    await team.until('2026-11-20T02:00:10.000Z')
    await team.says('王经理', '/goal lock G-3')
    const locked = await facts()
    expect(locked.version).not.toBe(sold.version)
    expect(locked.facts.tree).toContain('已锁定')
  })

  test('an admin changes the link or closes it; nobody else does, and no other key opens it', async () => {
    const team = await withGoals()
    const asks = webOf(team)
    const path = addressIn((await team.says('王经理', '/goal page')).text)
    expect((await asks(`${path.slice(0, -1)}~`)).status).toBe(404)
    expect((await asks('/goals/')).status).toBe(404)
    expect((await team.says('李雷', '/goal page new')).text).toContain('由管理员来做')
    const renewed = addressIn((await team.says('赵敏', '目标 网页 换新')).text)
    expect([(await asks(path)).status, (await asks(renewed)).status]).toEqual([404, 200])
    expect((await asks(renewed.replace('/goals/', '/wall/'))).status).toBe(404)
    expect((await team.says('赵敏', '/goal page off')).text).toContain('旧链接不能用了')
    expect((await asks(renewed)).status).toBe(404)
    for (const who of ['王经理', '李雷'])
      expect((await team.says(who, '/goal page')).text).toContain('网页关着')
    expect((await team.says('赵敏', '/goal page off')).text).toContain('本来就关着')
    expect((await team.says('赵敏', '/goal page 明天')).text).toContain('没读懂「明天」')
  })

  test('hides people’s amounts where the workspace hides amounts', async () => {
    const team = await withGoals()
    const { form } = await team.presses(
      '赵敏',
      await team.says('赵敏', '/drumbeat settings'),
      'setup.change-settings',
    )
    await team.submits('赵敏', form, { hide: ['amounts'] })
    const html = await (await webOf(team)(addressIn((await team.says('王经理', '/goal page')).text))).text()
    expect(html).toContain('G-3')
    expect(html).not.toContain('80,000')
  })

  test('holds five hundred goals', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal objective 公司 2026-Q4 成为华东第一')
    const { createGoal } = await import('../../src/goals/change-goal.ts')
    await team.write('赵敏', async (scope) => {
      for (let at = 0; at < 500; at += 1)
        await createGoal(
          scope,
          {
            level: 'person',
            owner: team.id('李雷'),
            metric: 'checkin',
            name: `拜访第${at}家`,
            unit: '次',
            period: '2026-11',
            parent: undefined,
            value: 100 * (at + 1),
          },
          undefined,
        )
    })
    const tree = await team.says('李雷', '/goal tree')
    expect(tree.text).toContain('还没对齐：500 个目标上面没有挂')
    expect(tree.text).toMatch(/还有 44\d 个/)
    const html = await (await webOf(team)(addressIn((await team.says('王经理', '/goal page')).text))).text()
    expect(html.match(/class="goal"/g)).toHaveLength(501)
  })
})
