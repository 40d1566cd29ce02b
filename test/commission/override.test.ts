import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, plus, ZERO } from '../../src/commission/fraction.ts'
import { type LedTeam, type Override, overrideLines } from '../../src/commission/override.ts'

const onePercent = (of: Override['of']): Override => ({ rate: fraction(1n, 100n), of, scope: 'direct' })
const member = (person: string, credit: number) => ({
  person,
  credit: fraction(credit),
  commission: fraction(credit, 20),
})

describe('a manager’s override', () => {
  test('is a line for each team, of its members’ credit or of their commission', () => {
    const teams = [
      { team: 'north', members: [member('a', 100_000), member('b', 40_000)] },
      { team: 'south', members: [member('c', 20_000)] },
    ]
    expect(overrideLines(onePercent('credit'), 'boss', teams)).toEqual([
      { team: 'north', people: 2, of: fraction(140_000), exact: fraction(1_400) },
      { team: 'south', people: 1, of: fraction(20_000), exact: fraction(200) },
    ])
    expect(overrideLines(onePercent('commission'), 'boss', teams).map((line) => line.exact)).toEqual([
      fraction(70),
      fraction(10),
    ])
  })

  test('never comes from the manager’s own deals', () => {
    const teams = [{ team: 'north', members: [member('boss', 900_000), member('a', 100_000)] }]
    expect(overrideLines(onePercent('credit'), 'boss', teams)).toMatchObject([
      { people: 1, exact: fraction(1_000) },
    ])
  })

  test('counts who is in two teams in the first of them, and leaves out a team that signs nothing', () => {
    const both = member('a', 100_000)
    const teams = [
      { team: 'north', members: [both] },
      { team: 'south', members: [both, member('b', 0)] },
    ]
    expect(overrideLines(onePercent('credit'), 'boss', teams)).toMatchObject([{ team: 'north' }])
  })

  test('adds up to the rate on everybody’s credit once, however they are spread over teams', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'boss')
    const credits = { a: 10_001, b: 333, c: 77_777, d: 5, boss: 1_000_000 }
    const someTeams = fc.array(fc.uniqueArray(person, { maxLength: 5 }), { maxLength: 4 })
    fc.assert(
      fc.property(someTeams, (names) => {
        const teams: LedTeam[] = names.map((people, at) => ({
          team: `t${at}`,
          members: people.map((one) => member(one, credits[one])),
        }))
        const everybody = [...new Set(names.flat())].filter((one) => one !== 'boss')
        const credit = everybody.reduce((sum, one) => sum + credits[one], 0)
        const exact = overrideLines(onePercent('credit'), 'boss', teams).map((line) => line.exact)
        expect(exact.reduce(plus, ZERO)).toEqual(fraction(credit, 100))
      }),
    )
  })
})
