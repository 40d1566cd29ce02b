import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { createWeb } from '../../src/platforms/web/server.ts'
import { hasChromium, launch, sayWhatIsSkipped, tooFaint } from '../platforms/web/chromium.ts'
import { startTeam, type Team } from '../support/team.ts'

sayWhatIsSkipped('the honor wall on a screen')

const TOO_SMALL = readFileSync(join(import.meta.dirname, 'in-page/too-small.js'), 'utf8')
const SCREEN = { width: 1920, height: 1080 }
const LONG = {
  李雷: 'Wilhelmina Brinkmann-Oberschmidtbauer',
  韩梅梅: '阿卜杜勒热合曼·买买提江·艾力',
  张伟: 'Dustin Brinkmann',
  吴婷: 'Maximiliana Featherstonehaugh',
}

describe.runIf(hasChromium).each(['zh-CN', 'en'] as const)('the honor wall on a screen, %s', (locale) => {
  let browser: Browser
  let team: Team
  let web: ReturnType<typeof createWeb>
  let url: string

  beforeAll(async () => {
    ;[browser, team] = await Promise.all([launch(), busyTeam(locale)])
    const log = { warn() {}, error() {} }
    web = createWeb({
      app: team.app,
      database: team.database,
      config: { host: '127.0.0.1', port: 0 },
      log,
    })
    const { wallKey } = (await team.scope('赵敏')).workspace.settings
    url = `${(await web.start()).url}/wall/${wallKey}`
  })
  afterAll(async () => {
    await browser?.close()
    await web?.stop()
  })

  test.each(['light', 'dark'] as const)('is readable from five metres, %s', async (colorScheme) => {
    const page = await browser.newPage({ viewport: SCREEN, colorScheme })
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(url)
    const slides = await page.locator('.slide').count()
    expect(slides).toBe(4)
    for (let index = 0; index < slides; index += 1) {
      await showSlide(page, index)
      expect(await page.evaluate(TOO_SMALL)).toEqual([])
      expect(await tooFaint(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  test('celebrates a new deal without being loaded anew', async () => {
    const page = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce' })
    const loaded = page.waitForResponse((response) => response.url().endsWith('/facts'))
    await page.goto(url)
    await loaded
    await page.evaluate('window.sameDocument = true')
    await signs(team, '李雷', 88_000, '平安科技', 'chat')
    await team.until(new Date(Date.parse(team.clock.now()) + 120_000).toISOString())
    await team.says('李雷', '/badge award')
    await page.locator('#celebration:visible .how').waitFor()
    expect(await page.locator('#celebration .how').textContent()).toContain('平安科技')
    expect(await page.evaluate(TOO_SMALL)).toEqual([])
    expect(await page.locator('#latest').innerHTML()).toContain('平安科技')
    expect(await page.evaluate('window.sameDocument')).toBe(true)
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('#celebration .seal')).animationName"),
    ).toBe('none')
    await page.close()
  })
})

const showSlide = (page: Page, index: number) =>
  page.evaluate(`for (const [at, slide] of document.querySelectorAll('.slide').entries())
    slide.classList.toggle('current', at === ${index})`)

/** A month in which a lot has happened, to people with long names. */
async function busyTeam(locale: 'zh-CN' | 'en'): Promise<Team> {
  const team = await startTeam({ locale, at: '2026-10-20T02:00:00.000Z' })
  await team.database.write(async (tables) => {
    for (const [name, longer] of Object.entries(LONG))
      await tables.updateTable('person').set({ name: longer }).where('id', '=', team.id(name)).execute()
  })
  const award = (name: string, badge: string, reason: string) =>
    team.says('陈总', `/badge award <@${team.id(name)}> ${badge} ${reason}`)
  await award('李雷', '签单王', '')
  team.clock.moveTo('2026-11-20T02:00:00.000Z')
  const figures = { 李雷: 93_500, 韩梅梅: 152_000, 张伟: 64_000, 吴婷: 99_999, 郑凯: 45_000, 周主管: 3_000 }
  for (const [name, yuan] of Object.entries(figures)) {
    await team.write('赵敏', (scope) => setPersonTarget(scope, team.id(name), '2026-11', 10_000_000))
    await signs(team, name, yuan, '上海浦东新区张江高科技园区集成电路设计产业发展有限责任公司', 'import')
  }
  await award(
    '韩梅梅',
    '签单王',
    '连续三个月第一，把华东区的老客户全部重新走了一遍，还带出了两位新人，人人都服气',
  )
  await award('吴婷', '服务之星', '陪客户调到半夜')
  await award('张伟', '服务之星', '')
  await team.until('2026-11-20T02:30:00.000Z')
  await team.says('赵敏', '/badge wall')
  return team
}

function signs(team: Team, name: string, yuan: number, customer: string, source: 'chat' | 'import') {
  return team.write(name, (scope) =>
    logDeal(scope, {
      customer,
      amountMinor: yuan * 100,
      currency: 'CNY',
      signedOn: '2026-11-20',
      owner: team.id(name),
      shares: [{ person: team.id(name), bps: 10_000 }],
      source,
    }),
  )
}
