import { writeSync } from 'node:fs'
import { openSqlite } from '../../src/db/sqlite.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import { plainText, type View } from '../../src/view/view.ts'
import { journalPlatform } from './journal.ts'
import { randomFrom } from './random.ts'

/**
 * A process to be killed: logs deals one batch after the other, ticks, and delivers, all at once, from a moment on.
 * Says a line for each deal that was answered. It ends by itself after `until` deals.
 */
const [database = '', journal = '', moment = '', name = '', from = '0', until = '1000000', seed = '0'] =
  process.argv.slice(2)
const REPS = ['p-李雷', 'p-韩梅梅', 'p-吴婷']
const EVERY_FOURTH = 4

const started = performance.now()
const clock = {
  now: () => new Date(Date.parse(moment) + Math.floor(performance.now() - started)).toISOString(),
}
const app = createApp({
  database: openSqlite(database),
  features,
  clock,
  onFailure: (what, error) => say(`failed ${what}: ${error instanceof Error ? error.stack : error}`),
})
app.connect(journalPlatform(journal, randomFrom(Number(seed))))
say('working')
let ended = false
const clockwork = tickAndDeliver()
for (let deal = Number(from); deal < Number(until); deal += REPS.length)
  await Promise.all(REPS.map((rep, index) => logDeal(rep, deal + index)))
ended = true
await clockwork
say('done')

async function tickAndDeliver(): Promise<void> {
  while (!ended) {
    await app.tick()
    await app.deliverDue()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The same deal has the same delivery, whichever process logs it: to the app, a platform's repeat. */
async function logDeal(rep: string, deal: number): Promise<void> {
  const logged = await command(rep, `add-${deal}`, `add 客户${name}${deal} ${1000 + (deal % 50)}`)
  const number = /D-\d+/.exec(logged)?.[0]
  if (!number) return say(`failed ${logged}`)
  if (deal % EVERY_FOURTH === 0) {
    const collected = await command(rep, `collect-${deal}`, `collect ${number} 300`)
    if (!collected.includes(number)) return say(`failed ${collected}`)
  }
  say(`logged ${deal}`)
}

async function command(rep: string, delivery: string, text: string): Promise<string> {
  const { view } = await app.receive({
    kind: 'command',
    platform: 'test',
    home: 'T1',
    name: 'deal',
    text,
    by: { id: rep },
    at: clock.now(),
    delivery: `${name}-${delivery}`,
  })
  return view ? wordsOf(view) : ''
}

function wordsOf(view: View): string {
  return [view.summary, ...view.blocks.map((block) => ('text' in block ? plainText(block.text) : ''))].join(
    ' ',
  )
}

/** At once, whatever happens next. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}
