import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { cents } from './payouts.ts'
import { paidIn, THERE } from './settled.ts'

const flat: PlanDocument = { name: 'flat', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }
const drawn: PlanDocument = { ...flat, name: 'drawn', draw: { amount: '2000', recoverable: 'true' } }
const sale = (on: string, yuan: number) => ({ number: Number(on.slice(5, 7)), on, minor: yuan * 100 })

/** The first plan for September, the second one after it. */
const changing = (first: PlanDocument, second: PlanDocument) => (day: string) =>
  day < '2026-09-01' ? undefined : day < '2026-10-01' ? first : second

describe('when the plan changes', () => {
  const sales = [sale('2026-09-09', 15_000), sale('2026-10-09', 30_000), sale('2026-12-09', 10_000)]

  test('what is owed of a draw is recovered under the next one', async () => {
    const paid = await paidIn(changing(drawn, flat), { sales }, ['2026-09', '2026-10', '2026-12'])
    expect(paid).toEqual([2_000, 2_500, 1_000].map(cents))
  })

  test('also where that counts in spans of another length', async () => {
    const quarterly = { ...flat, name: 'quarterly', period: 'quarter' } as const
    const paid = await paidIn(changing(drawn, quarterly), { sales }, ['2026-09', '2026-Q4'])
    expect(paid).toEqual([2_000, 3_500].map(cents))
  })

  test('what was not advanced is paid at once', async () => {
    const advance = { ...flat, name: 'advance', advance: { share: '80%', trueUp: 'year' } } as const
    const paid = await paidIn(changing(advance, flat), { sales }, ['2026-09', '2026-10'])
    expect(paid).toEqual([1_200, 3_300].map(cents))
  })

  test('what is held back is released on its day all the same', async () => {
    const deferred = {
      ...flat,
      name: 'deferred',
      deferred: { share: '20%', release: { after: '3' } },
    } as const
    const paid = await paidIn(changing(deferred, flat), { sales }, ['2026-09', '2026-10', '2026-12'])
    expect(paid).toEqual([1_200, 3_000, 1_300].map(cents))
  })

  test('months without any plan leave everything as it was', async () => {
    const paused = (day: string) =>
      day > '2026-10-01' && day < '2026-12-01' ? undefined : changing(drawn, flat)(day)
    expect(await paidIn(paused, { sales }, ['2026-12'])).toEqual([cents(500)])
  })
})

test('a draw for three months is paid from the month of joining', async () => {
  const document: PlanDocument = { ...drawn, draw: { amount: '2000', recoverable: 'false', for: '3' } }
  const employment = { ...THERE, joinedOn: '2026-05-20' }
  const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08']
  expect(await paidIn(document, { sales: [], employment }, months)).toEqual(
    [0, 2_000, 2_000, 2_000, 0].map(cents),
  )
})

test('who leaves within a quarter is trued up at once, on the months until then', async () => {
  const ladder: PlanDocument = {
    ...flat,
    target: '100000',
    gate: '80%',
    advance: { share: '50%', trueUp: 'quarter' },
  }
  const sales = [sale('2026-10-09', 100_000), sale('2026-11-09', 70_000)]
  const employment = { ...THERE, lastDay: '2026-11-20' }
  // 170,000 on 200,000 are above the gate, although November by itself is not; December adds no target.
  expect(await paidIn(ladder, { sales, employment }, ['2026-10', '2026-11', '2026-12'])).toEqual(
    [5_000, 12_000, 0].map(cents),
  )
})
