import { Failed, type Terminal } from '../cli.ts'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { counted } from '../kernel/counted.ts'
import { machineClock } from '../kernel/time.ts'
import { coverageOn } from '../kernel/workdays.ts'
import { openMigrated } from './opening.ts'

interface Finding {
  ok: boolean
  /** Nothing is wrong yet, but somebody should know. */
  warns?: boolean
  says: string
}

/** `drumbeat doctor`: a line for each thing checked; exit code 1 when one of them is wrong. */
export async function doctor(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  const findings: Finding[] = [{ ok: true, says: 'Configuration: nothing wrong with it.' }]
  const { database } = await openMigrated(config, terminal.cwd)
  try {
    findings.push(await databaseFinding(database, config), clockFinding(), calendarFinding())
    findings.push(await slackFinding(config))
  } finally {
    await database.close()
  }
  for (const { ok, warns, says } of findings) terminal.out(`${ok ? (warns ? '!  ' : 'ok ') : 'NO '} ${says}`)
  const wrong = findings.filter((one) => !one.ok).length
  if (wrong > 0) throw new Failed(`${wrong} of ${findings.length} checks found something wrong.`)
}

async function databaseFinding(database: Database, config: Config): Promise<Finding> {
  const workspaces = await database.reads.selectFrom('workspace').select('id').execute()
  const where = config.databaseUrl ? 'PostgreSQL' : `SQLite in ${config.folder}`
  return { ok: true, says: `Database: ${where}, up to date, ${counted(workspaces.length, 'workspace')}.` }
}

/** Before the product existed: a machine whose battery died shows such a year. */
const FIRST_PLAUSIBLE_YEAR = '2026'

function clockFinding(): Finding {
  const now = machineClock.now()
  return { ok: now >= FIRST_PLAUSIBLE_YEAR, says: `Clock: ${now}.` }
}

function calendarFinding(): Finding {
  const coverage = coverageOn('china', machineClock.now().slice(0, 10))
  const says = `Calendar: China's holidays and make-up workdays are known until ${coverage?.until ?? 'no date'}.`
  const hint = ' Update Drumbeat, or let an admin enter the days with /drumbeat days.'
  const known = coverage?.state === 'known'
  return { ok: coverage !== undefined, warns: !known, says: known ? says : `${says}${hint}` }
}

async function slackFinding(config: Config): Promise<Finding> {
  if (!config.slack) return { ok: true, says: 'Slack: not configured; the playground runs instead.' }
  const { WebClient } = await import('@slack/web-api')
  const client = new WebClient(config.slack.botToken, {
    ...(config.slack.apiUrl ? { slackApiUrl: config.slack.apiUrl } : {}),
    retryConfig: { retries: 0 },
  })
  try {
    const answer = await client.auth.test()
    return { ok: true, says: `Slack: connected to ${answer.team} as ${answer.user}.` }
  } catch (error) {
    return {
      ok: false,
      says: `Slack: the bot token was refused (${error instanceof Error ? error.message : error}).`,
    }
  }
}
