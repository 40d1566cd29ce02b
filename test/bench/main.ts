import { parseArgs } from 'node:util'
import { burst } from './burst.ts'
import { type Program, pinOurselves, runToEnd, type Server, startServer } from './children.ts'
import {
  ADMIN,
  type Company,
  cacheFile,
  companyOf,
  freshCopy,
  importFresh,
  monthOf,
  peakMbOf,
  REPS,
} from './company.ts'
import { writeDeals } from './crm-file.ts'
import { ask, oneInFlight, type Variant } from './in-flight.ts'
import { median, percentile } from './medians.ts'
import { SIGNING_SECRET, startSlackStub } from './slack-stub.ts'
import { type Start, startOnce } from './start.ts'
import { type Figure, printed } from './table.ts'

const { values: options } = parseArgs({
  options: {
    /** How many deals the big company has. */
    deals: { type: 'string', default: '1000000' },
    /** Requests per variant, one in flight. */
    requests: { type: 'string', default: '3000' },
    /** A CRM's export to import in place of the generated one; its agents must be called Rep 1 to Rep 30. */
    file: { type: 'string' },
    /** Make the companies again. */
    fresh: { type: 'boolean', default: false },
    /** How many deals are signed in the month that is closed. */
    month: { type: 'string', default: '100000' },
    /** Only these parts: commands, burst, log, start, import, backtest, recompute, close. */
    only: { type: 'string', default: 'commands,burst,log,start,import,backtest,recompute,close' },
  },
})

const FEW = 1000
const COMMANDS = ['/commission', '/leaderboard'] as const
const BURST = { requests: 10_000, connections: 1000, reps: REPS }
const BURSTS = 5
const STARTS = 11
const LOG_ROUNDS = 15
const CRM_ROWS = 8800
const CRM_AGENTS = 30

const parts = options.only.split(',')
pinOurselves()
const stub = await startSlackStub()
const access = { SLACK_API_URL: stub.apiUrl, SLACK_SIGNING_SECRET: SIGNING_SECRET }
const few = await companyOf(FEW, options.fresh)
const many = await companyOf(Number(options.deals), options.fresh)
const figures: Figure[] = []
if (parts.includes('commands')) figures.push(...(await commands()))
if (parts.includes('burst')) figures.push(await bursts())
if (parts.includes('log')) figures.push(await logging())
if (parts.includes('start')) figures.push(...(await starts()))
if (parts.includes('import')) figures.push(...(await imports()))
if (parts.includes('backtest')) figures.push(...(await backtests()))
if (parts.includes('recompute')) figures.push(await recomputing())
if (parts.includes('close')) figures.push(...(await closing()))
stub.close()
console.log(printed(figures))

/** `/commission` and `/leaderboard` over signed HTTP, one in flight, against a bare Bolt command. */
async function commands(): Promise<Figure[]> {
  const [bolt, large, small] = [
    await startServer(bareBolt()),
    await startServer(drumbeat(many)),
    await startServer(drumbeat(few)),
  ]
  const hi: Variant = { name: 'hi', url: bolt.url, command: '/commission', took: [] }
  const at = (server: Server, size: string) =>
    COMMANDS.map((command): Variant => ({ name: `${command} ${size}`, url: server.url, command, took: [] }))
  const [ours, ofFew] = [at(large, 'many'), at(small, 'few')]
  for (const { url, command, name } of [...ours, ...ofFew]) {
    if (!(await ask(url, command, 1)).includes('blocks')) throw new Error(`${name} shows nothing.`)
  }
  await oneInFlight([hi, ...ours, ...ofFew], Number(options.requests), REPS)
  await Promise.all([bolt.stop(), large.stop(), small.stop()])
  const deals = grouped(many.deals)
  return ours.flatMap((variant, index) => {
    const same = ofFew[index] ?? variant
    return [
      ratio(`${variant.command} p50, ${deals} deals ÷ bare Bolt`, variant.took, hi.took, 50, 1.5),
      ratio(`${variant.command} p99, ${deals} deals ÷ bare Bolt`, variant.took, hi.took, 99, 2),
      ratio(
        `${variant.command} p50, ${deals} ÷ ${grouped(few.deals)} deals`,
        variant.took,
        same.took,
        50,
        1.15,
      ),
    ]
  })
}

async function bursts(): Promise<Figure> {
  const [bolt, large] = [await startServer(bareBolt()), await startServer(drumbeat(many))]
  const took = { bolt: [] as number[], ours: [] as number[] }
  for (let round = 0; round <= BURSTS; round += 1) {
    const theirs = await burst(bolt.url, COMMANDS, BURST)
    const ours = await burst(large.url, COMMANDS, BURST)
    if (round === 0) continue // both warm up first
    took.bolt.push(theirs)
    took.ours.push(ours)
  }
  await Promise.all([bolt.stop(), large.stop()])
  const [ours, theirs] = [median(took.ours), median(took.bolt)]
  return {
    what: '10,000 commands on 1,000 connections ÷ bare Bolt, none failed',
    measured: `${ours.toFixed(2)} s ÷ ${theirs.toFixed(2)} s`,
    value: ours / theirs,
    atMost: 1.5,
    unit: '×',
  }
}

async function logging(): Promise<Figure> {
  const said = await runToEnd(['test/bench/log-deals.ts', few.folder, String(LOG_ROUNDS), String(REPS)], {})
  const { oursMs, bareMs }: { oursMs: number; bareMs: number } = JSON.parse(said)
  return {
    what: 'deals logged a second ÷ the same statements bare',
    measured: `${(1000 / oursMs).toFixed(0)} ÷ ${(1000 / bareMs).toFixed(0)}`,
    value: bareMs / oursMs,
    atLeast: 0.5,
    unit: '×',
  }
}

