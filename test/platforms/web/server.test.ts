import { expect, test } from 'vitest'
import type { Feature } from '../../../src/kernel/feature.ts'
import { createWeb } from '../../../src/platforms/web/server.ts'
import { startTeam } from '../../support/team.ts'
import { startPlayground } from './harness.ts'
import { drum } from './small-feature.ts'

const features = [drum]

test('health says how the database, the outbox and the clock are', async () => {
  const { ask, team } = await startPlayground({ features })
  const healthy = await ask('/health', { headers: { host: 'whatever' } })
  expect(healthy.status).toBe(200)
  expect(await healthy.json()).toMatchObject({
    status: 'ok',
    database: { ok: true, engine: 'sqlite' },
    outbox: { ok: true, waiting: 0, overdue: 0, failed: 0, oldestLateSeconds: 0 },
    clock: { now: '2026-11-20T02:00:00.000Z' },
    calendar: { until: expect.stringMatching(/^20\d\d-12-31$/) },
  })
  await team.write('李雷', async (scope) => {
    await scope.post({ to: { channel: 'deals' }, view: { summary: '1', blocks: [] } })
  })
  team.clock.moveTo('2026-11-20T02:16:00.000Z')
  const late = await ask('/health')
  expect(late.status).toBe(200)
})

test('posts that nobody delivers, or a database that is gone, make it ailing', async () => {
  const { ask, team } = await startPlayground({ features })
  await team.database.write((tables) =>
    tables
      .insertInto('post')
      .values({
        workspace: team.workspace,
        id: 'stuck',
        post_key: null,
        platform: 'slack',
        home: 'T9',
        to_kind: 'channel',
        to_id: 'C9',
        subject: null,
        view: '{}',
        status: 'waiting',
        due_at: '2026-11-20T01:00:00.000Z',
        claimed_until: null,
        external_channel: null,
        external_message: null,
        error: null,
        created_at: '2026-11-20T01:00:00.000Z',
        sent_at: null,
      })
      .execute(),
  )
  const stuck = await ask('/health')
  expect(stuck.status).toBe(503)
  expect(await stuck.json()).toMatchObject({
    status: 'ailing',
    outbox: { ok: false, overdue: 1, oldestLateSeconds: 3600 },
  })
  await team.database.close()
  const gone = await ask('/health')
  expect([gone.status, await gone.json()]).toMatchObject([503, { database: { ok: false } }])
})

test('metrics count what was answered and what waits', async () => {
  const { ask, says } = await startPlayground({ features })
  await says('李雷', '/drum later 咚')
  await says('李雷', '打鼓 咚')
  const metrics = await (await ask('/metrics')).text()
  expect(metrics).toContain('drumbeat_answered_total{kind="command"} 1')
  expect(metrics).toContain('drumbeat_answered_total{kind="message"} 1')
  expect(metrics).toMatch(/drumbeat_posts\{state="waiting"\} [1-9]/)
  expect(metrics).toContain('process_cpu_user_seconds_total')
  expect(metrics).not.toContain('李雷')
})

test('the port is listened on here alone, and closed again in good time', async () => {
  const { web, start } = await startPlayground({ features })
  const url = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const stream = await fetch(`${url}/api/live?as=${encodeURIComponent('李雷')}`)
  expect(stream.status).toBe(200)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  await web.stop()
  await expect(fetch(`${url}/health`)).rejects.toThrow()
  expect(await stream.text()).toContain('event: clock')
})

test('with HOST it listens elsewhere and warns; with a chat platform there is no playground', async () => {
  const team = await startTeam({ features })
  const warnings: object[] = []
  const log = { warn: (facts: object) => void warnings.push(facts), error: () => {} }
  const parts = { app: team.app, database: team.database, log }
  const open = createWeb({
    ...parts,
    config: { host: '0.0.0.0', port: 0 },
    playground: { clock: team.clock },
  })
  await open.start()
  await open.stop()
  expect(warnings).toEqual([{ host: '0.0.0.0' }])

  const connected = createWeb({ ...parts, config: { port: 0 } })
  expect(connected.platform).toBeUndefined()
  const headers = { host: 'localhost:0' }
  expect((await connected.routes.request('/', { headers })).status).toBe(404)
  expect((await connected.routes.request('/api/people', { headers })).status).toBe(404)
  expect((await connected.routes.request('/health')).status).toBe(200)
})

