import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Answers } from './answers.ts'

/** A private word to one of those who lead the team: in each home one post. */
export interface ManagerPost {
  leader: string
  posts: string[]
}

/** One person's part in a retro. */
export interface Part {
  ritual: string
  occurrence: Period
  person: string
  /** Posts: the private prompt, the answer in the thread, the private word to who leads the team. */
  prompts: string[]
  threadPosts: string[]
  managerPosts: ManagerPost[]
  /** When the prompt is to reach them. */
  askAt: Instant | undefined
  /** Posts that nudge them. */
  nudges: string[]
  /** What has become of their prompt because they are away. */
  away: Away
  /** Undefined until they have answered, and once answers without names have been cut loose from their authors. */
  answers: Answers | undefined
  /** The improvement item that the answer has made. */
  item: string | undefined
  answeredAt: Instant | undefined
  /** They have answered after the close. */
  late: boolean
}

export type Away = 'here' | 'taken-back' | 'asked-before'

/** Notes who has been asked. */
export async function addPart(
  scope: WriteScope,
  part: Pick<Part, 'ritual' | 'occurrence' | 'person' | 'prompts' | 'askAt'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('retro_part')
    .values({
      workspace: scope.workspace.id,
      ritual: part.ritual,
      occurrence: part.occurrence,
      person: part.person,
      prompts: JSON.stringify(part.prompts),
      ask_at: part.askAt ?? null,
      highlight: null,
      improvement: null,
      shortfall: null,
      cause: null,
      next_plan: null,
      item: null,
      answered_at: null,
      revised_at: null,
    })
    .execute()
}

/** Everyone's part in a retro, in the order of the answers. */
export async function partsOf(scope: Scope, ritual: string, occurrence: Period): Promise<Part[]> {
  const rows = await parts(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('person')
    .execute()
  const latest = '~'
  return rows.map(asPart).sort((a, b) => ((a.answeredAt ?? latest) < (b.answeredAt ?? latest) ? -1 : 1))
}

export async function partOf(
  scope: Scope,
  ritual: string,
  occurrence: Period,
  person: string,
): Promise<Part | undefined> {
  const row = await parts(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('person', '=', person)
    .executeTakeFirst()
  return row && asPart(row)
}

/** A person's parts in retros that still take answers, late ones too; the oldest first. */
export async function openPartsOf(scope: Scope, person: string): Promise<Part[]> {
  const rows = await held(scope)
    .where('retro_part.person', '=', person)
    .where((or) => or.or([or('session.closed_at', 'is', null), or('retro_week.late_until', '>', scope.now)]))
    .orderBy('retro_part.occurrence')
    .execute()
  return rows.map(asPart)
}

/** The parts of those who have not answered, in retros that were opened since a moment and are not closed yet. */
export async function waitingParts(scope: Scope, since: Instant): Promise<Part[]> {
  const rows = await held(scope)
    .where('session.opened_at', '>=', since)
    .where('session.closed_at', 'is', null)
    .where('retro_part.answered_at', 'is', null)
    .orderBy('retro_part.occurrence')
    .orderBy('retro_part.person')
    .execute()
  return rows.map(asPart)
}

/** Stores what a person has answered, with the posts that show it. */
export async function saveAnswers(
  scope: WriteScope,
  part: Part,
  saved: {
    answers: Answers
    item: string | undefined
    threadPosts: string[]
    managerPosts: ManagerPost[]
    late: boolean
  },
): Promise<void> {
  const { answers } = saved
  await change(scope, part, {
    highlight: answers.highlight,
    improvement: answers.improvement,
    shortfall: answers.shortfall ?? null,
    cause: answers.cause ?? null,
    next_plan: answers.nextPlan ?? null,
    shared: answers.shared ? 1 : 0,
    item: saved.item ?? null,
    late: saved.late ? 1 : 0,
    thread_posts: JSON.stringify(saved.threadPosts),
    manager_posts: JSON.stringify(saved.managerPosts),
    answered_at: part.answeredAt ?? scope.now,
    revised_at: scope.now,
  })
}

/** Notes what has been posted to a person: their prompt, their nudges, and whether it was taken back. */
export async function saveAsked(
  scope: WriteScope,
  part: Key,
  asked: Partial<Pick<Part, 'prompts' | 'nudges' | 'askAt' | 'away'>>,
): Promise<void> {
  await change(scope, part, {
    ...(asked.prompts ? { prompts: JSON.stringify(asked.prompts) } : {}),
    ...(asked.nudges ? { nudges: JSON.stringify(asked.nudges) } : {}),
    ...(asked.askAt ? { ask_at: asked.askAt } : {}),
    ...(asked.away ? { away: code(asked.away) } : {}),
  })
}

/** Erases what a person has said, but not that they have answered. */
export async function eraseAnswers(scope: WriteScope, part: Key): Promise<void> {
  await change(scope, part, {
    highlight: null,
    improvement: null,
    shortfall: null,
    cause: null,
    next_plan: null,
    shared: 0,
  })
}

type Key = Pick<Part, 'ritual' | 'occurrence' | 'person'>

async function change(
  scope: WriteScope,
  part: Key,
  columns: Updateable<Tables['retro_part']>,
): Promise<void> {
  await rowsOf(scope)
    .updateTable('retro_part')
    .set(columns)
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', part.ritual)
    .where('occurrence', '=', part.occurrence)
    .where('person', '=', part.person)
    .execute()
}

const held = (scope: Scope) =>
  rowsOf(scope)
    .selectFrom('retro_part')
    .innerJoin('session', (join) =>
      join
        .onRef('session.workspace', '=', 'retro_part.workspace')
        .onRef('session.ritual', '=', 'retro_part.ritual')
        .onRef('session.occurrence', '=', 'retro_part.occurrence'),
    )
    .innerJoin('retro_week', (join) =>
      join
        .onRef('retro_week.workspace', '=', 'retro_part.workspace')
        .onRef('retro_week.ritual', '=', 'retro_part.ritual')
        .onRef('retro_week.occurrence', '=', 'retro_part.occurrence'),
    )
    .selectAll('retro_part')
    .where('retro_part.workspace', '=', scope.workspace.id)

const parts = (scope: Scope) =>
  rowsOf(scope).selectFrom('retro_part').selectAll().where('workspace', '=', scope.workspace.id)

function asPart(row: Selectable<Tables['retro_part']>): Part {
  const { highlight, improvement } = row
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    prompts: JSON.parse(row.prompts),
    threadPosts: JSON.parse(row.thread_posts),
    managerPosts: readManagerPosts(row.manager_posts),
    askAt: row.ask_at ?? undefined,
    nudges: JSON.parse(row.nudges),
    away: AWAY[row.away],
    answers:
      highlight === null || improvement === null
        ? undefined
        : {
            highlight,
            improvement,
            shortfall: row.shortfall ?? undefined,
            cause: row.cause ?? undefined,
            nextPlan: row.next_plan ?? undefined,
            shared: row.shared === 1,
          },
    item: row.item ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    late: row.late === 1,
  }
}

const AWAY = ['here', 'taken-back', 'asked-before'] as const satisfies Away[]

const code = (away: Away) => AWAY.indexOf(away) as 0 | 1 | 2

/** Until leaders were noted beside them, the posts' ids stood alone. */
function readManagerPosts(json: string): ManagerPost[] {
  const stored: (string | ManagerPost)[] = JSON.parse(json)
  return stored.map((one) => (typeof one === 'string' ? { leader: '', posts: [one] } : one))
}
