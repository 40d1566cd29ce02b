import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Event } from '../../src/kernel/event.ts'
import { SAY } from '../../src/kernel/feature.ts'
import { type Around, type Audience, audience } from '../product/audience.ts'
import { plainCast } from '../product/casts.ts'
import { registered } from '../product/registry.ts'
import { TOUR_BEGINS, tourAsFarAsItGoes } from '../product/tour.ts'
import type { Team } from '../support/team.ts'

/**
 * Whoever is in a Slack workspace can send any button's or form's values, whether they were shown them or not. On a
 * tour of the whole product each press and each form is therefore sent by somebody else first, with its real values.
 */
const FORGERS = [
  { who: 'a rep of another team', id: 'newcomer-0', name: '同事0' },
  { who: 'a colleague in the same team', id: 'newcomer-6', name: '同事6' },
]

/** Forms that are the presser's own, whoever presses, and why. */
const OPENS_FOR_ANYONE = new Map([
  ['button deal.form', 'logs one’s own deal'],
  ['button goal.add', 'sets one’s own goal'],
  ['button setup.change-me', 'sets how the bot writes to oneself'],
  ['button goal.add-objective', 'sets one’s own objective'],
  ['button timeoff.form', 'notes one’s own days off'],
  ['button goal.checkin-form', 'shows a goal that the tree shows everybody'],
  ['button commission.whatif', 'asks for amounts only'],
  ['button retro.fill', 'is the presser’s own part in the retro, where they have one'],
  ['button retro.item', 'is for everybody in the team'],
  ['button improve.add', 'writes one’s own item down'],
  ['button ritual.search', 'finds what the presser may read'],
  ['button calibration.contribute', 'is for everybody in the team'],
  ['button calibration.act', 'is for everybody in the team'],
  ['button calibration.target', 'offers goals that the presser shares, and their own'],
  ['button calibration.phases', 'offers goals that the presser shares, and their own'],
  ['button review.case', 'is for everybody in the team'],
  ['button review.item', 'is for everybody in the team'],
  ['button review.sop', 'is for everybody in the team'],
])

describe.each(FORGERS)('pressed by $who', ({ id, name }) => {
  const forged = new Set<string>()
  const opened = new Set<string>()
  const changed: string[] = []
  let realChanges = 0
  let place: Audience

  beforeAll(async () => {
    const forge: Around = async (event, happen) => {
      if (event.by.id === id || !('submit' === event.kind || event.kind === 'action')) return happen()
      const { team } = place
      const before = await rowsOf(team)
      const by = { id, name }
      const outcome = await team.app.receive({ ...event, by, delivery: `forged ${event.delivery}` })
      forged.add(nameOf(event))
      if (outcome.form) opened.add(nameOf(event))
      const after = await rowsOf(team)
      const own = [name, (await team.app.personOf('test', team.home, id)) ?? id]
      for (const change of difference(before, after))
        if (!own.some((mark) => change.about.includes(mark))) changed.push(`${nameOf(event)}: ${change.what}`)
      const answer = await happen()
      realChanges += difference(after, await rowsOf(team)).length
      return answer
    }
    place = await audience({ at: TOUR_BEGINS }, forge)
    await tourAsFarAsItGoes(place, plainCast('zh-CN'))
  })

  test('every button and every form has been tried', () => {
    const all = registered().filter((one) => /^(?:button|form) /.test(one))
    expect(all.filter((one) => !forged.has(one))).toEqual([])
  })

  test('nothing of anybody else’s has changed', () => {
    expect(realChanges).toBeGreaterThan(500)
    expect(changed).toEqual([])
  })

  test('no form of anybody else’s has opened', () => {
    expect([...opened].filter((one) => !OPENS_FOR_ANYONE.has(one))).toEqual([])
  })

  test('nothing has failed', () => {
    expect(place.team.failures).toEqual([])
  })
})

function nameOf(event: Event): string {
  if (event.kind === 'action') return event.action === SAY ? 'a command' : `button ${event.action}`
  return event.kind === 'submit' ? `form ${event.form}` : event.kind
}

/** What goes on counting whoever does something, and what was answered to whom. */
const NOBODYS = ['counter', 'answered', 'migration']

type Rows = Map<string, Set<string>>

/** Every row of every table that holds something of somebody’s. */
async function rowsOf({ database }: Team): Promise<Rows> {
  const tables = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(
    database.reads,
  )
  const rows: Rows = new Map()
  for (const { name } of tables.rows.filter((one) => !NOBODYS.includes(one.name))) {
    const found = await sql`SELECT * FROM ${sql.table(name)}`.execute(database.reads)
    rows.set(name, new Set(found.rows.map((row) => JSON.stringify(row))))
  }
  return rows
}

/** Rows that have come, gone, or changed, and whom each is about: an update is about whom its post went to. */
function difference(before: Rows, after: Rows): { what: string; about: string }[] {
  return [...after].flatMap(([table, rows]) => {
    const known = before.get(table) ?? new Set<string>()
    const gone = [...known].filter((row) => !rows.has(row))
    const come = [...rows].filter((row) => !known.has(row))
    return [...gone, ...come].map((row) => {
      const { to_kind: to, to_id: post } = JSON.parse(row)
      const updated = to === 'update' && [...rows].find((other) => JSON.parse(other).id === post)
      return { what: `${table} ${row}`, about: `${row} ${updated || ''}` }
    })
  })
}
