import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { type FakeSlack, startFakeSlack } from './fake-slack.ts'
import { httpLine, SIGNING_SECRET, socketLine } from './line.ts'
import { slackPeople } from './slack-people.ts'
import { LI_LEI, TRANSPORTS, type Transport } from './slack-team.ts'

const ROOT = join(import.meta.dirname, '../../..')
const ended: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end()
})

/** The product's own command, as a process; gives the line with which it says that it is ready. */
async function start(slack: FakeSlack, folder: string, transport: Transport) {
  const child = spawn(process.execPath, ['bin/drumbeat.mjs', 'start'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DRUMBEAT_DATA: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_API_URL: slack.apiUrl,
      ...(transport === 'HTTP' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: 'xapp-test' }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  ended.push(() => child.kill('SIGKILL'))
  const ready = await readyLine(child)
  return { child, port: Number(/:(\d+)\//.exec(ready)?.[1]) }
}

async function readyLine(child: ChildProcess): Promise<string> {
  const said: string[] = []
  child.stderr?.on('data', (text) => said.push(String(text)))
  for await (const line of createInterface({ input: child.stdout ?? never() })) {
    said.push(line)
    if (line.includes('is connected to Slack')) return line
  }
  throw new Error(`It did not start: ${said.join('\n')}`)
}

function never(): never {
  throw new Error('The process has no output.')
}

test.each(TRANSPORTS)(
  'the start command connects over %s, answers, survives a kill, and stops in order',
  async (transport) => {
    const folder = mkdtempSync(join(tmpdir(), 'drumbeat-slack-'))
    ended.push(() => rmSync(folder, { recursive: true }))
    const slack = await startFakeSlack()
    ended.push(slack.close)
    slack.users.set(LI_LEI.id, { ...LI_LEI, isAdmin: true })
    const meet = (port: number) =>
      slackPeople(slack, transport === 'HTTP' ? httpLine(port) : socketLine(slack))

    const first = await start(slack, folder, transport)
    const logged = await meet(first.port).types(LI_LEI.id, '/deal add 华为 12万')
    expect(logged.body.text).toContain('D-1')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await start(slack, folder, transport)
    const people = meet(second.port)
    expect((await people.types(LI_LEI.id, '/deal show D-1')).body.text).toContain('华为')
    second.child.kill('SIGTERM')
    const [code] = await once(second.child, 'exit')
    expect(code).toBe(0)
  },
)
