import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateAt } from '../../src/kernel/calendar.ts'
import { addDays } from '../../src/kernel/period.ts'
import { secondsAfter } from '../../src/kernel/time.ts'
import { type OwnDays, type Workdays, withOwnDays } from '../../src/kernel/workdays.ts'
import { addLeave, changeOwnDays, changeWorkspace, onLeave } from '../../src/people/store.ts'
import { pause, remove, restore, resume } from '../../src/rituals/pause.ts'
import { reschedule } from '../../src/rituals/reschedule.ts'
import type { Ritual } from '../../src/rituals/ritual.ts'
import { openingOf, runsOf } from '../../src/rituals/run-store.ts'
import { occurrences, readSchedule } from '../../src/rituals/schedule.ts'
import { removedRituals, ritualsOf } from '../../src/rituals/store.ts'
import { partOf } from '../../src/rituals/weekly-retro/store.ts'
import type { Team } from '../support/team.ts'
import { faultAt, tickAndDeliver } from './fault.ts'
import { inThread, teamWithRituals, threads } from './team-with-rituals.ts'

const DAY = 24 * 3600
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4320 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('back' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('crash' as const), posts: fc.integer({ min: 0, max: 6 }) }),
  },
  fc.record({ kind: fc.constant('both' as const) }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      to: fc.constantFrom('weekly fri 16:00', 'weekly fri 17:00', 'weekly thu 10:00', 'weekly mon 09:00'),
    }),
  },
  fc.record({ kind: fc.constant('pause' as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('go on' as const) }) },
  fc.record({ kind: fc.constant('remove' as const) }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move' as const), zone: fc.constantFrom(...ZONES) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('days' as const),
      off: fc.integer({ min: 0, max: 6 }),
      works: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), days: fc.integer({ min: 0, max: 8 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('however ticks, crashes, a second process, a moving clock, pauses, removals, changed schedules, zones, workdays and leave follow each other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const life = await begin()
      for (const one of steps) await live(life, one)
      await end(life)
    }),
    { numRuns: 40 },
  )
}, 240_000)

/** How retros were read for a while: each occurrence that came meanwhile was to be held. */
interface InForce {
  schedule: string
  zone: string
  calendar: Workdays
  from: string
  until: string
}

async function begin() {
  const fault = faultAt(undefined)
  const team = await teamWithRituals({ features: fault.features })
  const second = team.openAnother()
  second.connect(team.chat)
  const now = team.clock.now()
  return {
    team,
    second,
    fault,
    history: [] as InForce[],
    read: { schedule: 'weekly fri 16:00', zone: 'Asia/Shanghai', own: {} as OwnDays },
    since: now,
    /** The moment of the last tick in which nothing was killed: what came until then has been held. */
    servedUntil: now,
    stopped: undefined as 'paused' | 'removed' | undefined,
  }
}

type Life = Awaited<ReturnType<typeof begin>>

async function live(life: Life, one: Step): Promise<void> {
  const { team, fault } = life
  const now = team.clock.now()
  if (one.kind === 'wait') team.clock.moveTo(secondsAfter(now, one.minutes * 60))
  if (one.kind === 'back') team.clock.moveTo(secondsAfter(now, -one.minutes * 60))
  if (one.kind === 'crash') fault.strikeAt(one.posts)
  if (one.kind === 'leave') await takeLeave(team, one.days)
  if (one.kind === 'pause' && !life.stopped) {
    await each(team, pause)
    stop(life, 'paused', now)
  }
  if (one.kind === 'remove' && life.stopped !== 'removed') {
    await each(team, remove)
    stop(life, 'removed', life.servedUntil)
  }
  if (one.kind === 'go on' && life.stopped) {
    await (life.stopped === 'paused' ? each(team, resume) : restoreAll(team))
    life.stopped = undefined
    life.since = now
  }
  if (one.kind === 'change' && life.stopped !== 'removed') {
    await each(team, (scope, ritual) => reschedule(scope, ritual, one.to))
    readAnew(life, now, { schedule: one.to })
  }
  if (one.kind === 'move') {
    await team.write('赵敏', (scope) => changeWorkspace(scope, { zone: one.zone }))
    readAnew(life, life.servedUntil, { zone: one.zone })
  }
  if (one.kind === 'days') {
    const date = addDays(dateAt(now, life.read.zone), one.off)
    const own = { ...life.read.own, [date]: { works: one.works, name: '' } }
    await team.write('赵敏', (scope) => changeOwnDays(scope, undefined, () => own))
    readAnew(life, life.servedUntil, { own })
  }
  await tickAndLook(life, one.kind === 'both')
}

