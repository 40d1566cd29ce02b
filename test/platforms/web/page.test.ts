import { expect, test } from 'vitest'
import { addNeighbour, startPlayground } from './harness.ts'
import { drum } from './small-feature.ts'

const features = [drum]

test('the page is in the reader’s language, and shows rooms, people and what was said', async () => {
  const { ask, says, tries } = await startPlayground({ features })
  await says('李雷', '大家好', 'sales')
  const chinese = await (await ask('/?as=韩梅梅&in=sales')).text()
  expect(chinese).toContain('<html lang="zh-CN">')
  for (const words of [
    '# sales',
    '# deals',
    '# retro',
    '战鼓',
    '大家好',
    '销售 · 销售一部',
    '11月20日 周五 10:00',
  ])
    expect(chinese).toContain(words)
  await tries('locale', { locale: 'en' })
  const english = await (await ask('/?as=韩梅梅&in=sales')).text()
  expect(english).toContain('<html lang="en">')
  for (const words of ['Private', 'Honor wall', 'rep · 销售一部', 'Fri 20 Nov 2026, 10:00'])
    expect(english.includes(words)).toBe(words !== 'Honor wall')
})

test('who was here last is here again', async () => {
  const { ask } = await startPlayground({ features })
  const first = await ask('/?as=王经理')
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await ask('/', { headers: { cookie } })).text()).toContain('aria-label="我是 王经理"')
  expect(await (await ask('/', { headers: { cookie: 'drumbeat-as=nobody' } })).text()).not.toContain(
    '我是 王经理',
  )
})

test('an old link to what is gone leads to the front door', async () => {
  const { ask } = await startPlayground({ features })
  for (const link of [
    '/?as=nobody',
    '/?as=李雷&in=nowhere',
    '/?as=李雷&thread=nothing',
    '/?workspace=gone',
  ]) {
    const response = await ask(link)
    expect([link, response.status, response.headers.get('location')]).toEqual([link, 302, '/'])
  }
})

test('with a second workspace there is a switch between them, and its own people', async () => {
  const { ask, team } = await startPlayground({ features })
  expect(await (await ask('/')).text()).not.toContain('houses-menu')
  await addNeighbour(team)
  const other = await (await ask('/?workspace=other')).text()
  expect(other).toContain('houses-menu')
  expect(other).toContain('我是 隔壁老王')
  expect(other).not.toContain('李雷')
})

test('the three suggestions go as they are typed', async () => {
  const { ask, says } = await startPlayground({ features })
  const open = async () =>
    (await (await ask('/?as=李雷')).text()).match(/<li(?: class="done")?><button type="button" data-line/g)
  expect(await open()).toHaveLength(3)
  await says('李雷', '/commission')
  expect((await open())?.filter((one) => one.includes('done'))).toHaveLength(1)
  await says('李雷', '/deal add 华为 12万')
  await says('李雷', '/leaderboard')
  expect(await open()).toBeNull()
})

test('where nobody works yet, it says how to begin', async () => {
  const { ask, team } = await startPlayground({ features })
  await team.database.write((tables) => tables.updateTable('person').set({ left_on: '2020-01-01' }).execute())
  expect(await (await ask('/', { headers: { 'accept-language': 'en-GB,en' } })).text()).toContain(
    'drumbeat import people',
  )
  expect((await ask('/api/say')).status).toBe(404)
})
