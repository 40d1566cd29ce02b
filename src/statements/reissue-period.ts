import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { say } from '../view/view.ts'
import { issueStatements, untilNow } from './issue.ts'
import { freezeAgain, lockPeriod } from './period-store.ts'
import { texts } from './texts.ts'
import { readPayPeriod } from './which-period.ts'

/** `/commission reissue 2026-10 reason`: a frozen period's statements as they come to now, as its next revision. */
export async function reissuePeriod(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const read = readPayPeriod(scope, text, 'reissue')
  if (read instanceof Refusal) return read
  const { period, rest: reason } = read
  const named = showPeriod(period, scope.locale, scope.today)
  const closed = await lockPeriod(scope, period)
  if (closed?.state !== 'frozen')
    return new Refusal(words.notFrozen(named, words.states[closed?.state ?? 'open']))
  if (reason === '') return new Refusal(words.reasonMissing(period))
  const until = untilNow(scope)
  const revision = await freezeAgain(scope, closed, until)
  const { changed, totalMinor } = await issueStatements(scope, period, { revision, until, reason })
  await scope.record(
    'period.reissued',
    `period:${period}`,
    { revision: closed.revision },
    { revision, reason, changed, totalMinor: Number(totalMinor) },
  )
  return say(words.reissued(named, revision, changed))
}
