import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMigrated } from '../../../src/cli/opening.ts'
import { readConfig } from '../../../src/config.ts'
import { inFolder } from '../../cli/drumbeat.ts'
import { cutOff, hasChromium, launch, outOfSight, sayWhatIsSkipped } from './chromium.ts'
import { Someone, startDemo } from './demo-playground.ts'

sayWhatIsSkipped('a month in a browser')

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/** December 2026 in the demo company: from its first morning until it is paid, and what January adjusts of it. */
describe.runIf(hasChromium)('a month in a browser', { timeout: 60_000 }, () => {
  const place = inFolder()
  let browser: Browser
  let demo: Awaited<ReturnType<typeof startDemo>>
  const desks = new Map<string, Someone>()
  let [huawei, dollars, zhongxing] = ['', '', '']

  beforeAll(async () => {
    const config = readConfig({ DRUMBEAT_DATA: 'data' })
    const { database } = await openMigrated(config, place.folder)
    ;[browser, demo] = await Promise.all([launch(), startDemo('2026-12-01T01:00:00.000Z', database)])
    await Promise.all(['赵敏', '王经理', '李雷', '韩梅梅'].map(at))
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  /** Everybody sits at a page of their own, and hears there of what the others do. */
  async function at(who: string): Promise<Someone> {
    const known = desks.get(who)
    if (known) return known
    const desk = await Someone.opens(browser, demo.url, DESK)
    await desk.goesTo('dm', who)
    desks.set(who, desk)
    return desk
  }

  /** Types a line as somebody. Gives the words of the answer. */
  async function says(who: string, line: string, answer: string | RegExp): Promise<string> {
    await (await at(who)).types(line)
    return reads(who, answer)
  }

  async function presses(who: string, card: string | RegExp, button: string, sure?: string): Promise<void> {
    const desk = await at(who)
    await (await desk.reads(card)).getByRole('button', { name: button, exact: true }).click()
    if (sure) await desk.page.locator('#confirm-dialog').getByRole('button', { name: sure }).click()
  }

  /** The words of the latest message to somebody that has these. */
  async function reads(who: string, answer: string | RegExp): Promise<string> {
    return (await (await (await at(who)).reads(answer)).textContent()) ?? ''
  }

  /** All that stands on anybody's page has its place, on a desk and on a phone. */
  async function allFits(): Promise<void> {
    for (const { page } of desks.values())
      for (const screen of [PHONE, DESK]) {
        await page.setViewportSize(screen)
        expect(await outOfSight(page)).toEqual([])
        expect(await cutOff(page)).toEqual([])
      }
  }

  async function fills(who: string, form: string, values: Record<string, string>): Promise<void> {
    const open = (await at(who)).page.locator(`[data-form="${form}"]`)
    await open.waitFor()
    for (const [field, value] of Object.entries(values)) await open.locator(`[name="${field}"]`).fill(value)
    await open.locator('[type="submit"]').click()
    await open.waitFor({ state: 'detached' })
  }

  async function calls(path: string, facts: object): Promise<string> {
    const headers = { 'content-type': 'application/json' }
    const asked = { method: 'POST', body: JSON.stringify(facts), headers }
    const response = await fetch(`${demo.url}/api/${path}`, asked)
    expect(response.status).toBe(200)
    return response.text()
  }

  const clockTo = (to: string) => calls('clock', { to })

  const drumbeat = (...words: string[]) => place.drumbeat(...words)

  /** Logs a deal. Gives its number. */
  async function signs(who: string, line: string, answer: string): Promise<string> {
    const [number] = /D-\d+/.exec(await says(who, `/deal add ${line}`, answer)) ?? []
    return number ?? ''
  }

  test('the admin puts a plan in force; the manager’s target needs the admin’s yes', async () => {
    await (await at('赵敏')).types('/drumbeat setup')
    await fills('赵敏', 'setup.team', {})
    await fills('赵敏', 'setup.pay', { rate: '5%', target: '10万' })
    await reads('赵敏', '9 位成员有了提成方案和目标')
    expect(await says('李雷', '/commission plan', '100% 以内的部分')).toContain('6%（5% × 1.2）')
    const [goal] = /G-\d+/.exec(await says('王经理', '/goal @韩梅梅', '12 月签约')) ?? []
    await says('王经理', `/goal adjust ${goal} 12万 接了新产品线`, '还要管理员同意')
    await presses('赵敏', '调整提议', '同意')
    await reads('赵敏', '100,000 元 → 120,000 元，赵敏同意了')
    expect(await says('韩梅梅', '/commission', '达成 0%')).toContain('目标 120,000 元')
  })

  test('deals are split, in another currency, and collected by instalments', async () => {
    await says('赵敏', '/deal rate USD 7.1234 from=2026-12-01', '1 USD = 7.1234 CNY')
    huawei = await signs('李雷', '华为 12万 split=@李雷:60,@韩梅梅:40', '分单 李雷 60%、韩梅梅 40%')
    dollars = await signs('李雷', '<!channel> $3,333.33', '$3,333.33，按 7.1234 折 23,744.64 元')
    zhongxing = await signs('韩梅梅', '中兴通讯 60,001.01', '中兴通讯 60,001.01 元，今天签')
    const parts = await says('韩梅梅', `/deal schedule ${zhongxing} 50%@12-10 rest@12-20`, '分 2 期回款')
    expect(parts).toMatch(/30,000.51 元.*30,000.50 元/s)
    const standing = await says('李雷', '/commission', '达成 95.74%，提成暂计 4,787.23 元（税前）')
    for (const part of ['再签 4,255.36 元过 100%，变成 6,000 元，多 1,212.77 元', '其中 4,787.23 元还是暂计'])
      expect(standing).toContain(part)
  })

  test('the manager confirms all of them on one card, and money comes in', async () => {
    await clockTo('2026-12-01T10:00:00Z')
    await presses('王经理', '3 单等你确认，共 203,745.65 元', '全部确认（3 单）')
    await reads('王经理', '确认了 3 单，共 203,745.65 元')
    expect(await says('李雷', '/commission', '达成 95.74%，提成暂计 4,787.23 元')).not.toContain('还是暂计')
    await clockTo('2026-12-10T02:00:00Z')
    await says('韩梅梅', `/deal collect ${zhongxing} 30000.51`, '已回 30,000.51 元，还差 30,000.50 元')
  })

  test('a rep asks how it comes to that, and what one more deal would be worth', async () => {
    const explained = await says('李雷', '/commission explain', '是这样算的')
    for (const part of ['72,000 元', '23,744.64 元', '95,744.64 元', '4,787.232 元', '4,787.23 元'])
      expect(explained).toContain(part)
    const more = await says('李雷', '/commission whatif 5000', '4,787.23 元 → 6,055.85 元')
    expect(more).toContain('多 1,268.62 元')
    expect(await says('韩梅梅', '/commission', '达成 90%')).toContain('5,400.05 元')
    await says('韩梅梅', '/commission @李雷', '李雷的提成只有本人、主管、财务和管理员能看')
  })

  test('the admin closes the month, and everybody gets their statement alone', async () => {
    await clockTo('2027-01-05T03:30:00Z')
    const check = await says('赵敏', '/commission close 2026-12', '2026 年 12 月关账')
    expect(check).toContain('9 份对账单，共 10,187.28 元（税前）')
    const rival = await Someone.opens(browser, demo.url, DESK)
    await rival.goesTo('dm', '赵敏')
    await (await rival.reads('2026 年 12 月关账')).getByRole('button', { name: '关账', exact: true }).click()
    await presses('赵敏', '2026 年 12 月关账', '关账', '确定')
    await reads('赵敏', '2026 年 12 月已冻结：发出 9 份对账单，共 10,187.28 元（税前）')
    await rival.page.locator('#confirm-dialog').getByRole('button', { name: '确定' }).click()
    await rival.page.getByText('这条消息刚刚变了，按钮已经不在了').waitFor()
    await rival.page.context().close()
    await clockTo('2027-01-05T04:40:00Z')
    await reads('韩梅梅', '2026 年 12 月的对账单：5,400.05 元（税前）')
    const { page } = await at('韩梅梅')
    expect(await page.getByText('2026 年 12 月的对账单').count()).toBe(1)
    expect(await page.locator('#messages').textContent()).not.toContain('4,787.23')
    await presses('韩梅梅', '2026 年 12 月的对账单', '对得上')
    await reads('韩梅梅', '谢谢，2026 年 12 月你这边对上了')
  })

  test('what is off is said by form and by command, and answered', async () => {
    await presses('李雷', '2026 年 12 月的对账单：4,787.23 元', '有疑问')
    await fills('李雷', 'statement.off', { deal: huawei, reason: '说好是七三分' })
    await reads('李雷', `疑问 #1（${huawei} 华为），已经告诉王经理`)
    await says('李雷', `/commission flag ${dollars} 汇率应该是 7.15`, '疑问 #2')
    await clockTo('2027-01-05T05:50:00Z')
    await presses('王经理', '疑问 #2', '不同意')
    await reads('王经理', '疑问 #2：没有同意')
    await says(
      '王经理',
      `/deal amend ${huawei} split=@李雷:70,@韩梅梅:30 reason=七三分`,
      '李雷 70%、韩梅梅 30%',
    )
    await says('赵敏', '/commission approve 2026-12', '还等主管审批')
    await says('王经理', '/commission dispute 1 accept 改成七三分了', '疑问 #1：已同意')
    await clockTo('2027-01-05T06:55:00Z')
    await says('赵敏', '/commission reissue 2026-12 疑问 1 改了分单', '2 份有变化的对账单已经发出')
    await clockTo('2027-01-05T08:00:00Z')
    await reads('李雷', '第 2 版）：6,580.85 元（税前）。原因：疑问 1 改了分单')
    await reads('韩梅梅', '第 2 版）：4,800.05 元（税前）')
  })

  test('managers approve, the admin approves for good, and it is paid', async () => {
    await says('王经理', '/commission approve 2026-12', '4 份对账单已批准')
    for (const [as, count] of [
      ['林经理', 3],
      ['周主管', 2],
    ] as const)
      expect(await calls('say', { as, text: '提成 批准 2026-12' })).toContain(`${count} 份对账单已批准`)
    await clockTo('2027-01-05T09:05:00Z')
    await reads('赵敏', '主管都批了')
    await says('赵敏', '/commission approve 2026-12', '2026 年 12 月已批准，不再改')
    await says('赵敏', '/commission paid 2026-12', '2026 年 12 月已发放')
    await says('赵敏', '/commission periods', '11,380.90 元')
  })

  test('a refund after that is an adjustment in January that names its cause', async () => {
    await clockTo('2027-01-12T03:00:00Z')
    await says('王经理', `/deal refund ${zhongxing} 1.02 客户退货`, '退款 1.02 元')
    await clockTo('2027-01-12T04:10:00Z')
    await reads('韩梅梅', '退款 1.02 元（王经理 登记）')
    const january = await says('韩梅梅', '/commission', '调整 -4,800.05 元')
    expect(january).toContain(`2026 年 12 月：${zhongxing} 退款（王经理），客户退货`)
    expect(await says('韩梅梅', '/commission statement 2026-12', '校验码')).toContain(
      '4,800.05 元（税前），已发放',
    )
  })

  test('January’s statement has it among its lines, and a phone shows every amount', async () => {
    await clockTo('2027-02-02T03:00:00Z')
    await says('赵敏', '/commission freeze 2027-01', '1 月已冻结')
    await clockTo('2027-02-02T04:10:00Z')
    await reads('韩梅梅', '1 月的对账单：-4,800.05 元（税前）')
    const statement = await says('韩梅梅', '/commission statement', '1 月对账单：-4,800.05 元（税前）')
    expect(statement).toContain(`2026 年 12 月：${zhongxing} 退款（王经理），客户退货`)
    const { page } = await at('韩梅梅')
    await page.setViewportSize(PHONE)
    const table = page.locator('#messages > .message').last().locator('.table-scroll').first()
    const [within, needed] = await table.evaluate((shown) => [shown.clientWidth, shown.scrollWidth])
    expect(needed).toBeLessThanOrEqual(within ?? 0)
    await page.setViewportSize(DESK)
  })

  test('the statement is reproduced byte for byte, and the payroll exported', async () => {
    const statement = ['statement', '--period', '2026-12', '--person', '韩梅梅']
    const issued = await drumbeat(...statement)
    expect(JSON.parse(issued.out)).toMatchObject({ earnedMinor: '480005', totalMinor: '480005' })
    const paid = await drumbeat(...statement, '--as-of', '2027-01-06T00:00:00Z')
    expect(paid).toEqual(issued)
    const today = await drumbeat(...statement, '--as-of', '2027-01-13T00:00:00Z')
    expect(JSON.parse(today.out)).toMatchObject({ earnedMinor: '0' })
    await drumbeat('export', 'payroll', 'payroll.csv', '--period', '2026-12')
    const rows = readFileSync(join(place.folder, 'payroll.csv'), 'utf8').trim().split('\n').slice(1)
    expect(rows).toHaveLength(9)
    for (const [name, amount] of [
      ['李雷', '6580.85'],
      ['韩梅梅', '4800.05'],
      ['张伟', '0.00'],
    ] as const)
      expect(rows.find((row) => row.startsWith(`2026-12,${name},`))).toMatch(
        new RegExp(`,${amount},0.00,0.00,${amount},CNY,paid,2$`),
      )
  })

  test('the same can be read in English', async () => {
    await allFits()
    const { page } = await at('李雷')
    await page.locator('[data-locale="en"]').click()
    await page.locator('html[lang="en"]').waitFor()
    for (const [who, desk] of desks) await desk.goesTo('dm', who)
    expect(await says('李雷', '/commission 2026-12', '107.74%')).toContain('¥6,580.85')
    await says('李雷', '/commission explain 2026-12', '¥6,580.848')
    await says('李雷', '/commission whatif 5000', 'pre-tax')
    await says('李雷', '/commission statement 2026-12', 'Statement December 2026, ¥6,580.85 (pre-tax), paid')
    await says('李雷', '/commission disputes', 'disputes')
    const january = await says('韩梅梅', '/commission statement', 'Statement January')
    expect(january).toContain('4,800.05')
    expect(january).toMatch(/December 2026: D-\d+ refunded by 王经理 \(客户退货\)/)
    await says('赵敏', '/commission periods', '¥11,380.90')
    await says('赵敏', '/commission close 2027-02', 'February is not over yet')
  })

  test('a phone that opens it finds everything within its width', async () => {
    await allFits()
    const phone = await Someone.opens(browser, demo.url, PHONE)
    for (const who of ['李雷', '韩梅梅']) {
      await phone.goesTo('dm', who)
      expect(await outOfSight(phone.page)).toEqual([])
      expect(await cutOff(phone.page)).toEqual([])
    }
    const complaints = [phone, ...desks.values()].flatMap((one) => one.complaints)
    expect([...complaints, ...demo.failures]).toEqual([])
  })
})
