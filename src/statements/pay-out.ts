import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { say } from '../view/view.ts'
import { lockPeriod, movePeriod } from './period-store.ts'
import { texts } from './texts.ts'
import { readOnlyPayPeriod } from './which-period.ts'

/** `/commission paid 2026-10`: an approved period has been paid out. */
export async function payOut(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const period = readOnlyPayPeriod(scope, text, 'paid')
  if (period instanceof Refusal) return period
  const named = showPeriod(period, scope.locale, scope.today)
  const closed = await lockPeriod(scope, period)
  if (closed?.state === 'paid') return new Refusal(words.alreadyPaid(named))
  if (closed?.state !== 'approved')
    return new Refusal(words.notApproved(named, words.states[closed?.state ?? 'open']))
  await movePeriod(scope, closed, 'paid')
  await scope.record('period.paid', `period:${period}`, { state: 'approved' }, { state: 'paid' })
  return say(words.paid(named))
}