/** What a tick may do: nothing of what is stopped, and nothing to who is on leave. */
async function tickAndLook(life: Life, twice: boolean): Promise<void> {
  const { team, second } = life
  const before = await doneSoFar(team)
  const failed = team.failures.length
  if (twice) await Promise.all([tickAndDeliver(team.app), tickAndDeliver(second)])
  await tickAndDeliver(team.app)
  if (team.failures.length === failed) life.servedUntil = team.clock.now()
  const after = await doneSoFar(team)
  if (life.stopped) expect([after.opened, after.nudges]).toEqual([before.opened, before.nudges])
  if (life.stopped === 'removed') expect(after.summaries).toBe(before.summaries)
  const away = (await onLeave(await team.scope('赵敏'), dateAt(team.clock.now(), life.read.zone))).has(
    team.id('李雷'),
  )
  if (away) expect([after.asked, after.nudges]).toEqual([before.asked, before.nudges])
}

async function end(life: Life): Promise<void> {
  const { team, fault } = life
  fault.strikeAt(undefined)
  await tickAndDeliver(team.app)
  await team.until(secondsAfter(team.clock.now(), DAY))
  if (!life.stopped) life.history.push(inForce(life, team.clock.now()))
  await expectNothingTwice(team)
  await expectNothingForgotten(team, life.history)
  await team.database.close()
}

const inForce = ({ read, since }: Life, until: string): InForce => ({
  schedule: read.schedule,
  zone: read.zone,
  calendar: withOwnDays('mon-fri', read.own),
  from: since,
  until,
})

function stop(life: Life, how: 'paused' | 'removed', until: string): void {
  if (!life.stopped) life.history.push(inForce(life, until))
  life.stopped = how
}

function readAnew(life: Life, until: string, change: Partial<Life['read']>): void {
  if (!life.stopped) life.history.push(inForce(life, until))
  life.read = { ...life.read, ...change }
  life.since = life.team.clock.now()
}

type Scope = Parameters<Parameters<Team['write']>[1]>[0]

async function each(team: Team, work: (scope: Scope, ritual: Ritual) => Promise<unknown>): Promise<void> {
  await team.write('赵敏', async (scope) => {
    for (const ritual of await ritualsOf(scope, 'weekly-retro')) await work(scope, ritual)
  })
}

async function restoreAll(team: Team): Promise<void> {
  await team.write('赵敏', async (scope) => {
    for (const ritual of await removedRituals(scope)) await restore(scope, ritual)
  })
}

async function takeLeave(team: Team, days: number): Promise<void> {
  await team.write('李雷', async (scope) => {
    const from = dateAt(scope.now, scope.workspace.zone)
    await addLeave(scope, { person: scope.person.id, from, to: addDays(from, days) })
  })
}

/** Openings, prompts to 李雷, nudges to him and summaries, counted. */
async function doneSoFar(team: Team) {
  const scope = await team.scope('赵敏')
  let [opened, asked] = [0, 0]
  for (const ritual of [...(await ritualsOf(scope, 'weekly-retro')), ...(await removedRituals(scope))])
    for (const { occurrence, status } of await runsOf(scope, ritual.id, 100)) {
      if (status === 'done') opened += 1
      if (await partOf(scope, ritual.id, occurrence, team.id('李雷'))) asked += 1
    }
  const nudges = team.posts({ to: '李雷' }).filter(({ text }) => text.includes('还空着')).length
  const summaries = team.posts({ in: 'retro' }).filter(({ text }) => text.startsWith('总结')).length
  return { opened, asked, nudges, summaries }
}

/** Each week opens once for each team, each thread has one summary, and nobody is asked twice about a week. */
async function expectNothingTwice(team: Team): Promise<void> {
  const titles = threads(team, '周复盘 · ').map((root) => root.text.split('\n')[0])
  expect(new Set(titles).size).toBe(titles.length)
  for (const root of threads(team, '周复盘 · ')) {
    expect(inThread(team, root).filter((post) => post.text.startsWith('总结')).length).toBeLessThanOrEqual(1)
  }
  const { asked, nudges } = await doneSoFar(team)
  const prompts = team.posts({ to: '李雷' }).length - nudges
  const calledOff = threads(team, '销售一部的周复盘不开了').length
  const weeks = titles.filter((title) => title?.includes('销售一部')).length + calledOff
  expect(prompts).toBeLessThanOrEqual(asked)
  expect(asked).toBeLessThanOrEqual(weeks)
  expect(nudges).toBeLessThanOrEqual(asked)
}

/** Every occurrence that came while it was in force has been held, or noted as missed or left out. */
async function expectNothingForgotten(team: Team, history: readonly InForce[]): Promise<void> {
  const scope = await team.app.reading(team.workspace)
  for (const ritual of [...(await ritualsOf(scope, 'weekly-retro')), ...(await removedRituals(scope))]) {
    for (const { schedule, from, until, ...almanac } of history) {
      for (const { occurrence, at } of occurrences(asSchedule(schedule), almanac, from, until)) {
        if (at <= ritual.createdAt) continue
        expect(await openingOf(scope, ritual.id, occurrence), `${occurrence} due at ${at}`).toBeDefined()
      }
    }
  }
}

function asSchedule(written: string) {
  const schedule = readSchedule(written)
  if (!schedule) throw new Error(`${written} is no schedule.`)
  return schedule
}
