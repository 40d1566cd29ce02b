import type { Prompt } from '../kernel/feature.ts'
import { reminding } from '../kernel/reminding.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { isAway, whenAtWork } from '../people/at-work.ts'
import { everyone } from '../people/store.ts'
import { whoDecidesFor } from '../people/who.ts'
import { actions, bold, context, text } from '../view/view.ts'
import { nextReminder, registrationOf, remindersDue, takeReminders } from './store.ts'
import { texts } from './texts.ts'

const WITH_BUTTONS = 8 // more would be a wall of buttons

/** From the reminder on the protection lasts so long: who comes back later cannot renew it any more. */
const CAN_WAIT_DAYS = 3

/**
 * Three days before the protection of customers ends, their holder gets one message about all of them; where they come
 * back from leave too late, who decides for them does.
 */
export const registrationReminders = reminding(
  'registration reminders',
  whenAtWork({ due: remindersDue, next: nextReminder, remind }, CAN_WAIT_DAYS),
)

/** Asked again as long as one of the customers is still protected until the same day only. */
export const renewalAsked: Prompt = {
  name: 'renew',
  async asked(scope, about) {
    for (const [customer, untilOn] of JSON.parse(about) as [string, LocalDate][]) {
      if (untilOn >= scope.today && (await registrationOf(scope, customer))?.untilOn === untilOn) return true
    }
    return false
  },
}

async function remind(scope: WriteScope, holder: string): Promise<void> {
  const ending = await takeReminders(scope, holder)
  const owner = (await everyone(scope)).find((one) => one.id === holder)
  const away = owner !== undefined && (await isAway(scope, owner))
  const person = away ? await whoDecidesFor(scope, holder) : owner
  if (ending.length === 0 || !person) return
  const words = texts[person.locale]
  const line = away ? words.remindFor(owner.name, ending.length) : words.remind(ending.length)
  const more = ending.length - WITH_BUTTONS
  const blocks = ending
    .slice(0, WITH_BUTTONS)
    .flatMap(({ customer, customerKey, untilOn }) => [
      text(words.remindLine(customer, showPeriod(untilOn, person.locale, scope.today))),
      actions({ label: words.renewButton, action: 'registration.renew', value: customerKey }),
    ])
  await scope.post({
    to: { person: person.id },
    view: {
      summary: line,
      blocks: [text([bold(line)]), ...blocks, ...(more > 0 ? [context(words.more(more))] : [])],
    },
    kind: 'reminders',
    prompt: {
      name: 'renew',
      about: JSON.stringify(ending.map(({ customerKey, untilOn }) => [customerKey, untilOn])),
    },
  })
}
