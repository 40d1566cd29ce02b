import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { focused, hasChromium, launch, outOfSight, sayWhatIsSkipped, tooFaint } from './chromium.ts'
import { Someone, startDemo } from './demo-playground.ts'

sayWhatIsSkipped('the playground in a browser')

describe.runIf(hasChromium)('the playground in a browser', () => {
  let browser: Browser
  let demo: Awaited<ReturnType<typeof startDemo>>
  let visitor: Someone

  beforeAll(async () => {
    ;[browser, demo] = await Promise.all([launch(), startDemo()])
    visitor = await Someone.opens(browser, demo.url)
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  test('a first visitor is somebody who sells, and is led by three lines to type', async () => {
    const { page } = visitor
    await page.goto(demo.url)
    await visitor.ready()
    expect(await page.locator('.room-head h1').textContent()).toBe('# deals')
    expect(await page.locator('.who .value').textContent()).toBe('李雷')
    expect(await page.locator('#clock').textContent()).toBe('2026年11月20日 周五 10:00')
    expect(await page.locator('#suggestions code').allTextContents()).toEqual([
      '/deal add 华为 12万',
      '/commission',
      '/leaderboard',
    ])
    expect(await page.locator('#messages .empty').isVisible()).toBe(true)
    await page.getByText('/deal add 华为 12万', { exact: true }).click()
    expect(await page.locator('#line').inputValue()).toBe('/deal add 华为 12万')
    await page.locator('#line').fill('')
  })

  test('commands are completed and explained by keyboard alone', async () => {
    const { page } = visitor
    await page.locator('#line').focus()
    await page.keyboard.type('/')
    const options = page.locator('#line-options [role="option"]')
    expect(await options.count()).toBeGreaterThan(5)
    expect(await page.locator('#line').getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.type('dea')
    await page.keyboard.press('Tab')
    expect(await page.locator('#line').inputValue()).toBe('/deal ')
    await page.keyboard.type('ad')
    await page.keyboard.press('ArrowDown')
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await page.locator('#line').inputValue()).toBe('/deal add ')
    expect(await page.locator('.usage mark').first().textContent()).toBe('华为')
    await page.keyboard.type('腾讯 ')
    expect(await page.locator('.usage mark').first().textContent()).toBe('12万')
    await page.keyboard.type('5万 product=CRM')
    await page.keyboard.press('Enter')
    const answer = await visitor.reads('记好了')
    expect(await answer.textContent()).toMatch(/只有你能看到.*D-\d+ 腾讯 5 万，CRM/s)
  })

  test('menus are gone through with the arrow keys', async () => {
    const { page } = visitor
    const focusedWords = () => page.evaluate<string>('document.activeElement.textContent')
    await page.locator('.clock').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focusedWords()).toContain('+1 天')
    await page.keyboard.press('Escape')
    await page.locator('.who').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    expect(await focusedWords()).toContain('陈总')
    await page.keyboard.press('Escape')
  })

  test('a deal is announced when its minute is over, and an award by reaction follows', async () => {
    const { page } = visitor
    await visitor.jumps('+2m')
    expect(await page.locator('#clock').textContent()).toBe('2026年11月20日 周五 10:02')
    const card = await visitor.reads(/签下\s*腾讯/)
    expect(await card.textContent()).not.toContain('只有你能看到')
    await visitor.becomes('王经理')
    const seen = await visitor.reads(/签下\s*腾讯/)
    await seen.hover()
    await seen.locator('[data-pick]').click()
    await page.locator('.picker [data-emoji="👑"]').click()
    await visitor.reads(/签单王.*收回/s)
    const reaction = seen.locator('.reaction')
    expect(await reaction.getAttribute('aria-pressed')).toBe('true')
    await visitor.jumps('+1d')
    await visitor.enters('sales')
    const honor = await visitor.reads(/签单王：@李雷/)
    expect(await honor.locator('.message-content svg.seal').count()).toBe(1)
  })

  test('buttons show at once that they were pressed, and cannot be pressed twice', async () => {
    const { page } = visitor
    await visitor.goesTo('deals', '李雷')
    await visitor.types('/deal add 小米 1万')
    const answer = await visitor.reads(/D-\d+ 小米/)
    let requests = 0
    await page.route('**/api/act', async (route) => {
      requests += 1
      await new Promise((resolve) => setTimeout(resolve, 150))
      await route.continue()
    })
    const undo = answer.getByRole('button', { name: '撤回' })
    await undo.click()
    expect(await undo.getAttribute('aria-busy')).toBe('true')
    await undo.click({ force: true })
    await visitor.reads(/撤回了：D-\d+ 小米/)
    expect(requests).toBe(1)
    await page.unrouteAll({ behavior: 'wait' })
  })

  test('a button that asks first does nothing until the answer is yes', async () => {
    const { page } = visitor
    await visitor.types('/commission')
    const button = (await visitor.reads(/税前/)).getByRole('button', { name: '算法' })
    await button.evaluate((element) => element.setAttribute('data-confirm', '要看算法吗？'))
    const messages = await page.locator('#messages > .message').count()
    const dialog = page.locator('#confirm-dialog')
    await button.click()
    expect(await dialog.textContent()).toContain('要看算法吗？')
    await page.keyboard.press('Escape')
    await button.click()
    await dialog.getByRole('button', { name: '取消' }).click()
    expect(await page.locator('#messages > .message').count()).toBe(messages)
    await button.click()
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect.poll(() => page.locator('#messages > .message').count()).toBeGreaterThan(messages)
  })

  test('a form says what is wrong at its fields, and closes when it is right', async () => {
    const { page } = visitor
    await visitor.types('/deal')
    const form = page.locator('#form-dialog form')
    await form.waitFor()
    expect(await focused(page)).toBe('customer')
    await form.locator('[type="submit"]').click()
    await page.locator('.field-error').first().waitFor()
    expect(await page.locator('[data-field="customer"] .field-error').textContent()).toBe('这里要填一下。')
    expect(await page.locator('[name="customer"]').getAttribute('aria-invalid')).toBe('true')
    await page.locator('[name="customer"]').fill('美团')
    await page.locator('[name="amount"]').fill('很多')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-field="amount"] .field-error').count()).toBe(1)
    await page.locator('[name="amount"]').fill('1.2万')
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'detached' })
    await visitor.reads(/D-\d+ 美团 1.2 万/)
  })

  test('pay is exact, explained, and for nobody else', async () => {
    const { page } = visitor
    await visitor.types('/commission')
    const answer = await visitor.reads(/税前/)
    expect(await answer.locator('.attainment-bar').count()).toBe(1)
    await answer.getByRole('button', { name: '算法' }).click()
    await visitor.reads(/合计/)
    await visitor.becomes('韩梅梅')
    expect(await page.locator('#messages').textContent()).not.toContain('税前')
    await visitor.types('/commission @李雷')
    await visitor.reads(/只有本人、主管、财务和管理员能看/)
  })

  test('the leaderboard sets the reader off', async () => {
    await visitor.types('/leaderboard signed')
    const board = await visitor.reads(/排行榜/)
    expect(await board.locator('tr.mine').textContent()).toContain('韩梅梅')
  })

  test('goals: a vague one is helped, a clear one stands in the tree', async () => {
    await visitor.goesTo('dm', '王经理')
    await visitor.types('目标 新增 提升品牌影响力')
    await visitor.reads(/品牌影响力.*没法数/s)
    await visitor.types('目标 目标树')
    await visitor.reads(/目标树.*公司.*销售一部.*李雷/s)
  })

  test('the wall hears of a deal at once', async () => {
    await visitor.types('勋章 荣誉墙')
    await visitor.reads(/\/wall\//)
    await visitor.page.reload()
    await visitor.ready()
    const address = await visitor.page.locator('.rooms-foot a').getAttribute('href')
    const wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await wall.goto(new URL(address ?? '', demo.url).href)
    await wall.locator('.slide').first().waitFor({ state: 'attached' })
    await visitor.goesTo('dm', '李雷')
    await visitor.types('签单 记一单 字节跳动 2万')
    await visitor.reads(/字节跳动/)
    await visitor.jumps('+2m')
    await expect.poll(() => wall.locator('body').textContent(), { timeout: 15_000 }).toContain('字节跳动')
    await wall.close()
  })

  test('on Friday at 16:00 the retro opens by itself, and is answered in its thread', async () => {
    const { page } = visitor
    await visitor.jumps('friday 16:00')
    await page.locator('.room[data-room="retro"] .unread:visible').waitFor()
    const prompt = await visitor.reads(/亮点/)
    await prompt.getByRole('button', { name: '填写' }).click()
    await page.locator('#form-dialog form').waitFor()
    await page.locator('[name="highlight"]').fill('签下腾讯')
    await page.locator('[name="improvement"]').fill('找两家老客户转介绍')
    await page.locator('#form-dialog [type="submit"]').click()
    await page.locator('#form-dialog form').waitFor({ state: 'detached' })
    await visitor.enters('retro')
    const retro = await visitor.reads(/周复盘 · 销售一部/)
    await retro.locator('a.has-answers').click()
    await page.locator('#thread').waitFor()
    await visitor.ready()
    await expect.poll(() => page.locator('#thread-messages').textContent()).toContain('签下腾讯')
    expect(await page.locator('#thread-messages').textContent()).toContain('找两家老客户转介绍')
  })

  test('on Monday at 10:00 it closes with who took part and what is to be improved', async () => {
    const { page } = visitor
    await visitor.jumps('monday 10:00')
    await expect.poll(() => page.locator('#thread-messages').textContent()).toMatch(/总结.*改进清单/s)
    await page.locator('#thread-line').focus()
    await page.keyboard.insertText('收到')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#thread-messages .message').last().textContent()).toContain('收到')
    expect(await page.locator('#messages > .message', { hasText: '收到' }).count()).toBe(0)
  })

  test('on the first workday at 10:00 the calibration opens, and takes what has changed', async () => {
    const { page } = visitor
    await visitor.goesTo('sales', '王经理')
    await visitor.jumps('first-workday 10:00')
    const meeting = await visitor.reads(/月度校准会 · 销售一部/)
    await meeting.getByRole('button', { name: '写变化' }).click()
    await page.locator('#form-dialog form').waitFor()
    await page.locator('[name="market"]').fill('对手降价 10%')
    await page.locator('#form-dialog [type="submit"]').click()
    await page.locator('#form-dialog form').waitFor({ state: 'detached' })
    await page.locator('#messages .has-answers').first().click()
    await expect.poll(() => page.locator('#thread-messages').textContent()).toContain('对手降价 10%')
  })

  test('help and set-up are there for the admin', async () => {
    await visitor.goesTo('dm', '赵敏')
    await visitor.types('/drumbeat help')
    await visitor.reads(/你能做什么/)
    await visitor.types('/drumbeat setup')
    await visitor.page.locator('#form-dialog form').waitFor()
    await visitor.page.keyboard.press('Escape')
    await visitor.page.locator('#form-dialog form').waitFor({ state: 'detached' })
  })

  test('the second page of a form follows the first', async () => {
    const { page } = visitor
    await visitor.types('/drumbeat setup')
    await page.locator('[data-form="setup.team"] [type="submit"]').click()
    await page.locator('[data-form="setup.pay"] [name="rate"]').fill('6%')
    expect(await page.locator('[data-form="setup.pay"] [name="rate"]').inputValue()).toBe('6%')
    await page.keyboard.press('Escape')
    await page.locator('#form-dialog form').waitFor({ state: 'detached' })
  })

  test('a long answer is read from its beginning', async () => {
    const { page } = visitor
    await page.setViewportSize({ width: 1280, height: 420 })
    await visitor.types('/drumbeat')
    const help = await visitor.reads(/战鼓.*周复盘.*改进/s)
    // The page may draw the list anew meanwhile, and then nothing has a box for a moment.
    await vi.waitFor(async () => {
      const [list, top] = await Promise.all([page.locator('#messages').boundingBox(), help.boundingBox()])
      expect(top?.height).toBeGreaterThan(list?.height ?? 0)
      expect(top?.y).toBeCloseTo(list?.y ?? 0, 0)
    }, 5_000)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('in English the page and the answers are English', async () => {
    const { page } = visitor
    await visitor.goesTo('deals', '李雷')
    await page.locator('[data-locale="en"]').click()
    await page.locator('html[lang="en"]').waitFor()
    await visitor.ready()
    expect(await page.locator('.who .more').textContent()).toContain('rep')
    await visitor.types('/deal add Huawei 10k')
    await visitor.reads(/Logged D-\d+: Huawei/)
    await visitor.types('/commission 2026-11')
    await visitor.reads(/pre-tax/)
    await visitor.types('/leaderboard')
    const board = await visitor.reads(/Leaderboard|leaderboard/)
    expect(await board.textContent()).toContain('Only you can see this')
    expect(await page.title()).toContain('Drumbeat playground')
    await page.locator('[data-locale="zh-CN"]').click()
    await page.locator('html[lang="zh-CN"]').waitFor()
  })

  test.each(['light', 'dark'])(
    'on a phone of 360 px nothing stands out to the side, and all can be read: %s',
    async (scheme) => {
      const phone = await Someone.opens(browser, demo.url, {
        width: 360,
        height: 740,
        dark: scheme === 'dark',
      })
      const { page } = phone
      for (const room of ['sales', 'deals', 'retro', 'dm']) {
        await phone.goesTo(room, '李雷')
        expect(await outOfSight(page)).toEqual([])
        expect(await tooFaint(page)).toEqual([])
      }
      await page.locator('#rooms-button').click()
      await page.locator('#rooms.open').waitFor()
      await page.locator('.room[data-room="deals"]').click()
      await phone.ready()
      await phone.types('/deal')
      await page.locator('#form-dialog form').waitFor()
      expect(await outOfSight(page)).toEqual([])
      await page.keyboard.press('Escape')
      for (const menu of ['.who', '.clock']) {
        await page.locator(menu).click()
        await page.locator('.menu:popover-open').waitFor()
        expect(await outOfSight(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
      expect(phone.complaints).toEqual([])
      await page.context().close()
    },
  )

  test('the browser had nothing to complain of, nor had the server', () => {
    expect(visitor.complaints).toEqual([])
    expect(demo.failures).toEqual([])
  })
})
