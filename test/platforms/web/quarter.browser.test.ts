import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutOff, hasChromium, launch, outOfSight, sayWhatIsSkipped } from './chromium.ts'
import { Someone, startDemo } from './demo-playground.ts'

sayWhatIsSkipped('a quarter in a browser')

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }

/** The last quarter of 2026 in the demo company, by the playground's clock, with the forms and buttons of the page. */
describe.runIf(hasChromium)('a quarter in a browser', { timeout: 120_000 }, () => {
  let browser: Browser
  let demo: Awaited<ReturnType<typeof startDemo>>
  let desk: Someone
  let page: Page
  let goal = ''

  beforeAll(async () => {
    ;[browser, demo] = await Promise.all([launch(), startDemo('2026-09-28T01:00:00.000Z')])
    desk = await Someone.opens(browser, demo.url, DESK)
    page = desk.page
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  async function calls(path: string, facts: object): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const asked = { method: 'POST', body: JSON.stringify(facts), headers }
    expect((await fetch(`${demo.url}/api/${path}`, asked)).status).toBe(200)
  }

  const clockTo = (to: string) => calls('clock', { to })

  async function fills(values: Record<string, string>): Promise<void> {
    const form = page.locator('#form-dialog form')
    await form.waitFor()
    for (const [field, value] of Object.entries(values)) {
      const control = form.locator(`[name="${field}"]`)
      if ((await control.evaluate((node) => node.nodeName)) !== 'SELECT') await control.fill(value)
      else {
        const option = control.locator('option').filter({ hasText: value }).first()
        await control.selectOption((await option.getAttribute('value')) ?? '')
      }
    }
    await form.locator('[type="submit"]').click()
    await form.waitFor({ state: 'detached' })
  }

  /** Opens the thread of the last message with these words in a room, and waits until it tells something. */
  async function opensThread(
    room: string,
    as: string,
    title: string | RegExp,
    told: string | RegExp,
  ): Promise<void> {
    await desk.goesTo(room, as)
    await (await desk.reads(title)).locator('a.has-answers').click()
    await page.locator('#thread').waitFor()
    await desk.ready()
    await answer(told)
  }

  async function answer(words: string | RegExp) {
    const message = page.locator('#thread-messages .message').filter({ hasText: words }).last()
    await message.waitFor()
    return message
  }

  async function allFits(picture: string): Promise<void> {
    for (const [name, screen] of Object.entries({ phone: PHONE, desk: DESK })) {
      await page.setViewportSize(screen)
      expect(await outOfSight(page)).toEqual([])
      expect(await cutOff(page)).toEqual([])
      const folder = process.env.QUARTER_PICTURES
      if (folder) await page.screenshot({ path: `${folder}/q-${picture}-${name}.png` })
    }
  }

  test('the quarter has a goal, month by month, and November has the team’s below it', async () => {
    await desk.goesTo('dm', '陈总')
    await desk.types('/goal add 公司 2026-Q4 签约 2000万')
    ;[goal] = /G-\d+/.exec((await (await desk.reads('记好了')).textContent()) ?? '') ?? ['none']
    await desk.types(`目标 分期 ${goal} 10月30% 11月40% 12月30%`)
    await desk.reads('加起来正好 20,000,000 元')
    await calls('say', { as: '王经理', text: `/goal add 销售一部 2026-11 签约 360万 parent=${goal}` })
    await calls('say', { as: '王经理', text: `/goal add 销售一部 2026-12 签约 360万 parent=${goal}` })
  })

  test('nothing comes in the holiday week; on the make-up Saturday there is a report', async () => {
    await clockTo('2026-10-08T00:00:00Z')
    await desk.goesTo('sales', '王经理')
    await desk.reads('战报 · 销售一部 · 9 月 30 日')
    expect(await page.locator('#messages').textContent()).not.toMatch(/10 月 [1-7] 日/)
    await clockTo('2026-10-10T10:05:00Z')
    await desk.reads('战报 · 销售一部 · 10 月 10 日')
  })

  test('a week’s retro is answered in its form, and the summary counts who was there', async () => {
    await desk.goesTo('dm', '韩梅梅')
    await desk.types('请假 10-16 10-20')
    await desk.reads('你不在')
    await clockTo('2026-10-16T08:05:00Z')
    await desk.goesTo('dm', '李雷')
    const prompt = await desk.reads('周一 10:00 前都可以')
    await prompt.getByRole('button', { name: '填写' }).click()
    await fills({ highlight: '签下腾讯', improvement: '找两家老客户转介绍', shortfall: '报价慢了一天' })
    await desk.reads('你的已经填好了')
    await clockTo('2026-10-19T01:05:00Z')
    await desk.goesTo('dm', '张伟')
    await desk.reads('你的周复盘还空着')
    await clockTo('2026-10-19T02:05:00Z')
    await opensThread('retro', '李雷', /周复盘 · 销售一部 · 第 42 周/, /3 人里 1 人参与/)
    expect(await (await answer('总结')).textContent()).toContain('找两家老客户转介绍')
    expect(await page.locator('#thread-messages').textContent()).not.toContain('报价慢了一天')
    await allFits('retro')
  })

  test('what was promised comes back in the next retro, and is done with a button', async () => {
    await clockTo('2026-10-23T08:05:00Z')
    await desk.goesTo('dm', '李雷')
    const prompt = await desk.reads('上次说要找两家老客户转介绍，做了吗')
    await prompt.getByRole('button', { name: '做了', exact: true }).click()
    await desk.reads('做完了')
  })

  test('November’s calibration: an action first, then the quarter is cut and split anew, each agreed with a button', async () => {
    await clockTo('2026-11-02T02:05:00Z')
    await desk.goesTo('sales', '陈总')
    const meeting = await desk.reads(/月度校准会 · 销售一部 · 11 月/)
    await meeting.getByRole('button', { name: '写变化' }).click()
    await page.locator('#form-dialog form').waitFor()
    await allFits('form')
    await fills({ market: '教育客户的预算冻结到明年', action: '转做制造业老客户', due: '2026-11-20' })
    await opensThread('sales', '陈总', /月度校准会 · 销售一部 · 11 月/, '教育客户的预算冻结')
    await (await answer('教育客户')).getByRole('button', { name: '提议改目标' }).click()
    await fills({ goal: '第 4 季度', value: '1800万', why: '教育行业预算冻结' })
    await agrees('18,000,000 元', '赵敏')
    await (await answer('教育客户')).getByRole('button', { name: '提议改分期' }).click()
    await fills({ goal: '第 4 季度', phases: '11月 30% 12月 40%', why: '制造业多在年底签' })
    await agrees('制造业多在年底签', '赵敏')
    await clockTo('2026-11-02T10:05:00Z')
    const closed = await answer('改了什么、为什么')
    expect(await closed.textContent()).toMatch(/18,000,000 元[\s\S]*教育行业预算冻结/)
    await closed.scrollIntoViewIfNeeded()
    await allFits('calibration')
  })

  async function agrees(words: string, admin: string): Promise<void> {
    await answer(words)
    await opensThread('sales', admin, /月度校准会 · 销售一部 · 11 月/, words)
    const card = page
      .locator('#thread-messages .message')
      .filter({ has: page.getByRole('button', { name: '同意' }) })
    await card.last().getByRole('button', { name: '同意' }).click()
    await expect.poll(() => card.count()).toBe(0)
    await opensThread('sales', '陈总', /月度校准会 · 销售一部 · 11 月/, `${admin}同意了`)
  }

  test('at the quarter’s end the tree stands on its page', async () => {
    await calls('say', { as: '李雷', text: '/deal add 晨光文具 12万' })
    await clockTo('2026-12-10T02:00:00Z')
    await calls('say', { as: '韩梅梅', text: '/deal add 海蓝环保 26万' })
    await clockTo('2026-12-31T10:05:00Z')
    await desk.goesTo('dm', '陈总')
    await desk.types('/goal page')
    const shown = await (await desk.reads('/goals/')).textContent()
    const [address = ''] = /\/goals\/[\w-]{24}/.exec(shown ?? '') ?? []
    await desk.types(`/goal history ${goal}`)
    await desk.reads('制造业多在年底签')
    await page.goto(new URL(address, demo.url).href)
    await expect.poll(() => page.locator('body').textContent()).toMatch(/380,000 元\s*\/\s*18,000,000 元/)
    await allFits('tree')
  })

  test('January’s calibration is held in English', async () => {
    await desk.goesTo('sales', '李雷')
    await page.locator('[data-locale="en"]').click()
    await page.locator('html[lang="en"]').waitFor()
    await clockTo('2027-01-04T02:05:00Z')
    await desk.goesTo('sales', '李雷')
    await desk.reads('Monthly calibration · 销售一部 · January')
    await allFits('english')
    expect([...desk.complaints, ...demo.failures]).toEqual([])
  })
})
