import { type Period, periodsOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'

/** What is summed up for a person; money in minor units of the workspace's currency. */
export interface Sums {
  signedMinor: number
  confirmedMinor: number
  collectedMinor: number
  deals: number
  confirmedDeals: number
  newCustomers: number
}

export interface PeriodSums extends Sums {
  person: string
  period: Period
}

const NAMES = [
  'signedMinor',
  'confirmedMinor',
  'collectedMinor',
  'deals',
  'confirmedDeals',
  'newCustomers',
] as const

const noSums = (): Sums => ({
  signedMinor: 0,
  confirmedMinor: 0,
  collectedMinor: 0,
  deals: 0,
  confirmedDeals: 0,
  newCustomers: 0,
})

/** What is added to people's sums, by person and day. Two of them can be added and taken from each other. */
export class Movements {
  private readonly byPerson = new Map<string, Map<LocalDate, Sums>>()
  /** How many days of people there are sums of. */
  size = 0

  add(person: string, on: LocalDate, sums: Partial<Sums>, times = 1): void {
    const days = this.byPerson.get(person) ?? new Map<LocalDate, Sums>()
    this.byPerson.set(person, days)
    let known = days.get(on)
    if (!known) {
      known = noSums()
      days.set(on, known)
      this.size += 1
    }
    for (const name of NAMES) known[name] += (sums[name] ?? 0) * times
  }

  addAll(others: Movements, times = 1): void {
    for (const [person, days] of others.byPerson)
      for (const [on, sums] of days) this.add(person, on, sums, times)
  }

  /** The same by period, from the day to the year, in a fixed order; what is zero is left out. */
  byPeriod(fiscalStartMonth: number): PeriodSums[] {
    const found: PeriodSums[] = []
    for (const [person, days] of [...this.byPerson].sort(byKey)) {
      const periods = new Map<Period, PeriodSums>()
      for (const [on, sums] of days) {
        if (NAMES.every((name) => sums[name] === 0)) continue
        for (const period of periodsOf(on, fiscalStartMonth)) {
          const known = periods.get(period) ?? { person, period, ...noSums() }
          periods.set(period, known)
          for (const name of NAMES) known[name] += sums[name]
        }
      }
      found.push(...[...periods].sort(byKey).map(([, sums]) => sums))
    }
    return found.filter((sums) => NAMES.some((name) => sums[name] !== 0))
  }
}

/** In the same order in every transaction, so that two that change the same rows never wait for each other in a ring. */
function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
