import { readQuestion } from '../commission/question.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import type { Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { splitWords } from '../kernel/words.ts'
import { closedPeriod } from './period-store.ts'
import { statementView } from './statement-view.ts'
import { statementsHeld } from './store.ts'
import { texts } from './texts.ts'
import { readPayPeriod } from './which-period.ts'

/** `/commission statement [2026-10] [@李雷]`: what was issued last, of a period or of the latest one there is. */
export async function showStatement(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const question = await readQuestion(scope, text)
  if (question instanceof Refusal) return question
  const period = namedIn(scope, text) ? question.period : undefined
  return answerStatementOf(scope, question.person, period)
}

async function answerStatementOf(scope: Acting, person: Person, period: Period | undefined): Promise<Answer> {
  const words = texts[scope.locale]
  const whose = person.id === scope.person.id ? undefined : person.name
  const held = await statementsHeld(scope, person.id)
  const issued = period === undefined ? latest(held) : held.find((one) => one.period === period)
  const closed = issued && (await closedPeriod(scope, issued.period))
  if (issued && closed) return statementView(scope, issued, closed, whose)
  return new Refusal(
    period === undefined
      ? words.noStatements(whose)
      : words.noStatement(whose, showPeriod(period, scope.locale, scope.today)),
  )
}

const latest = <Held extends { asOf: string }>(held: readonly Held[]): Held | undefined =>
  held.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1)

/** Whether the line names a period: the question has one in any case. */
function namedIn(scope: Acting, text: string): boolean {
  const { bare } = splitWords(text)
  return bare.some(
    (_, at) => !(readPayPeriod(scope, bare.slice(at).join(' '), 'statement') instanceof Refusal),
  )
}
