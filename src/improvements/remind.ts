import type { Prompt } from '../kernel/feature.ts'
import { reminding } from '../kernel/reminding.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { whenAtWork } from '../people/at-work.ts'
import { everyone } from '../people/store.ts'
import { nameOf, whoDecidesFor } from '../people/who.ts'
import { daysOverdue, type Item } from './item.ts'
import { nextReminder, openItemsOf, remindersDue, takeReminders } from './store.ts'
import { texts } from './texts.ts'
import { listView } from './views.ts'

/**
 * On the day that items are due, or the first one after it at work, their owner gets one message about all of them; and
 * again each week while they stay open. Where the owner has left, who decided for them is asked who takes over.
 */
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
  const person = (await everyone(scope)).find((one) => one.id === owner)
  const items = await takeReminders(scope, owner, person?.zone ?? scope.workspace.zone)
  if (items.length === 0) return
  if (!person) return askWhoTakesOver(scope, owner, items)
  await scope.post({
    to: { person: owner },
    view: await listView(scope, sentence(scope, person, items), items, 'mine', person.locale),
    kind: 'reminders',
    prompt: { name: 'improvements', about: items.map(({ id }) => id).join(' ') },
  })
}

function sentence(scope: WriteScope, person: Person, items: readonly Item[]): string {
  const words = texts[person.locale]
  const older = items.filter((item) => item.reminded > 1).length
  if (older === items.length) return words.remindAgain(items.length)
  return items.every((item) => daysOverdue(item, scope.today) > 0)
    ? words.remindLate
    : words.remind(items.length - older, older)
}

async function askWhoTakesOver(scope: WriteScope, owner: string, items: readonly Item[]): Promise<void> {
  const asked = await whoDecidesFor(scope, owner)
  if (!asked) return
  const ownerless = texts[asked.locale].ownerless(await nameOf(scope, owner), items.length)
  await scope.post({
    to: { person: asked.id },
    view: await listView(scope, ownerless, items, 'team', asked.locale),
  })
}