test('a taken port is an error that its caller can explain', async () => {
  const { start, team } = await startPlayground({ features })
  const url = await start()
  const second = createWeb({
    app: team.app,
    database: team.database,
    config: { port: Number(new URL(url).port) },
    log: { warn: () => {}, error: () => {} },
    playground: { clock: team.clock },
  })
  await expect(second.start()).rejects.toThrow(/^Port \d+ is in use\. Choose another one with PORT\.$/)
})

test('an open page hears of messages for its eyes, and of the clock', async () => {
  const { start, says, clockTo } = await startPlayground({ features })
  const url = await start()
  const heard = await listen(`${url}/api/live?as=${encodeURIComponent('韩梅梅')}`)
  await says('李雷', '大家好', 'sales')
  await says('李雷', '/drum 只给我', 'sales')
  await says('韩梅梅', '/drum 只给你', 'sales')
  await clockTo('+2m')
  const events = await heard(7)
  const clocks = events.filter((one) => one.event === 'clock').map((one) => one.data.words)
  expect(clocks).toEqual(['2026年11月20日 周五 10:00', '2026年11月20日 周五 10:02'])
  const messages = events.filter((one) => one.event === 'message')
  expect(messages.map((one) => [one.data.in, one.data.mine])).toEqual([
    ['sales', false],
    ['deals', false],
    ['sales', true],
    ['deals', false],
    ['sales', false],
  ])
  expect(messages.map((one) => one.data.html).join()).not.toContain('/drum 只给我')
})

test('an open page sees how far long work is, where the answer will stand', async () => {
  const { start, says, presses } = await startPlayground({ features })
  const url = await start()
  const heard = await listen(`${url}/api/live?as=${encodeURIComponent('李雷')}`)
  const { replies } = await says('李雷', '/drum long', 'sales')
  const [answer] = replies
  await presses('李雷', answer?.id ?? '', 'drum.long')
  const messages = (await heard(7)).filter((one) => one.event === 'message').map((one) => one.data)
  expect(messages.map((one) => [one.id === answer?.id, wordsIn(one.html)])).toEqual([
    [false, '/drum long'],
    [true, '正在处理：50%'],
    [true, '敲完了。'],
    [true, '正在处理：75%'],
    [true, '敲完了。'],
    [false, '够了。'],
  ])
})

/** The one of these texts that a message says. */
const wordsIn = (html = '') => /\/drum long|正在处理：\d+%|敲完了。|够了。/.exec(html)?.[0]

test("a slice's page is for those who hold its key, and says when it has changed", async () => {
  let shown = 'v1'
  let key: string | undefined = 'secret-key'
  const wall: Feature = {
    name: 'wall',
    pages: [
      {
        name: 'wall',
        keyOf: () => key,
        html: async (scope) => `<h1>${scope.workspace.name}</h1>`,
        facts: async () => ({ shown }),
        version: async () => shown,
      },
    ],
  }
  const { ask, start, says } = await startPlayground({ features: [drum, wall] })
  expect(await (await ask('/wall/secret-key')).text()).toMatch(/^<h1>.+<\/h1>$/)
  expect(await (await ask('/wall/secret-key/facts')).json()).toEqual({
    version: 'v1',
    facts: { shown: 'v1' },
  })
  for (const wrong of [
    '/wall/secret-kez',
    '/wall/',
    '/wall/secret-key2/facts',
    '/wall/x/live',
    '/board/secret-key',
  ])
    expect((await ask(wrong)).status).toBe(404)
  expect(await (await ask('/?as=李雷')).text()).toContain('href="/wall/secret-key"')

  const url = await start()
  const heard = await listen(`${url}/wall/secret-key/live`)
  await heard(1)
  shown = 'v2'
  await says('李雷', '/drum 咚')
  expect((await heard(2)).map((one) => one.raw)).toEqual(['v1', 'v2'])

  key = undefined
  expect((await ask('/wall/secret-key')).status).toBe(404)
  expect(await (await ask('/?as=李雷')).text()).not.toContain('/wall/')
})

interface Heard {
  event: string
  raw: string
  data: { id?: string; words?: string; in?: string; mine?: boolean; html?: string }
}

/** Opens a stream of events. Gives a way to wait until so many of them have come in. */
async function listen(url: string): Promise<(count: number) => Promise<Heard[]>> {
  const response = await fetch(url)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const events = () =>
    [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event = '', raw = '']): Heard => {
      return { event, raw, data: raw.startsWith('{') ? JSON.parse(raw) : {} }
    })
  return async (count) => {
    while (events().length < count) {
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      text += value
    }
    return events()
  }
}
