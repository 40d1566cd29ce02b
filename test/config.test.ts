import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const SECRET = 'not-to-be-shown-anywhere'

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('nothing set means the playground on port 3000, with its data in data/', () => {
  expect(readConfig({})).toEqual({ folder: 'data', port: 3000, logLevel: 'info', admins: [] })
})

test('a bot token and an app token mean Slack by Socket Mode', () => {
  const { slack } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })
  expect(slack).toEqual({ botToken: 'xoxb-1', appToken: 'xapp-1' })
})

test('a signing secret means Slack by HTTP; the address of the API gets its slash', () => {
  const { slack, port } = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: '0123456789abcdef',
    SLACK_API_URL: 'http://127.0.0.1:9/api',
    PORT: '8080',
  })
  expect(slack?.apiUrl).toBe('http://127.0.0.1:9/api/')
  expect(port).toBe(8080)
})

test('everything that is wrong is said at once, and no secret is shown', () => {
  const problems = problemsOf({
    PORT: '99999',
    DATABASE_URL: `mysql://root:${SECRET}@localhost`,
    LOG_LEVEL: 'loud',
    SLACK_APP_TOKEN: SECRET,
  })
  expect(problems).toHaveLength(5)
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'])
    expect(problems.some((problem) => problem.startsWith(name))).toBe(true)
  expect(problems.join('\n')).not.toContain(SECRET)
})

test('PostgreSQL is reached by a host or by a socket', () => {
  for (const url of ['postgres://me:secret@db.example/sales', 'postgres://me@/sales?host=/run/postgresql'])
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
})

test('a bot token alone is not enough, and says what is missing', () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' }).join()).toContain('SLACK_SIGNING_SECRET')
})

test('empty variables count as not set', () => {
  expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '' }).port).toBe(3000)
})
