import type { Browser, Page } from 'playwright-core'
import type { Database } from '../../../src/db/database.ts'
import { ensureDemo } from '../../../src/demo/ensure-demo.ts'
import { features } from '../../../src/features.ts'
import { createApp } from '../../../src/kernel/app.ts'
import type { Instant } from '../../../src/kernel/time.ts'
import { openPlaygroundClock } from '../../../src/platforms/web/playground/clock.ts'
import { createWeb } from '../../../src/platforms/web/server.ts'
import { sqliteDatabase } from '../../support/databases.ts'

/** The product as `npm start` runs it, at a moment of its own: Friday 2026-11-20, 10:00 in Shanghai. */
export async function startDemo(at: Instant = '2026-11-20T02:00:00.000Z', given?: Database) {
  const database = given ?? (await sqliteDatabase())
  const clock = await openPlaygroundClock(database, { now: () => at })
  const failures: unknown[] = []
  const app = createApp({ database, features, clock, onFailure: (what, error) => failures.push(what, error) })
  await ensureDemo(app, database)
  const log = { warn: () => {}, error: (facts: object) => void failures.push(facts) }
  const web = createWeb({ app, database, config: { port: 0 }, log, playground: { clock } })
  const { url } = await web.start()
  return { url, failures, stop: () => web.stop() }
}

export interface Look {
  width?: number
  height?: number
  dark?: boolean
}

/** Somebody in front of the playground's page. */
export class Someone {
  readonly page: Page
  readonly #url: string
  /** What the browser complained of, such as something that the content security policy forbids. */
  readonly complaints: string[] = []

  constructor(page: Page, url: string) {
    this.page = page
    this.#url = url
    page.on('console', (message) => {
      const expected = message.text().includes('422')
      if (['error', 'warning'].includes(message.type()) && !expected) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  static async opens(browser: Browser, url: string, look: Look = {}): Promise<Someone> {
    const { width = 1280, height = 800, dark = false } = look
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return new Someone(page, url)
  }

  async goesTo(room: string, as?: string): Promise<void> {
    const query = new URLSearchParams({ in: room, ...(as ? { as } : {}) })
    await this.page.goto(`${this.#url}/?${query}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await this.page.locator('html[data-ready]').waitFor()
  }

  /** Types a line into the composer and sends it, with the keyboard alone. */
  async types(line: string): Promise<void> {
    await this.page.locator('#line').focus()
    await this.page.keyboard.insertText(line)
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Enter')
  }

  /** The last message that contains these words, once it is there. */
  async reads(words: string | RegExp) {
    const message = this.page.locator('#messages > .message').filter({ hasText: words }).last()
    await message.waitFor()
    return message
  }

  async becomes(name: string): Promise<void> {
    await this.page.locator('.who').click()
    await this.page.locator('#people-filter').fill(name)
    await this.page.locator('#people-list').getByText(name, { exact: true }).click()
    await this.page.locator('.who .value').filter({ hasText: name }).waitFor()
    await this.ready()
  }

  async jumps(to: string): Promise<void> {
    await this.page.locator('.clock').click()
    await this.page.locator(`[data-jump="${to}"]`).click()
    await this.page.locator('#clock-menu').waitFor({ state: 'hidden' })
  }

  async enters(room: string): Promise<void> {
    await this.page.locator(`.room[data-room="${room}"]`).click()
    await this.page.locator(`.room[data-room="${room}"][aria-current]`).waitFor()
    await this.ready()
  }
}
