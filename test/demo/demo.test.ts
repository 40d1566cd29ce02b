import { expect, test } from 'vitest'
import { ADMIN, TEAMS } from '../../src/demo/cast.ts'
import { ensureDemo } from '../../src/demo/ensure-demo.ts'
import { demoMonths, quarterOf } from '../../src/demo/quarter.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import type { Event } from '../../src/kernel/event.ts'
import { findPeople } from '../../src/people/store.ts'
import { toText } from '../../src/view/text.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { testClock } from '../support/team.ts'

async function demo(now = '2026-11-20T02:00:00.000Z') {
  const database = await sqliteDatabase()
  const app = createApp({ database, features, clock: testClock(now) })
  const made = await ensureDemo(app, database)
  const says = async (name: string, text: string) => {
    const [person] = await findPeople(await app.reading('demo'), name)
    const by = { platform: 'test', home: 'demo', by: { id: name }, at: now, delivery: text }
    const event: Event = { kind: 'message', text, ...by }
    const { view } = await app.receiveAs('demo', person?.id ?? '', event)
    return view ? toText(view, 'zh-CN') : ''
  }
  return { database, app, made, says }
}

test('the demo begins with people, targets, a plan and a quarter of deals, and is made once', async () => {
  const { database, app, made, says } = await demo()
  expect(made).toBe(true)
  expect(await ensureDemo(app, database)).toBe(false)
  for (const { members } of TEAMS) {
    for (const { name } of members) expect(await says(name, '提成')).toContain('达成')
  }
  expect(await says('王经理', '排行榜 签约')).toContain('韩梅梅')
  expect(await says(ADMIN, '战鼓 设置')).toContain('销售一部')
})

test('the first line that a visitor is offered is taken without a question', async () => {
  const { says } = await demo()
  for (const name of ['李雷', '韩梅梅', '张伟'])
    expect(await says(name, '签单 华为 12万')).toContain('记好了')
})

test('it can be made on any day of the year', async () => {
  for (const day of ['2026-01-01', '2026-02-28', '2026-10-01', '2028-02-29', '2026-12-31']) {
    const { says } = await demo(`${day}T04:00:00.000Z`)
    expect(await says('李雷', '提成')).toContain('税前')
  }
})

test('a quarter of deals is the same for the same person and day, and lies in the past', () => {
  const person = { id: 'p', name: '李雷', target: 1_000_000, form: 100 }
  const deals = quarterOf(person, '2026-11-20')
  expect(deals).toEqual(quarterOf(person, '2026-11-20'))
  expect(demoMonths('2026-11-20')).toEqual(['2026-09', '2026-10', '2026-11'])
  expect(deals.length).toBeGreaterThan(12)
  for (const deal of deals) {
    expect(deal.signedOn < '2026-11-20' && deal.signedOn >= '2026-09-01').toBe(true)
    expect(deal.amountMinor).toBeGreaterThan(0)
    expect((deal.firstContactOn ?? '') < deal.signedOn).toBe(true)
  }
})
