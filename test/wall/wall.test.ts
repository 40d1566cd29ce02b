import { beforeAll, describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import type { WorkspaceSettings } from '../../src/kernel/scope.ts'
import { changeWorkspace } from '../../src/people/store.ts'
import { createWeb } from '../../src/platforms/web/server.ts'
import { wallFacts } from '../../src/wall/facts.ts'
import { initialsOf } from '../../src/wall/initials.ts'
import type { WallScreen } from '../../src/wall/page.ts'
import { startTeam, type Team } from '../support/team.ts'

function signs(team: Team, name: string, yuan: number, customer = '华为', on = '2026-11-20') {
  return team.write(name, (scope) =>
    logDeal(scope, {
      customer,
      amountMinor: yuan * 100,
      currency: 'CNY',
      signedOn: on,
      owner: team.id(name),
      shares: [{ person: team.id(name), bps: 10_000 }],
      source: 'chat',
    }),
  )
}

const later = (team: Team, minutes: number) =>
  team.until(new Date(Date.parse(team.clock.now()) + minutes * 60_000).toISOString())

const sets = (team: Team, settings: WorkspaceSettings) =>
  team.write('赵敏', (scope) => changeWorkspace(scope, { settings }))

/** The wall as a browser reads it. */
async function visit(team: Team, path = '') {
  const { wallKey } = (await team.scope('赵敏')).workspace.settings
  return browse(team, `/wall/${wallKey}${path}`)
}

function browse(team: Team, path: string) {
  const { app, database } = team
  const log = { warn() {}, error() {} }
  const web = createWeb({ app, database, config: { host: '127.0.0.1', port: 8080 }, log })
  return web.routes.request(path, { headers: { host: '127.0.0.1:8080' } })
}

async function screen(team: Team): Promise<{ version: string; facts: WallScreen; words: string }> {
  const read = (await (await visit(team, '/facts')).json()) as { version: string; facts: WallScreen }
  const words = read.facts.slides.map((slide) => slide.html.replace(/<[^>]+>/g, ' ')).join('\n')
  return { ...read, words }
}

describe('the page', () => {
  let team: Team
  beforeAll(async () => {
    team = await startTeam()
    await team.says('赵敏', '/badge wall')
  })

  test('is a whole document without any inline style or script', async () => {
    const response = await visit(team)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('href="/assets/wall.css"')
    expect(html).toContain('src="/assets/wall.js"')
    expect(html).not.toMatch(/ style=|<style|<script>|onclick/)
  })

  test('its stylesheet and script are served', async () => {
    expect((await browse(team, '/assets/wall.css')).headers.get('content-type')).toContain('text/css')
    expect((await browse(team, '/assets/wall.js')).headers.get('content-type')).toContain('text/javascript')
  })

  test('says what will stand here and how it comes about', async () => {
    const { words } = await screen(team)
    expect(words).toContain('这里会写上本月的得主')
    expect(words).toContain('签单 华为 12万')
  })

  test('a wrong key finds nothing, and neither does an old one', async () => {
    expect((await browse(team, '/wall/guess')).status).toBe(404)
    const { wallKey } = (await team.scope('赵敏')).workspace.settings
    await team.says('赵敏', '/badge wall new')
    expect((await browse(team, `/wall/${wallKey}`)).status).toBe(404)
    expect((await visit(team)).status).toBe(200)
  })
})

describe('what it shows', () => {
  async function withWall(options: { locale?: 'zh-CN' | 'en' } = {}) {
    const team = await startTeam(options)
    await team.says('赵敏', '/badge wall')
    return team
  }

  test('winners once they are announced, and the changed version tells the screen', async () => {
    const team = await withWall()
    const before = await screen(team)
    await team.says('王经理', '/badge award @韩梅梅 签单王 连续三个月第一')
    expect((await screen(team)).words).not.toContain('韩梅梅')
    await later(team, 6)
    const after = await screen(team)
    expect(after.version).not.toBe(before.version)
    expect(after.words).toContain('11 月得主')
    expect(after.words).toMatch(/韩梅梅[\s\S]*签单王 · 销售一部[\s\S]*连续三个月第一/)
    expect(after.facts.slides[0]?.html).toContain('seal-gold')
    expect(after.facts.celebration?.html).toContain('新的荣誉')
  })

  test('in English too', async () => {
    const team = await withWall({ locale: 'en' })
    await team.says('王经理', '/badge award @韩梅梅 King of Deals')
    await signs(team, '李雷', 88_000)
    await later(team, 6)
    const { words } = await screen(team)
    expect(words).toContain('Winners, November')
    expect(words).toContain('King of Deals · 销售一部')
    expect(words).toContain('¥88,000')
  })

  test('a deal a minute after it was logged, when it can no longer be taken back', async () => {
    const team = await withWall()
    await signs(team, '李雷', 88_000, '平安科技')
    const before = await screen(team)
    expect(before.words).not.toContain('平安科技')
    await later(team, 2)
    const after = await screen(team)
    expect(after.version).not.toBe(before.version)
    expect(after.words).toContain('平安科技')
    expect(after.facts.celebration?.html).toContain('刚刚签下')
    await later(team, 20)
    expect((await screen(team)).facts.celebration).toBeNull()
  })

  test('neither amounts nor customers where the workspace hides them', async () => {
    const team = await withWall()
    await sets(team, { hideAmounts: true, hideCustomers: true })
    await signs(team, '李雷', 88_000, '平安科技')
    await later(team, 2)
    const { facts, words } = await screen(team)
    const everything = words + facts.celebration?.html
    expect(everything).toContain('李雷')
    expect(everything).not.toContain('平安科技')
    expect(everything).not.toContain('88,000')
    expect(everything).toContain('1 单')
  })

  test('attainment, floored, with shared ranks, and never the last of a longer board', async () => {
    const team = await withWall()
    const figures = { 李雷: 99_999, 韩梅梅: 120_000, 张伟: 80_000, 吴婷: 80_000, 郑凯: 10_000 }
    for (const [name, yuan] of Object.entries(figures)) {
      await team.write('赵敏', (scope) => setPersonTarget(scope, team.id(name), '2026-11', 10_000_000))
      await signs(team, name, yuan)
    }
    const { board } = await wallFacts(await team.scope('赵敏'))
    expect(board.metric).toBe('attainment')
    expect(board.places.map((place) => [place.rank, place.name])).toEqual([
      [1, '韩梅梅'],
      [2, '李雷'],
      [3, '吴婷'],
      [3, '张伟'],
    ])
    expect((await screen(team)).words).toContain('99.9%')
  })

  test('past winners in the hall of fame', async () => {
    const team = await withWall()
    await team.says('王经理', '/badge award @韩梅梅 签单王')
    await team.until('2026-12-20T02:00:00.000Z')
    await team.says('王经理', '/badge award @李雷 签单王')
    await later(team, 6)
    const facts = await wallFacts(await team.scope('赵敏'))
    expect(facts.winners.map((winner) => winner.name)).toEqual(['李雷'])
    expect(facts.hall.map((winner) => [winner.name, winner.month])).toEqual([['韩梅梅', '2026-11']])
  })

  test('what people typed as text, whatever it looks like', async () => {
    const team = await withWall()
    await signs(team, '李雷', 88_000, '<!channel> <b onclick="x">*x*</b>')
    await team.says('王经理', '/badge award @韩梅梅 服务之星 <img src=x onerror=alert(1)>')
    await later(team, 6)
    const html = await (await visit(team)).text()
    expect(html).not.toContain('<b onclick')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;*x*')
  })
})

test.each([
  ['李雷', '李雷'],
  ['欧阳娜娜', '娜娜'],
  ['Dustin Brinkmann', 'DB'],
  ['Cher', 'CH'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
