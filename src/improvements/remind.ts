import type { Job, Ticker } from '../kernel/feature.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import { everyone } from '../people/store.ts'
import { daysOverdue } from './item.ts'
import { nextReminder, remindersDue, takeReminders } from './store.ts'
import { texts } from './texts.ts'
import { listView } from './views.ts'

/** On the day that items are due, their owner gets one message about all of them. */
export const reminders: Ticker = {
  name: 'improvement reminders',
  due: async (scope) => (await remindersDue(scope)).map(({ owner, at }) => reminder(owner, at)),
  next: (scope: Scope) => nextReminder(scope),
}

function reminder(owner: string, at: string): Job {
  return { at, name: `remind ${owner} of improvement items`, run: (scope) => remind(scope, owner) }
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
  })
}
