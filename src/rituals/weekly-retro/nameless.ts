import type { Locale } from '../../kernel/locale.ts'
import type { Period } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { actions, type Block, bold, context, list, text, type View } from '../../view/view.ts'
import type { Session } from '../session-store.ts'
import type { PlacedNote } from './note-store.ts'
import type { Kept, NoteKind } from './shuffle.ts'
import { retroKey } from './taking.ts'
import { texts } from './texts.ts'
import { privateBlocks, weekNumber } from './views.ts'

/** So many notes to one message: more would be cut by the platforms. */
const TO_A_MESSAGE = 8

/** What was said without names, as it is put into the thread: each kind by itself. */
export function namelessViews(
  scope: Scope,
  session: Pick<Session, 'ritual' | 'occurrence'>,
  notes: readonly PlacedNote[],
): View[] {
  const words = texts[scope.workspace.locale]
  const chosen = (kind: NoteKind) => chunks(notes.filter((note) => note.kind === kind))
  const view = (title: string, some: readonly PlacedNote[], blocks: Block[]): View => ({
    summary: `${title} · ${words.nameless}`,
    blocks: [
      text([bold(title)]),
      ...blocks,
      context(some.some(({ late }) => late) ? words.namelessLate : words.nameless),
    ],
  })
  return [
    ...chosen('highlight').map((some) => view(words.highlights, some, [list(some.map(({ said }) => said))])),
    ...chosen('improvement').map((some) =>
      view(
        words.improvementsSaid,
        some,
        some.flatMap((note) => [text(note.said), actions(takeOn(session, note, words.takeOn))]),
      ),
    ),
    ...chosen('shared').map((some) =>
      view(
        words.shortfall,
        some,
        some.flatMap((note) => privateBlocks(keptOf(note), scope.workspace.locale)),
      ),
    ),
  ]
}

/** What fell short, for who leads the team: without names too. */
export function privateNotesView(
  week: Period,
  team: string,
  notes: readonly PlacedNote[],
  locale: Locale,
): View {
  const intro = texts[locale].privateNameless(team, weekNumber(week))
  const blocks = notes.flatMap((note): Block[] => [
    { kind: 'divider' },
    ...privateBlocks(keptOf(note), locale),
  ])
  return { summary: intro, blocks: [text(intro), ...blocks] }
}

export const keptOf = ({ said }: Pick<PlacedNote, 'said'>): Kept => JSON.parse(said)

const takeOn = (session: Pick<Session, 'ritual' | 'occurrence'>, note: PlacedNote, label: string) => ({
  label,
  action: 'retro.item',
  value: `${retroKey(session)} note ${note.position}`,
})

function chunks(notes: readonly PlacedNote[]): PlacedNote[][] {
  const found: PlacedNote[][] = []
  for (let at = 0; at < notes.length; at += TO_A_MESSAGE) found.push(notes.slice(at, at + TO_A_MESSAGE))
  return found
}
