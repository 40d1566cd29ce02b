import type { WriteScope } from '../../kernel/scope.ts'
import { everyone } from '../../people/store.ts'
import type { Serving } from '../ritual.ts'
import { awayAt } from '../weekly-retro/counted.ts'
import { heldAs, keyOf } from './held.ts'
import { fillButton } from './open.ts'
import { spokenOf } from './outcome-of.ts'
import { questionsAsked } from './still-asked.ts'
import { partsOf } from './store.ts'
import { nudgeView } from './views.ts'

/** One word to those who have not answered, except on their leave. When it is time to close already, nobody is asked any more. */
export async function nudgeAsked(scope: WriteScope, { ritual, occurrence }: Serving): Promise<void> {
  const key = keyOf({ ritual: ritual.id, occurrence })
  const held = await heldAs(scope, key)
  if (!held || held.session.closedAt !== undefined || held.session.closesAt <= scope.now) return
  const away = await awayAt(scope, ritual, scope.now)
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual.id, occurrence)) {
    const person = present.get(part.person)
    if (!person || part.answeredAt || away.has(person.id)) continue
    const view = nudgeView(spokenOf(held), fillButton(key), person, scope.now)
    const prompt = { name: questionsAsked.name, about: key }
    await scope.post({ to: { person: person.id }, view, prompt, until: held.session.closesAt })
  }
}
