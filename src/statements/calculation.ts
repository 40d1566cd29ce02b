import { type Settled, Settling } from '../commission/settle.ts'
import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Instant } from '../kernel/time.ts'
import type { RecordedTarget } from './history.ts'
import type { HistoryBook } from './history-book.ts'
import { Recorded } from './recorded.ts'

/** A person's pay for a period as it stood at a moment: on what a manager had confirmed by then. */
export interface Calculation extends Settled {
  target: RecordedTarget | undefined
  /** All parts of deals signed in the period; the unconfirmed ones are not paid. */
  credits: readonly DealCredit[]
  /** What came in or went back in the period, where plans pay on it. */
  moved: readonly MoneyMoved[]
}

export const earnedOf = ({ pay }: Pick<Calculation, 'pay'>): bigint =>
  typeof pay === 'string' ? 0n : pay.totalMinor

/** The deals that a calculation looked at, once each. */
export const dealsOf = ({ credits, moved }: Calculation): string[] => [
  ...new Set([...credits.map((one) => one.deal), ...moved.map((one) => one.credit.deal)]),
]

/** Those of them that were not signed in the period. */
export function dealsBeside(calculation: Calculation): string[] {
  const signed = new Set(calculation.credits.map((one) => one.deal))
  return dealsOf(calculation).filter((deal) => !signed.has(deal))
}

/** Works a moment out; what the pay of several people needs is worked out once. */
export class Calculator {
  readonly records: Recorded
  readonly #settling: Settling

  constructor(book: HistoryBook, at: Instant) {
    this.records = new Recorded(book, at)
    this.#settling = new Settling(this.records)
  }

  async calculate(person: string, period: Period): Promise<Calculation> {
    const settled = await this.#settling.settle(person, period)
    const { active } = settled
    const metric = active?.plan.attain === 'collected' ? 'collected' : 'signed'
    const { records } = this
    return {
      ...settled,
      target:
        (await records.targetRecorded(person, period, metric)) ??
        (await records.targetRecorded(person, period, 'signed')),
      credits: await records.allCredits(person, period),
      moved: active?.everPaysOnCollection ? await records.allMoved(person, period) : [],
    }
  }
}
