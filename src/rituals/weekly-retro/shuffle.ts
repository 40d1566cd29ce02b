import { createHash } from 'node:crypto'
import { type Answers, hasPrivatePart } from './answers.ts'

/** `shared` and `private`: what fell short, why, and the plan, for the thread or for who leads the team. */
export type NoteKind = 'highlight' | 'improvement' | 'shared' | 'private'

/** One thing that somebody has said, cut loose from who said it and from the rest of what they said. */
export interface Note {
  kind: NoteKind
  /** The sentence; of `shared` and `private` the JSON of a `Kept`. */
  said: string
  late: boolean
}

export type Kept = Pick<Answers, 'shortfall' | 'cause' | 'nextPlan'>

/**
 * Cuts answers into notes, each kind in an order of its own that only the words decide: it is the same whoever wrote
 * them, in whichever order and at whatever time, so that nobody can read an author from it. `salt` names the retro.
 */
export function shuffledNotes(answers: readonly Answers[], salt: string, late: boolean): Note[] {
  const notes = answers.flatMap((one): Note[] => [
    { kind: 'highlight', said: one.highlight, late },
    { kind: 'improvement', said: one.improvement, late },
    ...(hasPrivatePart(one)
      ? [{ kind: one.shared ? ('shared' as const) : ('private' as const), said: kept(one), late }]
      : []),
  ])
  const rank = ({ kind, said }: Note) => createHash('sha256').update(`${salt} ${kind} ${said}`).digest('hex')
  return notes
    .map((note) => ({ note, rank: rank(note) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ note }) => note)
}

const kept = ({ shortfall, cause, nextPlan }: Answers) => JSON.stringify({ shortfall, cause, nextPlan })
