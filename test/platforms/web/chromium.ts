import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { EXECUTABLE } from '../../support/browser.ts'

export { launch } from '../../support/browser.ts'

/** Whether the tests that need a browser can run. On CI they must: there, a missing browser is a failure. */
export const hasChromium = existsSync(EXECUTABLE) || process.env.CI === 'true'

/** Says by name what was not tested, and what to install. */
export function sayWhatIsSkipped(what: string): void {
  if (hasChromium) return
  const words = `SKIPPED: ${what} needs Chromium, and there is none at ${EXECUTABLE} (apt-get install chromium, or set CHROMIUM)`
  process.stderr.write(`\n${words}\n\n`)
  test.skip(words, () => {})
}

/** What stands out of the page to the right, and does not scroll by itself: on a phone there must be nothing. */
export const outOfSight = (page: Page): Promise<string[]> => page.evaluate(script('out-of-sight'))

/** What is wider than the element that hides the rest of it. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(script('cut-off'))

/** Texts that stand out too little from their ground: everything readable needs 4.5:1. */
export const tooFaint = (page: Page): Promise<string[]> => page.evaluate(script('too-faint'))

/** The name of the field that has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.name')

/** What is to run in the page is plain JavaScript: the types of a browser are none of the tests'. */
function script(name: string): string {
  return readFileSync(join(import.meta.dirname, `in-page/${name}.js`), 'utf8')
}
