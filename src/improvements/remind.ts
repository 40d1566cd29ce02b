import type { Prompt } from '../kernel/feature.ts'
import { reminding } from '../kernel/reminding.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { whenAtWork } from '../people/at-work.ts'
import { everyone } from '../people/store.ts'
import { daysOverdue } from './item.ts'
import { nextReminder, openItemsOf, remindersDue, takeReminders } from './store.ts'
import { texts } from './texts.ts'
import { listView } from './views.ts'

/** On the day that items are due, or the first one after it at work, their owner gets one message about all of them. */
export const reminders = reminding(
  'improvement reminders',
  whenAtWork({ due: remindersDue, next: nextReminder, remind }),
)

/** Asked again as long as one of the items is open. */
export const promisesAsked: Prompt = {
  name: 'improvements',
  async asked(scope, about, owner) {
    const open = new Set((await openItemsOf(scope, [owner])).map(({ id }) => id))
    return about.split(' ').some((id) => open.has(id))
  },
}

async function remind(scope: WriteScope, owner: string): Promise<void> {
  const items = await takeReminders(scope, owner)
  const person = (await everyone(scope)).find((one) => one.id === owner)
  if (items.length === 0 || !person) return
  const words = texts[person.locale]
  const late = items.every((item) => daysOverdue(item, scope.today) > 0)
  const sentence = late ? words.remindLate : words.remind(items.length)
  await scope.post({
    to: { person: owner },
    view: await listView(scope, sentence, items, 'mine', person.locale),
    kind: 'reminders',
    prompt: { name: 'improvements', about: items.map(({ id }) => id).join(' ') },
  })
}
