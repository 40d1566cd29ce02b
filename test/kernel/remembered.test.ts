import { expect, test } from 'vitest'
import { remembered } from '../../src/kernel/remembered.ts'

test('a remembered function is worked out once for the same values, and again for others', () => {
  const asked: string[] = []
  const named = remembered((period: string, month: number) => {
    asked.push(period)
    return { period, month }
  })
  expect(named('2026-11', 1)).toBe(named('2026-11', 1))
  expect(named('2026-11', 4)).toEqual({ period: '2026-11', month: 4 })
  expect(asked).toEqual(['2026-11', '2026-11'])
})

test('what it keeps does not grow without end, and what was forgotten comes out the same', () => {
  let worked = 0
  const doubled = remembered((value: number) => {
    worked += 1
    return value * 2
  })
  for (let value = 0; value < 10_000; value += 1) expect(doubled(value)).toBe(value * 2)
  expect(doubled(0)).toBe(0)
  expect(worked).toBe(10_001)
})