/** From the start of the process to "listening", and to the first answer. */
async function starts(): Promise<Figure[]> {
  const programs = { bolt: bareBolt(), many: drumbeat(many), few: drumbeat(few) }
  const took = { bolt: [] as Start[], many: [] as Start[], few: [] as Start[] }
  for (let round = 0; round <= STARTS; round += 1) {
    for (const name of ['bolt', 'many', 'few'] as const) {
      const start = await startOnce(programs[name], COMMANDS[0])
      if (round > 0) took[name].push(start) // the first one fills the compile cache
    }
  }
  const listening = (starts: Start[]) => starts.map((start) => start.listeningMs)
  const answered = (starts: Start[]) => starts.map((start) => start.answeredMs)
  const [deals, fewDeals] = [grouped(many.deals), grouped(few.deals)]
  return [
    ratio(
      'start to listening ÷ bare Bolt from TypeScript',
      listening(took.many),
      listening(took.bolt),
      50,
      1.2,
    ),
    ratio(
      `start to listening, ${deals} ÷ ${fewDeals} deals`,
      listening(took.many),
      listening(took.few),
      50,
      1.1,
    ),
    ratio('start to the first answer ÷ bare Bolt', answered(took.many), answered(took.bolt), 50),
    ratio(
      `start to the first answer, ${deals} ÷ ${fewDeals} deals`,
      answered(took.many),
      answered(took.few),
      50,
      1.1,
    ),
  ]
}

async function imports(): Promise<Figure[]> {
  const file = options.file ?? (await crmFile())
  const crm = await importFresh(file, CRM_AGENTS)
  return [
    {
      what: `import of ${options.file ?? `a CRM's ${grouped(CRM_ROWS)} rows`}`,
      measured: `${crm.peakMb.toFixed(0)} MB`,
      value: crm.seconds,
      atMost: 2,
      unit: ' s',
    },
    {
      what: `import of ${grouped(many.deals)} deals: peak memory`,
      measured: `${many.import.seconds.toFixed(1)} s`,
      value: many.import.peakMb,
      atMost: 400,
      unit: ' MB',
    },
  ]
}

/** A draft that looks at every deal, over the year in which they were signed. */
async function backtests(): Promise<Figure[]> {
  const year = new Date().getFullYear()
  const words = ['plan', 'test', 'plans/new-business.yml', '--from', `${year - 1}-01`, '--to', `${year}-12`]
  const started = performance.now()
  const said = await runToEnd(['test/bench/peak.ts', ...words], { DRUMBEAT_DATA: many.folder })
  const seconds = (performance.now() - started) / 1000
  const what = `backtest over ${grouped(many.deals)} deals of ${grouped(REPS)} people`
  return [
    { what, measured: '', value: seconds, atMost: 10, unit: ' s' },
    { what: `${what}: peak memory`, measured: '', value: peakMbOf(said), atMost: 500, unit: ' MB' },
  ]
}

/** Everybody's pay of a month, worked out anew, against the bare queries that read the same rows. */
async function recomputing(): Promise<Figure> {
  const { folder, month, deals } = await monthOf(Number(options.month), options.fresh)
  const said = await runToEnd(['test/bench/recompute.ts', folder, month], {})
  const { oursMs, bareMs }: { oursMs: number; bareMs: number } = JSON.parse(said)
  return {
    what: `a month of ${grouped(REPS)} people, ${grouped(deals)} deals, worked out ÷ read bare`,
    measured: `${oursMs.toFixed(0)} ms ÷ ${bareMs.toFixed(0)} ms`,
    value: oursMs / bareMs,
    atMost: 2,
    unit: '×',
  }
}

/** Freezing that month on the command line, from the start of the process to its end. */
async function closing(): Promise<Figure[]> {
  const { folder, month, deals } = await monthOf(Number(options.month), options.fresh)
  const copy = freshCopy(folder, 'bench-close')
  const words = ['say', '--as', ADMIN, `/commission freeze ${month}`]
  const started = performance.now()
  const said = await runToEnd(['test/bench/peak.ts', ...words], { DRUMBEAT_DATA: copy })
  const seconds = (performance.now() - started) / 1000
  if (!said.includes(`${REPS} statements`)) throw new Error(`The month was not closed: ${said}`)
  const what = `closing a month of ${grouped(REPS)} people, ${grouped(deals)} deals`
  return [
    { what, measured: '', value: seconds, atMost: 5, unit: ' s' },
    { what: `${what}: peak memory`, measured: '', value: peakMbOf(said), unit: ' MB' },
  ]
}

/** As a CRM of thirty people writes it: about half of the opportunities were won. */
async function crmFile(): Promise<string> {
  const file = cacheFile('crm.csv')
  const shape = { rows: CRM_ROWS, agents: CRM_AGENTS, customers: 85, wonPercent: 48, today: new Date() }
  await writeDeals(file, shape)
  return file
}

function bareBolt(): Program {
  return { words: ['test/bench/bare-bolt.ts'], env: access }
}

function drumbeat({ folder }: Company): Program {
  const own = { SLACK_BOT_TOKEN: 'xoxb-bench', DRUMBEAT_DATA: folder, PORT: '0', HOST: '127.0.0.1' }
  return { words: ['bin/drumbeat.mjs', 'start'], env: { ...access, ...own, LOG_LEVEL: 'error' } }
}

/** Without a goal it only informs. */
function ratio(what: string, ours: number[], theirs: number[], percent: number, atMost?: number): Figure {
  const [our, their] = [percentile(ours, percent), percentile(theirs, percent)]
  const measured = `${our.toFixed(2)} ms ÷ ${their.toFixed(2)} ms`
  return { what, measured, value: our / their, unit: '×', ...(atMost === undefined ? {} : { atMost }) }
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
