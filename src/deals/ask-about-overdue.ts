import { type Prompt, SAY } from '../kernel/feature.ts'
import { showShort } from '../kernel/money.ts'
import { addDays } from '../kernel/period.ts'
import { reminding } from '../kernel/reminding.ts'
import type { Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { isAway, whenAtWork } from '../people/at-work.ts'
import { everyone } from '../people/store.ts'
import { nameOf, whoDecidesFor } from '../people/who.ts'
import { actions, bold, context, list, text, type View } from '../view/view.ts'
import {
  DAYS_BETWEEN_QUESTIONS,
  nextQuestionAfterNow,
  type OpenInstalment,
  openInstalmentsUntil,
  questionsDue,
  takeQuestions,
} from './instalment-store.ts'
import { lateness } from './schedule-view.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

const MOST_SHOWN = 20

/**
 * On the day after an instalment was due, and every week after that, its deal's owner gets one message about all that
 * have not come in. A short leave is waited for; where the owner is away until the next question, or has left, who
 * decides for them is asked.
 */
export const askAboutOverdue = reminding(
  'overdue instalments',
  whenAtWork({ due: questionsDue, next: nextQuestionAfterNow, remind: ask }, DAYS_BETWEEN_QUESTIONS),
)

async function ask(scope: WriteScope, owner: string): Promise<void> {
  const late = await takeQuestions(scope, owner)
  const here = (await everyone(scope)).find((one) => one.id === owner)
  const away = here !== undefined && (await isAway(scope, here))
  const asked = here && !away ? here : await whoDecidesFor(scope, owner)
  if (late.length === 0 || !asked) return
  const words = texts[asked.locale].overdue
  const name = await nameOf(scope, owner)
  const line = away ? words.askWhileAway(name) : here ? words.ask(late.length) : words.askFor(name)
  const theirs = { ...scope, person: asked, locale: asked.locale }
  await scope.post({
    to: { person: asked.id },
    view: question(theirs, late, line),
    kind: 'reminders',
    prompt: { name: 'overdue', about: owner },
  })
}

/** Asked again as long as something of the owner's is late. */
export const overdueAsked: Prompt = {
  name: 'overdue',
  asked: async (scope, owner) =>
    (await openInstalmentsUntil(scope, addDays(scope.today, -1), [owner])).length > 0,
}

function question(scope: Scope & { person: Person }, late: readonly OpenInstalment[], line: string): View {
  const words = texts[scope.locale].overdue
  const more = late.length - MOST_SHOWN
  return {
    summary: line,
    blocks: [
      text([bold(line)]),
      list(late.slice(0, MOST_SHOWN).map((one) => sayLate(scope, one))),
      ...(more > 0 ? [context(words.more(more))] : []),
      actions({ label: words.all, action: SAY, value: 'deal overdue' }),
      context(words.askHint),
    ],
  }
}

function sayLate(scope: Scope, one: OpenInstalment): string {
  return texts[scope.locale].overdue.line(
    numberOf(one),
    one.customer,
    showShort(one.openMinor, one.currency, scope.locale),
    showPeriod(one.dueOn, scope.locale, scope.today),
    lateness(scope, one.dueOn),
  )
}
