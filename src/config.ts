import { isIP } from 'node:net'
import { z } from 'zod'

/** What the environment asks for. Unknown variables are nobody's business; wrong ones are all named at once. */
export interface Config {
  /** The folder of the database file and everything else that is kept. */
  folder: string
  databaseUrl?: string
  host?: string
  port: number
  /** Where people's browsers reach the web pages, when not at the address that is listened on. */
  publicUrl?: string
  logLevel: LogLevel
  /** External ids of people who are admins from the start. */
  admins: string[]
  slack?: SlackConfig
}

export interface SlackConfig {
  botToken: string
  /** Socket Mode, when there is one. */
  appToken?: string
  /** HTTP, when there is no app token. */
  signingSecret?: string
  /** Another address of the Web API, for tests and local emulators; ends in a slash. */
  apiUrl?: string
}

type LogLevel = (typeof LOG_LEVELS)[number]
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Everything that is wrong with the configuration, a line each. */
export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`Configuration:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}`,
  })

const Environment = z.object({
  DRUMBEAT_DATA: z.string().min(1).default('data'),
  // Not held to be a URL: without a host it names a Unix socket, `postgres://user@/name?host=/folder`.
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, { error: 'must be a URL that starts with postgres:// or postgresql://' })
    .optional(),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || /^[a-z0-9.-]+$/i.test(host), {
      error: 'must be a host name or an address',
    })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a number from 0 to 65535' })
    .default(3000),
  PUBLIC_URL: url('http:', 'https:').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  DRUMBEAT_ADMINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((id) => id !== '')),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', { error: 'must start with xoxb-' }).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', { error: 'must start with xapp-' }).optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, { error: 'is too short to be a signing secret' }).optional(),
  SLACK_API_URL: url('http:', 'https:')
    .transform((text) => (text.endsWith('/') ? text : `${text}/`))
    .optional(),
})

/** Reads the environment. Throws a ConfigError that lists every problem, and never shows a secret. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  problems.push(...slackProblems(given))
  if (!read.success || problems.length > 0) throw new ConfigError(problems)
  const env = read.data
  return {
    folder: env.DRUMBEAT_DATA,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.HOST ? { host: env.HOST } : {}),
    port: env.PORT,
    ...(env.PUBLIC_URL ? { publicUrl: env.PUBLIC_URL } : {}),
    logLevel: env.LOG_LEVEL,
    admins: env.DRUMBEAT_ADMINS,
    ...(env.SLACK_BOT_TOKEN
      ? {
          slack: {
            botToken: env.SLACK_BOT_TOKEN,
            ...(env.SLACK_APP_TOKEN ? { appToken: env.SLACK_APP_TOKEN } : {}),
            ...(env.SLACK_SIGNING_SECRET ? { signingSecret: env.SLACK_SIGNING_SECRET } : {}),
            ...(env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {}),
          },
        }
      : {}),
  }
}

/** What is missing for Slack, where anything of Slack is set. */
function slackProblems(given: Record<string, string | undefined>): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given
  const problems: string[] = []
  if ((app || secret || given.SLACK_API_URL) && !bot)
    problems.push('SLACK_BOT_TOKEN is missing: it is the “Bot User OAuth Token” of your Slack app (xoxb-…)')
  if (bot && !app && !secret)
    problems.push('SLACK_APP_TOKEN (xapp-…, for Socket Mode) or SLACK_SIGNING_SECRET (for HTTP) is missing')
  return problems
}
