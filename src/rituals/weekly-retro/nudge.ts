import type { WriteScope } from '../../kernel/scope.ts'
import { everyone } from '../../people/store.ts'
import type { Serving } from '../ritual.ts'
import { sessionOf } from '../session-store.ts'
import { awayAt } from './counted.ts'
import { nudgeView, partKey } from './prompt.ts'
import { partsOf } from './store.ts'

/** One word to those who have not answered, except on their leave. When it is time to close already, nobody is asked any more. */
export async function nudge(scope: WriteScope, { ritual, occurrence }: Serving): Promise<void> {
  const session = await sessionOf(scope, ritual.id, occurrence)
  if (!session || session.closedAt !== undefined || session.closesAt <= scope.now) return
  const away = await awayAt(scope, ritual, scope.now)
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual.id, occurrence)) {
    const person = present.get(part.person)
    if (!person || part.answers || away.has(person.id)) continue
    await scope.post({
      to: { person: person.id },
      view: nudgeView(session, ritual, person.locale, scope.now),
      prompt: { name: 'retro', about: partKey(session) },
      until: session.closesAt,
    })
  }
}
