import { describe, expect, test } from 'vitest'
import { type Address, ownSiteOnly } from '../../../src/platforms/web/guard.ts'
import { startPlayground } from './harness.ts'
import { drum } from './small-feature.ts'

const features = [drum]
const json = { 'content-type': 'application/json' }

describe('only the own site is answered', () => {
  const local: Address = { host: '127.0.0.1', port: 3000 }
  const everywhere: Address = { host: '0.0.0.0', port: 3000 }
  const published: Address = { host: '0.0.0.0', port: 3000, publicUrl: 'https://drumbeat.example.com' }

  test.each<[Address, string, boolean]>([
    [local, 'localhost:3000', true],
    [local, '127.0.0.1:3000', true],
    [local, '[::1]:3000', true],
    [local, 'LOCALHOST:3000', true],
    [local, 'localhost', false],
    [local, 'localhost:3001', false],
    [local, 'evil.example.com:3000', false],
    [local, 'localhost.evil.example.com:3000', false],
    [local, 'evil@localhost:3000', false],
    [local, '192.168.1.5:3000', false],
    [everywhere, '192.168.1.5:3000', true],
    [everywhere, 'evil.example.com:3000', false],
    [{ host: 'office.lan', port: 3000 }, 'office.lan:3000', true],
    [{ host: '127.0.0.1', port: 80 }, 'localhost', true],
    [published, 'drumbeat.example.com', true],
    [published, 'drumbeat.example.com:3000', false],
  ])('%j and Host %s: %s', async (address, host, answered) => {
    expect(await passes(address, { host })).toBe(answered)
  })

  test.each<[Address, string, boolean]>([
    [local, 'http://localhost:3000', true],
    [local, 'http://127.0.0.1:3000', true],
    [local, 'https://localhost:3000', false],
    [local, 'http://evil.example.com', false],
    [local, 'http://localhost:3001', false],
    [local, 'null', false],
    [published, 'https://drumbeat.example.com', true],
    [published, 'http://drumbeat.example.com', false],
  ])('%j and Origin %s: %s', async (address, origin, answered) => {
    const host = address.publicUrl ? 'drumbeat.example.com' : 'localhost:3000'
    expect(await passes(address, { host, origin })).toBe(answered)
  })

  async function passes(address: Address, headers: Record<string, string>): Promise<boolean> {
    const { Hono } = await import('hono')
    const app = new Hono()
    app.use(ownSiteOnly(() => address))
    app.post('/', (c) => c.text('answered'))
    app.onError((_error, c) => c.text('declined', 403))
    return (await app.request('/', { method: 'POST', headers })).status === 200
  }

  test('another site gets nothing of the playground, and nothing done', async () => {
    const { ask, messages } = await startPlayground({ features })
    const body = JSON.stringify({ as: '李雷', in: 'sales', text: '谢谢' })
    const foreign = { ...json, origin: 'https://evil.example.com' }
    const rebound = { ...json, host: 'evil.example.com' }
    const crossSite = { ...json, 'sec-fetch-site': 'cross-site' }
    for (const headers of [foreign, rebound, crossSite])
      expect((await ask('/api/say', { method: 'POST', headers, body })).status).toBe(403)
    expect((await ask('/', { headers: { host: 'evil.example.com' } })).status).toBe(403)
    expect(await messages('李雷', 'sales')).toEqual([])
  })
})

test('a page may load nothing from elsewhere, run nothing inline, and stand in no other page', async () => {
  const { ask } = await startPlayground({ features })
  const page = await ask('/?as=李雷')
  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  )
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  const html = await page.text()
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|https?:\/\/(?!www\.w3\.org)/)
})

test('what people write stays text, in the page, in the stream and in answers', async () => {
  const { says, ask } = await startPlayground({ features })
  const hostile = `<img src=x onerror=alert(1)>"'><script>alert(2)</script>&amp;`
  const { said } = await says('李雷', hostile, 'sales')
  const { replies } = await says('李雷', `/drum ${hostile}`, 'sales')
  const page = await (await ask('/?as=李雷&in=sales')).text()
  for (const html of [said.html, replies[0]?.html ?? '', page]) {
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).not.toMatch(/<img|<script>/)
  }
  expect(said.text).toBe(hostile)
})

test('what is not a readable request is refused, and the server lives on', async () => {
  const { ask, says } = await startPlayground({ features })
  const attempts: [RequestInit, number][] = [
    [{ headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
    [{ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'as=a&text=b' }, 415],
    [{ headers: json, body: '{"as":' }, 400],
    [{ headers: json, body: 'null' }, 400],
    [{ headers: json, body: '[]' }, 400],
    [{ headers: json, body: '"text"' }, 400],
    [{ headers: json, body: '' }, 400],
    [{ headers: json, body: '{"as":"李雷"}' }, 400],
    [{ headers: json, body: '{"as":{"$ne":1},"text":"x"}' }, 400],
    [{ headers: json, body: '{"as":"李雷","text":"   "}' }, 400],
    [{ headers: json, body: JSON.stringify({ as: '李雷', text: 'x'.repeat(300_000) }) }, 413],
  ]
  for (const [init, status] of attempts) {
    const response = await ask('/api/say', { method: 'POST', ...init })
    expect([init.body?.toString().slice(0, 20), response.status]).toEqual([
      init.body?.toString().slice(0, 20),
      status,
    ])
    expect(((await response.json()) as { error: string }).error).toMatch(/^[^\n]+$/)
  }
  expect((await says('李雷', '还在吗', 'sales')).said.text).toBe('还在吗')
})

test('long lines, rare characters and SQL pass through unharmed', async () => {
  const { says, messages } = await startPlayground({ features })
  const lines = ['长'.repeat(10_000), `𠮷野家 👩‍👩‍👧‍👦 \u202e反`, `'; DROP TABLE playground_message; --`]
  for (const line of lines) await says('李雷', line, 'sales')
  expect((await messages('韩梅梅', 'sales')).map((one) => one.text)).toEqual(lines)
})

test('only the files that belong to the page can be had', async () => {
  const { ask } = await startPlayground({ features })
  expect((await ask('/assets/playground/main.js')).headers.get('content-type')).toContain('text/javascript')
  for (const name of ['..%2fserver.ts', '../../server.ts', 'nothing.js', '%00', 'page.js/'])
    expect((await ask(`/assets/playground/${name}`)).status).toBe(404)
})

test('a file that has not changed is not sent twice', async () => {
  const { ask } = await startPlayground({ features })
  const first = await ask('/assets/playground/main.js')
  const again = await ask('/assets/playground/main.js', {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a failure of ours is said in one sentence, and logged without what was written', async () => {
  const { ask, says, team, logged } = await startPlayground({ features })
  await says('李雷', '保密的话', 'sales')
  await team.database.write((tables) => tables.schema.dropTable('playground_reaction').execute())
  const response = await ask('/api/messages?as=李雷&in=sales')
  expect([response.status, await response.json()]).toEqual([
    500,
    { error: 'Something went wrong on our side. Nothing was done.' },
  ])
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain('保密的话')
  expect(JSON.stringify(logged)).toContain('no such table')
})
