import { describe, expect, test } from 'vitest'
import { ledTeams, poolMembers, poolRoot, type Structure, teammates } from '../../src/commission/structure.ts'

const belongs = (person: string, team: string, part: 'member' | 'manager' = 'member') => ({
  person,
  team,
  part,
  from: '2026-01-01',
})

/** A region with two teams and somebody of its own, and a team that stands alone. */
const structure: Structure = {
  teams: [
    { id: 'alone', name: 'Alone' },
    { id: 'east', name: 'East' },
    { id: 'north', name: 'North', parent: 'east' },
    { id: 'south', name: 'South', parent: 'east' },
  ],
  memberships: [
    belongs('ann', 'south'),
    belongs('ann', 'alone'),
    belongs('bob', 'north'),
    belongs('cyd', 'north'),
    belongs('dan', 'east'),
    belongs('eve', 'alone'),
    belongs('max', 'east', 'manager'),
    belongs('max', 'north', 'manager'),
  ],
}

describe('who shares a pool', () => {
  test.each([
    ['team', 'bob', ['bob', 'cyd']],
    ['team', 'ann', ['ann']],
    ['team', 'dan', ['dan']],
    ['department', 'bob', ['ann', 'bob', 'cyd', 'dan']],
    ['department', 'dan', ['ann', 'bob', 'cyd', 'dan']],
    ['department', 'eve', ['eve']],
    ['company', 'eve', ['ann', 'bob', 'cyd', 'dan', 'eve']],
  ] as const)('of the %s of %s', (scope, person, members) => {
    expect(poolMembers(structure, poolRoot(structure, person, scope) ?? '?', scope)).toEqual(members)
  })

  test('leaves out who is a member of no team', () => {
    expect(poolRoot(structure, 'max', 'company')).toBeUndefined()
  })
})

test('teammates are the others in one’s teams and below them', () => {
  expect(teammates(structure, 'ann')).toEqual(['eve'])
  expect(teammates(structure, 'dan')).toEqual(['ann', 'bob', 'cyd'])
})

test('a manager leads their own teams, or all below as well, each once', () => {
  expect(ledTeams(structure, 'max', 'direct').map(({ team }) => team)).toEqual(['east', 'north'])
  expect(ledTeams(structure, 'max', 'all')).toEqual([
    { team: 'east', people: ['dan'] },
    { team: 'north', people: ['bob', 'cyd'] },
    { team: 'south', people: ['ann'] },
  ])
})
