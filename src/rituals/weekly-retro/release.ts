import type { WriteScope } from '../../kernel/scope.ts'
import { leadersOf } from '../audience-store.ts'
import { postInThread } from '../session-store.ts'
import { saveOutcome } from './held-store.ts'
import { namelessViews, privateNotesView } from './nameless.ts'
import { addNotes } from './note-store.ts'
import { shuffledNotes } from './shuffle.ts'
import { eraseAnswers, type Part, partsOf } from './store.ts'
import { type Retro, retroKey } from './taking.ts'

/**
 * Shows the answers without names that have come in, all together and cut loose from their authors, if they are enough;
 * fewer are kept for later, or erased where there is no later. Answers after the close are shown by themselves, so they
 * must be enough by themselves: otherwise who has come late could be read from what was added.
 */
export async function release(scope: WriteScope, retro: Retro, when: 'close' | 'end'): Promise<void> {
  const { ritual, session, held } = retro
  const parts = (await partsOf(scope, ritual.id, session.occurrence)).filter((part) => part.answers)
  if (parts.length === 0) return
  if (parts.length < held.minimum) {
    if (when === 'close') return
    await forget(scope, parts)
    return saveOutcome(scope, held, { erased: parts.length })
  }
  const answers = parts.flatMap((part) => part.answers ?? [])
  const shuffled = shuffledNotes(answers, retroKey(session), when === 'end')
  const notes = await addNotes(scope, ritual.id, session.occurrence, shuffled)
  await forget(scope, parts)
  for (const view of namelessViews(scope, session, notes)) await postInThread(scope, session, view)
  const kept = notes.filter(({ kind }) => kind === 'private')
  if (kept.length === 0) return
  for (const leader of await leadersOf(scope, ritual.team.id))
    await scope.post({
      to: { person: leader.id },
      view: privateNotesView(session.occurrence, ritual.team.name, kept, leader.locale),
    })
}

/** Erases who has said what, also where it has not been shown. */
export async function forget(scope: WriteScope, parts: readonly Part[]): Promise<void> {
  for (const part of parts) await eraseAnswers(scope, part)
}
