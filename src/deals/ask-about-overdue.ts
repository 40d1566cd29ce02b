import { SAY } from '../kernel/feature.ts'
import { showShort } from '../kernel/money.ts'
import { reminding } from '../kernel/reminding.ts'
import type { Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone } from '../people/store.ts'
import { nameOf, whoDecidesFor } from '../people/who.ts'
import { actions, bold, context, list, text, type View } from '../view/view.ts'
import { nextQuestionAfterNow, type OpenInstalment, questionsDue, takeQuestions } from './instalment-store.ts'
import { lateness } from './schedule-view.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

const MOST_SHOWN = 20

/**
 * On the day after an instalment was due, and every week after that, its deal's owner gets one message about all that
 * have not come in; where the owner has left, who decides for them does.
 */
export const askAboutOverdue = reminding('overdue instalments', {
  due: questionsDue,
  next: nextQuestionAfterNow,
  remind: ask,
})

async function ask(scope: WriteScope, owner: string): Promise<void> {
  const late = await takeQuestions(scope, owner)
  const here = (await everyone(scope)).find((one) => one.id === owner)
  const asked = here ?? (await whoDecidesFor(scope, owner))
  if (late.length === 0 || !asked) return
  const left = here ? undefined : await nameOf(scope, owner)
  const theirs = { ...scope, person: asked, locale: asked.locale }
  await scope.post({ to: { person: asked.id }, view: question(theirs, late, left) })
}

function question(scope: Scope & { person: Person }, late: readonly OpenInstalment[], left?: string): View {
  const words = texts[scope.locale].overdue
  const line = left === undefined ? words.ask(late.length) : words.askFor(left)
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
