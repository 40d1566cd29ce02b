import { rowsOf, type Scope } from '../../kernel/scope.ts'
import type { Answer } from './answer-store.ts'

/** One page looks through at most so many answers: the newest first, by the index. */
const MOST_LOOKED_THROUGH = 3000

export type Found = Pick<
  Answer,
  'id' | 'ritual' | 'occurrence' | 'person' | 'question' | 'shown' | 'answeredAt'
>

/** Whose answers are looked through: one's own, and by ritual what one may read. */
export interface Readable {
  person: string
  /** Where everybody's answers are read, and where those to who leads the team are. */
  shared: readonly string[]
  private: readonly string[]
}

/** What goes on after a page, where there may be more. */
export type Cursor = { answeredAt: string; id: string }

/** The readable answers in which a text stands, the newest first, and where to go on. */
export async function searchAnswers(
  scope: Scope,
  words: string,
  readable: Readable,
  limit: number,
  after?: Cursor,
): Promise<{ found: Found[]; next: Cursor | undefined }> {
  const rows = await rowsOf(scope)
    .selectFrom('asked_answer')
    .select(['id', 'ritual', 'occurrence', 'person', 'question', 'shown', 'answered_at'])
    .where('workspace', '=', scope.workspace.id)
    .where((or) =>
      or.or([
        or('person', '=', readable.person),
        or.and([or('visible', 'in', ['thread', 'anonymous']), or('ritual', 'in', [...readable.shared, ''])]),
        or.and([or('visible', '=', 'manager'), or('ritual', 'in', [...readable.private, ''])]),
      ]),
    )
    .$if(after !== undefined, (query) =>
      query.where((or) =>
        or.or([
          or('answered_at', '<', after?.answeredAt ?? ''),
          or.and([or('answered_at', '=', after?.answeredAt ?? ''), or('id', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('answered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_THROUGH)
    .execute()
  const wanted = folded(words)
  const hits = rows.filter((row) => folded(row.shown).includes(wanted))
  const found = hits.slice(0, limit)
  const last =
    hits.length > limit ? found.at(-1) : rows.length === MOST_LOOKED_THROUGH ? rows.at(-1) : undefined
  return {
    found: found.map(({ answered_at, ...row }) => ({ ...row, answeredAt: answered_at })),
    next: last && { answeredAt: last.answered_at, id: last.id },
  }
}

/** Texts are compared without a difference of case or width. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
