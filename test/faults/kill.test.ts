import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { secondsAfter } from '../../src/kernel/time.ts'
import { answered, expectNothingLostOrDoubled, foundCompany, startChild } from './company.ts'
import { randomFrom } from './random.ts'

const KILLS = Number(process.env.DRUMBEAT_KILLS ?? 20)
const SEED = Number(process.env.DRUMBEAT_SEED ?? Date.now() % 1_000_000)

/** Friday, ten minutes before the retro opens at 16:00 in Shanghai: it falls into the tenth life. */
const BEGINNING = '2026-11-20T07:50:30.000Z'
const A_MINUTE = 60

test(`${KILLS} times killed at a random moment: nothing is lost, nothing doubled (DRUMBEAT_SEED=${SEED})`, {
  timeout: 60_000 + KILLS * 3000,
}, async () => {
  const random = randomFrom(SEED)
  const company = await foundCompany(BEGINNING)
  // One that ends by itself leaves its compiled code behind: the others start quicker.
  const first = startChild(company, { at: BEGINNING, name: '', from: 0, until: 3, seed: SEED })
  expect(await first.ended).toBe(0)
  const done = new Set(answered(first.lines))
  let moment = BEGINNING
  for (let kill = 1; kill <= KILLS; kill += 1) {
    moment = secondsAfter(moment, A_MINUTE)
    // Repeats a few that were answered, as a platform may that has not heard the answer.
    const from = Math.max(done.size - 3, 0)
    const child = startChild(company, { at: moment, name: '', from, seed: SEED + kill })
    await child.working
    await pause(random() * 250)
    await child.kill()
    expect(child.lines[0]).toBe('working')
    for (const deal of answered(child.lines)) done.add(deal)
  }
  expect(done.size).toBeGreaterThan(KILLS)
  const promised = [...done].map((deal) => `客户${deal}`)
  await expectNothingLostOrDoubled(company, promised, secondsAfter(moment, A_MINUTE))
})

test('killed again and again inside the minute of the retro: it is opened once', {
  timeout: 60_000,
}, async () => {
  const random = randomFrom(SEED)
  const company = await foundCompany(BEGINNING)
  const opening = '2026-11-20T08:00:00.000Z'
  for (let life = 0; life < 5; life += 1) {
    const at = secondsAfter(opening, life)
    const child = startChild(company, { at, name: `${life}-`, from: 0, seed: SEED + life })
    await child.working
    await pause(random() * 120)
    await child.kill()
  }
  await expectNothingLostOrDoubled(company, [], secondsAfter(opening, A_MINUTE))
})

test('four processes on one database, one of them killed', { timeout: 120_000 }, async () => {
  const company = await foundCompany(BEGINNING)
  const at = '2026-11-20T08:00:00.000Z'
  const names = ['甲', '乙', '丙']
  const lasting = names.map((name, index) =>
    startChild(company, { at, name, from: 0, until: 30, seed: SEED + index }),
  )
  const dying = startChild(company, { at, name: '丁', from: 0, seed: SEED + names.length })
  await dying.working
  await pause(200)
  await dying.kill()
  expect(await Promise.all(lasting.map((child) => child.ended))).toEqual([0, 0, 0])
  const promised = [...lasting, dying].flatMap(({ lines }, index) =>
    answered(lines).map((deal) => `客户${[...names, '丁'][index]}${deal}`),
  )
  expect(promised.length).toBeGreaterThanOrEqual(90)
  await expectNothingLostOrDoubled(company, promised, secondsAfter(at, 3 * A_MINUTE))
})
