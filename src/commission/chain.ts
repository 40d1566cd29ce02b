import { kindOf, monthsOf, type Period, periodOf, shift, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { IMAGINED } from './facts-of.ts'
import { type Balances, NO_BALANCES, type Presence } from './payout.ts'
import type { Records } from './records.ts'
import type { Draft, Settling } from './settle.ts'

/** What a person's periods before this one have left: worked out from the first one that could leave anything. */
export async function balancesBefore(
  settling: Settling,
  { person, period, active: { reachesSince } }: Pick<Draft, 'person' | 'period' | 'active'>,
): Promise<Balances> {
  if (reachesSince === undefined) return NO_BALANCES
  let before = await periodBefore(settling.records, person, period, reachesSince)
  while (before !== undefined) {
    const { pay } = await settling.settle(person, before)
    if (typeof pay !== 'string') return pay.balances ?? NO_BALANCES
    before = await periodBefore(settling.records, person, before, reachesSince)
  }
  return NO_BALANCES
}

/** Whether a person is there in a period: since they joined, or a team had them, or they have signed something in it. */
export async function presenceIn(records: Records, person: string, period: Period): Promise<Presence> {
  const { joinedOn, lastDay } = await records.employment(person)
  const { from, to } = spanOf(period, records.workspace.fiscalStartMonth)
  if (lastDay !== undefined && lastDay < from) return 'left'
  if (lastDay !== undefined && lastDay <= to) return 'leaves'
  const since = joinedOn ?? (await records.memberSince(person))
  if (since !== undefined && since <= to) return 'there'
  const signed = await records.credits(person, period)
  return signed.some(({ deal }) => deal !== IMAGINED) ? 'there' : 'not yet'
}

/**
 * The period that was settled last before another: with the month in which it ends, by the plan in force then, which may
 * have counted in spans of another length. None before the first day that matters.
 */
async function periodBefore(
  records: Records,
  person: string,
  period: Period,
  since: LocalDate,
): Promise<Period | undefined> {
  const { fiscalStartMonth } = records.workspace
  const lastMonth = (one: Period) => monthsOf(one, fiscalStartMonth).at(-1) ?? one
  for (let month = shift(lastMonth(period), -1); month >= since.slice(0, 7); month = shift(month, -1)) {
    const kind = (await records.planFor(person, month))?.plan.period
    if (!kind) continue
    const found = periodOf(`${month}-01`, kind, fiscalStartMonth)
    if (found === period || lastMonth(found) !== month) continue
    const active = await records.planFor(person, found)
    if (active && active.plan.period === kindOf(found)) return found
  }
  return undefined
}
