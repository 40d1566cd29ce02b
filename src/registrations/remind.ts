import { reminding } from '../kernel/reminding.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone } from '../people/store.ts'
import { actions, bold, context, text } from '../view/view.ts'
import { nextReminder, remindersDue, takeReminders } from './store.ts'
import { texts } from './texts.ts'

const WITH_BUTTONS = 8 // more would be a wall of buttons

/** Three days before the protection of customers ends, their holder gets one message about all of them. */
export const registrationReminders = reminding('registration reminders', {
  due: remindersDue,
  next: nextReminder,
  remind,
})

async function remind(scope: WriteScope, holder: string): Promise<void> {
  const ending = await takeReminders(scope, holder)
  const person = (await everyone(scope)).find((one) => one.id === holder)
  if (ending.length === 0 || !person) return
  const words = texts[person.locale]
  const line = words.remind(ending.length)
  const more = ending.length - WITH_BUTTONS
  const blocks = ending
    .slice(0, WITH_BUTTONS)
    .flatMap(({ customer, customerKey, untilOn }) => [
      text(words.remindLine(customer, showPeriod(untilOn, person.locale, scope.today))),
      actions({ label: words.renewButton, action: 'registration.renew', value: customerKey }),
    ])
  await scope.post({
    to: { person: holder },
    view: {
      summary: line,
      blocks: [text([bold(line)]), ...blocks, ...(more > 0 ? [context(words.more(more))] : [])],
    },
  })
}
