import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal, Weight } from '../../src/goals/goal.ts'
import { addUp, shareInBps, shareReached, weightedShare } from '../../src/goals/roll-up.ts'
import { forestOf } from '../../src/goals/tree.ts'
import { effectiveWeights, readWeight, shownWeights, weightSum } from '../../src/goals/weights.ts'

const bps = (value: number): Weight => ({ kind: 'bps', value })
const parts = (value: number): Weight => ({ kind: 'parts', value })

describe('weights', () => {
  test.each([
    ['nobody has any', [undefined, undefined, undefined], [3334, 3333, 3333], 'equal 3 3'],
    ['parts', [parts(2), parts(1), undefined], [5000, 2500, 2500], 'parts 4 3'],
    ['shares that add up', [bps(6000), bps(4000)], [6000, 4000], 'share 10000 0'],
    [
      'shares, and others for the rest',
      [bps(6000), undefined, undefined],
      [6000, 2000, 2000],
      'share 6000 2',
    ],
    ['shares, and parts of the rest', [bps(7000), parts(2), parts(1)], [7000, 2000, 1000], 'share 7000 2'],
    ['shares above the whole', [bps(6000), bps(6000)], [5000, 5000], 'share 12000 0'],
    ['shares below the whole', [bps(2000), bps(1000)], [6667, 3333], 'share 3000 0'],
    ['the whole given away', [bps(10_000), undefined], [10_000, 0], 'share 10000 1'],
    ['nothing weighs anything', [bps(0), bps(0)], [5000, 5000], 'share 0 0'],
  ])('%s', (_, weights, shown, sum) => {
    expect(shownWeights(weights)).toEqual(shown)
    const { kind, sum: added, open } = weightSum(weights)
    expect(`${kind} ${added} ${open}`).toBe(sum)
  })

  test.each([
    ['60%', bps(6000)],
    ['33.33%', bps(3333)],
    ['３％', bps(300)],
    ['2', parts(2)],
    ['3份', parts(3)],
    ['33.333%', undefined],
    ['101%', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['1001', undefined],
    ['很多', undefined],
  ])('%s is read', (text, weight) => expect(readWeight(text)).toEqual(weight))
})

describe('an objective’s progress', () => {
  const of = (...some: [reached: number, value: number, weight?: Weight][]) => {
    const weights = effectiveWeights(some.map(([, , weight]) => weight))
    return shareInBps(
      weightedShare(
        some.map(([reached, value], at) => ({
          share: shareReached(reached, value),
          weight: weights[at] ?? 0n,
        })),
      ),
    )
  }

  test.each([
    ['nothing below it', of(), 0],
    ['one third of three', of([3, 3], [0, 7], [0, 11]), 3333],
    ['one far ahead does not hide another', of([500, 100], [0, 100]), 5000],
    ['all but a cent', of([100_000_000, 100_000_000], [99_999_999_999, 100_000_000_000]), 9999],
    ['all of it', of([3, 3], [7, 7], [12, 11]), 10_000],
    ['by weight', of([50, 100, bps(8000)], [0, 3, bps(2000)]), 4000],
    ['below zero is nothing', of([-5, 10], [10, 10]), 5000],
  ])('%s', (_, found, expected) => expect(found).toBe(expected))

  test('is exact: it reads 100% only where every part does', () => {
    const part = fc.tuple(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 1, max: 10 ** 12 }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (some) => {
        const all = some.every(([reached, value]) => reached >= value)
        expect(of(...some) === 10_000).toBe(all)
      }),
      { numRuns: 200 },
    )
  })
})

describe('what stands under a goal adds up', () => {
  const goal = (one: Partial<Goal>): Goal => ({
    id: '',
    number: 0,
    level: 'team',
    owner: 'a',
    metric: 'signed',
    name: '',
    unit: '',
    period: '2026-Q4',
    parent: 'top',
    value: 0,
    ...one,
  })
  const top = goal({ level: 'company', owner: '', value: 300, parent: undefined })
  const month = (period: string, value: number) => goal({ level: 'company', owner: '', period, value })
  const sums = (goals: Goal[], belongs?: (part: Goal, whole: Goal) => boolean) => {
    const { own, others } = addUp(top, goals, 1, belongs)
    return [own?.sum, others?.sum]
  }

  test.each([
    ['teams', [goal({ value: 100 }), goal({ owner: 'b', value: 150 })], [undefined, 250]],
    [
      'a team’s month within its quarter',
      [goal({ value: 100 }), goal({ period: '2026-11', value: 40 })],
      [undefined, 100],
    ],
    ['its own months', [month('2026-10', 100), month('2026-11', 90)], [190, undefined]],
    ['teams and months are two sums', [goal({ value: 280 }), month('2026-10', 100)], [100, 280]],
    [
      'somebody’s October beside its own November',
      [month('2026-11', 90), goal({ period: '2026-10', value: 80 })],
      [undefined, 170],
    ],
    ['another metric does not', [goal({ metric: 'collected', value: 99 })], [undefined, undefined]],
    ['nor does an objective', [goal({ metric: 'objective', value: 10_000 })], [undefined, undefined]],
  ])('%s', (_, goals, expected) => expect(sums(goals)).toEqual(expected))

  test('a person within their team is counted once', () => {
    const some = [goal({ value: 100 }), goal({ level: 'person', owner: 'li', value: 60 })]
    expect(sums(some, (part, whole) => part.owner === 'li' && whole.owner === 'a')).toEqual([undefined, 100])
  })

  test('a circle, should there ever be one, is drawn once', () => {
    const circle = [goal({ id: 'x', parent: 'y' }), goal({ id: 'y', parent: 'x' })]
    const { roots } = forestOf(circle)
    expect(roots.map((one) => one.goal.id)).toEqual(['x'])
    expect(roots[0]?.under.map((one) => one.goal.id)).toEqual(['y'])
  })
})
