import type { NewDeal } from '../deals/new-deal.ts'
import { addDays, type Period, periodOf, shift, spanOf, weekdayOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { CHANNELS, CUSTOMERS, type DemoMember, PRODUCTS } from './cast.ts'

/** So many whole months of deals come before the current one. */
const MONTHS_BEFORE = 2
const DEALS_A_MONTH = 6

/** The periods that the demo has targets and deals for, oldest first; the current month is the last. */
export function demoMonths(today: LocalDate): Period[] {
  const month = periodOf(today, 'month')
  return Array.from({ length: MONTHS_BEFORE + 1 }, (_, index) => shift(month, index - MONTHS_BEFORE))
}

/**
 * One person's deals of a quarter up to yesterday, in order of date: the same for the same person and day.
 * Months come out at about the person's usual form; the current one as far as it has gone.
 */
export function quarterOf(person: { id: string } & DemoMember, today: LocalDate): NewDeal[] {
  const random = randomFrom(person.name)
  return demoMonths(today)
    .flatMap((month) => monthOf(person, month, random))
    .filter((deal) => deal.signedOn < today)
    .sort((a, b) => (a.signedOn < b.signedOn ? -1 : 1))
}

function monthOf(person: { id: string } & DemoMember, month: Period, random: () => number): NewDeal[] {
  const aim = Math.round((person.target * (person.form - 8 + random() * 16)) / 100)
  const weights = Array.from({ length: DEALS_A_MONTH }, () => 0.4 + random())
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const days = workdaysOf(month)
  return weights.map((weight, index) => {
    const yuan = Math.round((aim * weight) / sum / 1000) * 1000
    const day =
      days[Math.floor(((index + random() * 0.9) / DEALS_A_MONTH) * days.length)] ?? spanOf(month).from
    const product = pick(PRODUCTS, random)
    return {
      customer: pick(CUSTOMERS, random),
      amountMinor: yuan * 100,
      currency: 'CNY',
      product: product.name,
      channel: pick(CHANNELS, random),
      signedOn: day,
      firstContactOn: addDays(day, -Math.floor(7 + random() * 60)),
      owner: person.id,
      shares: [{ person: person.id, bps: 10_000 }],
      source: 'import',
    }
  })
}

function workdaysOf(month: Period): LocalDate[] {
  const { from, to } = spanOf(month)
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day)
  return days
}

function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}

/** Numbers from 0 up to 1, always the same ones for the same seed (a linear congruential generator). */
function randomFrom(seed: string): () => number {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
