/**
 * `npm run pictures`: takes the pictures of the READMEs from the product itself, on a folder of its own, on a Tuesday
 * morning that is always the same. Needs Chromium (`apt-get install chromium`, or set CHROMIUM).
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Locale } from '../../src/kernel/locale.ts'
import { launch } from '../support/browser.ts'
import { startCompany } from './company.ts'

const DOCS = join(import.meta.dirname, '../../docs')

/** Of every picture, in pixels. */
const WIDTH = 1280

/** What a reader has to load before the README is there. */
const MAX_BYTES = 300_000

const LINES = {
  en: { deal: '/deal add Huawei 120k product=CRM', commission: '/commission', postNow: 'Post now' },
  'zh-CN': { deal: '/deal add 华为 12万 product=CRM', commission: '/commission', postNow: '马上公布' },
}

const folder = mkdtempSync(join(tmpdir(), 'drumbeat-pictures-'))
mkdirSync(DOCS, { recursive: true })
const browser = await launch()
try {
  await picturesIn('en', 'playground.png', 'wall.png')
  await picturesIn('zh-CN', 'playground.zh-CN.png', 'wall.zh-CN.png')
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

async function picturesIn(locale: Locale, playground: string, wall: string): Promise<void> {
  const company = await startCompany(join(folder, `${locale}.db`))
  try {
    await company.calls('locale', { locale })
    await takePlayground(browser, company, locale, join(DOCS, playground))
    await takeWall(browser, company, join(DOCS, wall))
  } finally {
    await company.stop()
  }
}

type Company = Awaited<ReturnType<typeof startCompany>>

/** A deal is logged, announced and cheered, and the commission follows it past the 100% line. */
async function takePlayground(from: Browser, company: Company, locale: Locale, file: string): Promise<void> {
  const page = await openPage(from, { width: 1440, height: 900 })
  await page.goto(`${company.url}/?as=李雷&in=deals`)
  await page.locator('html[data-ready]').waitFor()
  await page.locator('#hide-suggestions').click()
  await type(page, LINES[locale].deal)
  await page.getByRole('button', { name: LINES[locale].postNow }).click()
  await page.locator('#messages > .message').nth(2).waitFor()
  const { messages } = await company.reads('messages?as=李雷&in=deals')
  const card = messages.at(-1)?.id
  for (const [as, emoji] of [
    ['韩梅梅', '🎉'],
    ['张伟', '🎉'],
    ['王经理', '👑'],
  ])
    await company.calls('react', { as, message: card, emoji })
  await type(page, LINES[locale].commission)
  await page.locator('#messages > .message').nth(4).waitFor()
  await page.locator('.reaction').nth(1).waitFor()
  await page.mouse.move(0, 0)
  await keep(page, file)
}

/** This month's winners, as they stand on the office's screen. */
async function takeWall(from: Browser, company: Company, file: string): Promise<void> {
  await company.calls('say', { as: '韩梅梅', in: 'sales', text: '客户说周末也有人接电话，很放心。' })
  const { messages } = await company.reads('messages?as=王经理&in=sales')
  await company.calls('react', { as: '王经理', message: messages.at(-1)?.id, emoji: '🌟' })
  await company.calls('clock', { to: '+10m' })
  const { replies } = await company.calls('say', { as: '王经理', text: '/badge wall' })
  const address = /http\S+\/wall\/[\w-]+/.exec(replies[0]?.text ?? '')?.[0]
  if (!address) throw new Error('The honor wall gave no address.')
  const page = await openPage(from, { width: 1920, height: 1080 })
  await page.goto(address)
  await page.locator('.slide svg.seal').first().waitFor()
  await keep(page, file)
}

/** A window of this size, whose pictures are as wide as a README. */
function openPage(from: Browser, viewport: { width: number; height: number }): Promise<Page> {
  return from.newPage({ viewport, deviceScaleFactor: WIDTH / viewport.width, reducedMotion: 'reduce' })
}

async function type(page: Page, line: string): Promise<void> {
  await page.locator('#line').fill(line)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
}

async function keep(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: file, animations: 'disabled' })
  await page.close()
  const { size } = statSync(file)
  if (size > MAX_BYTES)
    throw new Error(`${file} is ${size} bytes; a README’s picture has up to ${MAX_BYTES}.`)
  process.stdout.write(`${file} ${Math.round(size / 1000)} kB\n`)
}
