import { kindOf, type Period, periodOf, shift, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { closedPeriod, closedPeriods } from './period-store.ts'
import { type PayCommand, texts } from './texts.ts'

const PAY_KINDS = ['month', 'quarter', 'year']

/** The pay period that a line begins with, in up to four words (`2026 年第 4 季度`), and what follows it. */
export function readPayPeriod(
  scope: Acting,
  text: string,
  command: PayCommand,
): { period: Period; rest: string } | Refusal {
  const words = texts[scope.locale]
  const typed = text.trim().split(/\s+/).filter(Boolean)
  const [first] = typed
  if (first === undefined) return new Refusal(words.whichPeriod(command))
  for (const count of [4, 3, 2, 1]) {
    const period = readPeriod(typed.slice(0, count).join(' '), scope.today, scope.workspace.fiscalStartMonth)
    if (period !== undefined && PAY_KINDS.includes(kindOf(period)))
      return { period, rest: typed.slice(count).join(' ') }
  }
  return new Refusal(words.notPayPeriod(first, command))
}

/** The pay period that a line consists of: what is left over may have been meant, so nothing is done then. */
export function readOnlyPayPeriod(scope: Acting, text: string, command: PayCommand): Period | Refusal {
  const read = readPayPeriod(scope, text, command)
  if (read instanceof Refusal) return read
  const { period, rest } = read
  if (rest === '') return period
  const named = showPeriod(period, scope.locale, scope.today)
  return new Refusal(texts[scope.locale].wordsLeft(named, rest, command, period))
}

/** Why a period cannot be closed now; undefined: it can. */
export async function whyNotClosed(scope: Acting, period: Period): Promise<Refusal | undefined> {
  const words = texts[scope.locale]
  const named = (one: Period) => showPeriod(one, scope.locale, scope.today)
  const { fiscalStartMonth } = scope.workspace
  if (spanOf(period, fiscalStartMonth).to >= scope.today) return new Refusal(words.notOver(named(period)))
  const known = await closedPeriod(scope, period)
  if (known) return new Refusal(words.closedAlready(named(period), words.states[known.state]))
  const closed = await closedPeriods(scope, kindOf(period))
  const [first, last] = [closed[0], closed.at(-1)]
  if (!first || !last) return undefined
  if (period < first.period) return new Refusal(words.tooEarlyPeriod(named(period), named(first.period)))
  const next = shift(last.period, 1, fiscalStartMonth)
  if (period !== next) return new Refusal(words.closeFirst(next))
  return last.state === 'frozen' ? new Refusal(words.approveFirst(last.period)) : undefined
}

/** The period of a kind in which later changes stand: the one after the last closed one, or the running one. */
export async function openPeriod(scope: Scope, kind: 'month' | 'quarter' | 'year'): Promise<Period> {
  const last = (await closedPeriods(scope, kind)).at(-1)
  const { fiscalStartMonth } = scope.workspace
  return last ? shift(last.period, 1, fiscalStartMonth) : periodOf(scope.today, kind, fiscalStartMonth)
}
