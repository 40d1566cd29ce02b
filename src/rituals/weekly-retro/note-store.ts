import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Note, NoteKind } from './shuffle.ts'

/** A note where it stands among those of its kind. */
export interface PlacedNote extends Note {
  position: number
}

/** Stores notes behind those that are there, in the order given. */
export async function addNotes(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
  notes: readonly Note[],
): Promise<PlacedNote[]> {
  const before = await notesOf(scope, ritual, occurrence)
  const placed: PlacedNote[] = []
  for (const note of notes) {
    const position = [...before, ...placed].filter(({ kind }) => kind === note.kind).length + 1
    placed.push({ ...note, position })
    await rowsOf(scope)
      .insertInto('retro_note')
      .values({
        workspace: scope.workspace.id,
        ritual,
        occurrence,
        kind: note.kind,
        position,
        late: note.late ? 1 : 0,
        said: note.said,
      })
      .execute()
  }
  return placed
}

/** What was said in a retro without names. */
export async function notesOf(scope: Scope, ritual: string, occurrence: Period): Promise<PlacedNote[]> {
  const rows = await rowsOf(scope)
    .selectFrom('retro_note')
    .select(['kind', 'position', 'late', 'said'])
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('kind')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as NoteKind, late: row.late === 1 }))
}
