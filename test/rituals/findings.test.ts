import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/rituals/data-review/facts.ts'
import { type Finding, findings, isSmall, SMALL_SAMPLE } from '../../src/rituals/data-review/findings.ts'

describe('what a month’s figures say', () => {
  test('who and what moved most, against the month before and the mean of the months with deals', () => {
    const people = [
      { name: 'li', minor: [900, 300, 200, 100], deals: [9, 3, 2, 1] },
      { name: 'han', minor: [100, 500, 700, 0], deals: [1, 5, 7, 0] },
      { name: 'zhang', minor: [200, 200, 0, 0], deals: [2, 2, 0, 0] },
    ]
    const found = one(factsOf({ people, minor: [1200, 1000, 900, 100], deals: [12, 10, 9, 1] }), 'people')
    expect(found).toEqual({
      kind: 'people',
      up: { name: 'li', now: 900, before: 300, mean: 200 },
      down: { name: 'han', now: 100, before: 500, mean: 400 },
      sample: [10, 8],
    })
    expect(isSmall(found as Finding)).toBe(true)
  })

  test('a mean leaves out the months in which nobody had signed anything yet', () => {
    const people = [{ name: 'li', minor: [900, 300, 0, 0], deals: [20, 15, 0, 0] }]
    const found = one(factsOf({ people, minor: [900, 300, 0, 0], deals: [20, 15, 0, 0] }), 'people')
    expect(found).toMatchObject({ up: { mean: 300 }, down: undefined })
    expect(isSmall(found as Finding)).toBe(false)
  })

  test('nothing moves in the first month of all', () => {
    const facts = factsOf({
      people: [{ name: 'li', minor: [900, 0, 0, 0], deals: [9, 0, 0, 0] }],
      minor: [900, 0, 0, 0],
      deals: [9, 0, 0, 0],
    })
    expect(findings(facts).map(({ kind }) => kind)).toEqual(['top-rep', 'repeat', 'average'])
  })

  test('concentration is the greatest customer’s and person’s share, floored', () => {
    const facts = factsOf({
      customers: [
        { name: '华为', minor: 200 },
        { name: '小米', minor: 100 },
      ],
      customerCount: 2,
      minor: [300, 0, 0, 0],
      deals: [SMALL_SAMPLE, 0, 0, 0],
    })
    const found = one(facts, 'top-customer')
    expect(found).toMatchObject({ name: '华为', shareBps: 6666, among: 2, sample: [SMALL_SAMPLE] })
    expect(isSmall(found as Finding)).toBe(false)
  })

  test('nothing has a share of nothing, or of less', () => {
    for (const minor of [0, -500]) {
      const facts = factsOf({
        customers: [{ name: '华为', minor: 100 }],
        minor: [minor, 100, 0, 0],
        deals: [1, 1, 0, 0],
        refunds: { minor: 600, deals: 2 },
      })
      expect(findings(facts).map(({ kind }) => kind)).toEqual(['repeat', 'average', 'refunds'])
      expect(one(facts, 'refunds')).toMatchObject({ minor: 600, deals: 2, shareBps: undefined })
    }
  })

  test('refunds larger than what was signed are more than all of it', () => {
    const facts = factsOf({ minor: [100, 0, 0, 0], deals: [1, 0, 0, 0], refunds: { minor: 250, deals: 1 } })
    expect(one(facts, 'refunds')).toMatchObject({ shareBps: 25_000 })
  })

  test('weekdays count by their number in the month; an idle weekend is not the worst', () => {
    const weekdays = [
      { deals: 10, days: 5 },
      { deals: 9, days: 4 },
      { deals: 4, days: 4 },
      { deals: 4, days: 4 },
      { deals: 4, days: 4 },
      { deals: 0, days: 4 },
      { deals: 0, days: 5 },
    ]
    expect(one(factsOf({ weekdays, minor: [1], deals: [31] }), 'weekday')).toMatchObject({
      best: { weekday: 2, deals: 9, days: 4 },
      worst: { weekday: 3 },
      sample: [31],
    })
    const even = weekdays.map(({ days }, at) => ({ days, deals: at < 5 ? days : 0 }))
    expect(one(factsOf({ weekdays: even, minor: [1], deals: [21] }), 'weekday')).toBeUndefined()
  })

  test('the average is of the deals, and so is the mean before', () => {
    const facts = factsOf({ minor: [1000, 900, 100, 0], deals: [10, 3, 1, 0] })
    expect(one(facts, 'average')).toMatchObject({ now: 100, before: 300, mean: 250, sample: [10, 3] })
  })

  test('a month without deals still tells what has fallen away', () => {
    const facts = factsOf({
      people: [{ name: 'li', minor: [0, 300, 0, 0], deals: [0, 3, 0, 0] }],
      minor: [0, 300, 0, 0],
      deals: [0, 3, 0, 0],
    })
    expect(findings(facts).map(({ kind }) => kind)).toEqual(['people'])
    expect(one(facts, 'people')).toMatchObject({ up: undefined, down: { now: 0, before: 300 } })
  })

  test('where nobody writes products or channels, they are left out', () => {
    const rows = [{ name: '', minor: [900, 300, 0, 0], deals: [9, 3, 0, 0] }]
    const facts = factsOf({ products: rows, channels: rows, minor: [900, 300], deals: [9, 3] })
    expect(findings(facts).map(({ kind }) => kind)).not.toContain('products')
  })

  test('a team without anybody says nothing', () => {
    expect(findings(factsOf({}))).toEqual([])
  })
})

const one = (facts: Facts, kind: Finding['kind']) => findings(facts).find((found) => found.kind === kind)

function factsOf({
  minor = [],
  deals = [],
  ...given
}: Partial<Facts> & { minor?: number[]; deals?: number[] }) {
  const mix = { newDeals: 0, newMinor: 0, repeatDeals: 0, repeatMinor: 0 }
  const facts: Facts = {
    months: ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06'],
    currency: 'CNY',
    team: { minor, deals },
    people: [],
    products: [],
    channels: [],
    customers: [],
    customerCount: 0,
    mix,
    mixByChannel: [],
    weekdays: [],
    refunds: { minor: 0, deals: 0 },
    foreign: 0,
  }
  return { ...facts, ...given }
}
