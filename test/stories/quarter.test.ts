import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sqliteDatabase } from '../support/databases.ts'
import { chronicle, live } from './live.ts'

test('try', async () => {
  const before = performance.now()
  const { team, arrived, said } = await live(await sqliteDatabase())
  console.log(performance.now() - before, arrived.length, team.failures.slice(0, 4))
  writeFileSync('/tmp/q-chronicle.txt', chronicle(arrived).join('\n'))
  writeFileSync('/tmp/q-said.txt', said.map(([d, t]) => `${d.join(' ')} => ${t.replaceAll(/\s+/g, ' ').slice(0, 200)}`).join('\n'))
  expect(team.failures).toEqual([])
}, 300_000)
