import { type Total, totalsOf } from '../../deals/store.ts'
import { dateAt } from '../../kernel/calendar.ts'
import type { Locale } from '../../kernel/locale.ts'
import { showShort } from '../../kernel/money.ts'
import { type Period, periodOf, spanOf } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Retro } from './taking.ts'
import { texts } from './texts.ts'

/** The numbers of one week: a person's, or several people's together. */
export interface Week {
  deals: number
  signedMinor: number
  newCustomers: number
  /** The month in which the retro was opened, also where the week ends in another one. */
  month: Period
  /** Signed ÷ target of that month in hundredths of a percent, floored; undefined without a target. */
  monthBps: number | undefined
}

/** The week's numbers of each person, and of all of them together. */
export async function weekOf(
  scope: Scope,
  { ritual, session }: Pick<Retro, 'ritual' | 'session'>,
  people: readonly string[],
): Promise<{ team: Week; of: (person: string) => Week }> {
  const week = session.occurrence
  const month = monthOf(week, dateAt(session.openedAt, ritual.zone))
  const inWeek = await totalsOf(scope, week, people)
  const inMonth = await totalsOf(scope, month, people)
  const mine = (totals: readonly Total[], person: string) => totals.filter((total) => total.person === person)
  return {
    team: summed(month, inWeek, inMonth),
    of: (person) => summed(month, mine(inWeek, person), mine(inMonth, person)),
  }
}

/** `3 deals, ¥185,000` with the month's attainment where there is a target. */
export function weekSentence(scope: Scope, week: Week, locale: Locale): string {
  const words = texts[locale]
  const numbers =
    week.deals === 0 && week.signedMinor === 0
      ? words.noDeals
      : words.deals(week.deals, showShort(week.signedMinor, scope.workspace.currency, locale))
  if (week.monthBps === undefined) return words.sentence(numbers)
  const month = showPeriod(week.month, locale, scope.today)
  return words.sentence(numbers, words.attained(month, showPercent(week.monthBps, 1)))
}

function monthOf(week: Period, opened: LocalDate): Period {
  const { from, to } = spanOf(week)
  return periodOf(opened < from ? from : opened < to ? opened : to, 'month')
}

function summed(month: Period, inWeek: readonly Total[], inMonth: readonly Total[]): Week {
  const sum = (totals: readonly Total[], pick: (total: Total) => number) =>
    totals.reduce((all, total) => all + pick(total), 0)
  const aimed = inMonth.filter((total) => total.targetMinor)
  const target = sum(aimed, (total) => total.targetMinor ?? 0)
  const reached = sum(aimed, (total) => total.signedMinor)
  return {
    deals: sum(inWeek, (total) => total.deals),
    signedMinor: sum(inWeek, (total) => total.signedMinor),
    newCustomers: sum(inWeek, (total) => total.newCustomers),
    month,
    monthBps: target > 0 ? Math.max(0, Number((BigInt(reached) * 10_000n) / BigInt(target))) : undefined,
  }
}
