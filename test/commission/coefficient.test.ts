import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coefficientFrom, factorOf, multiplied } from '../../src/commission/coefficient.ts'
import { fraction, plus, readFraction, times, ZERO } from '../../src/commission/fraction.ts'

const satisfaction = coefficientFrom({ goal: '客户满意度', from: '80%', to: '120%' })
/** A goal of 90 points, in hundredths. */
const at = (reached: number | undefined, target = 90) => ({
  number: 1,
  name: '客户满意度',
  unit: '分',
  target: BigInt(target * 100),
  reached: reached === undefined ? undefined : BigInt(reached * 100),
})

describe('a coefficient', () => {
  test.each([
    ['is what was checked in ÷ the goal', 81, '9/10'],
    ['is exact where the division never ends', 80, '8/9'],
    ['is at least its lower bound', 45, '80%'],
    ['is at most its upper bound', 180, '120%'],
    ['is 1 on the goal', 90, '1'],
  ])('%s', (_, reached, factor) => {
    expect(factorOf(satisfaction, at(reached)).factor).toEqual(readFraction(factor))
  })

  test('without bounds may be anything from nothing', () => {
    expect(factorOf(coefficientFrom({ goal: '客户满意度' }), at(0)).factor).toEqual(ZERO)
    expect(factorOf(coefficientFrom({ goal: '客户满意度' }), at(270)).factor).toEqual(fraction(3))
  })

  test.each([
    ['no such goal', undefined, 'goal'],
    ['a goal of nothing', at(3, 0), 'goal'],
    ['no check-in yet', at(undefined), 'check-in'],
  ] as const)('is 1 with %s, or 0 where the plan says so, and says why', (_, goal, missing) => {
    expect(factorOf(satisfaction, goal)).toMatchObject({ factor: fraction(1), missing })
    expect(factorOf({ ...satisfaction, missing: 'zero' }, goal)).toMatchObject({ factor: ZERO, missing })
  })

  test('adds to a sum what multiplying makes of it; 100% adds nothing', () => {
    const anySum = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10_000n))
    fc.assert(
      fc.property(anySum, fc.bigInt(0n, 300n), ([num, den], percent) => {
        const [sum, factor] = [fraction(num, den), fraction(percent, 100n)]
        expect(plus(sum, multiplied(sum, factor))).toEqual(times(sum, factor))
        expect(multiplied(sum, fraction(1))).toEqual(ZERO)
      }),
    )
  })
})
