import { instantAt } from '../kernel/calendar.ts'
import type { Minor } from '../kernel/money.ts'
import { addDays, daysBetween } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Deal } from './deal.ts'
import type { Matched } from './schedule.ts'

/** The wall clock at which an owner is asked. */
const ASK_AT = '09:30'
export const DAYS_BETWEEN_QUESTIONS = 7

/** What is still to come in of an instalment, with what is needed to name its deal. */
export interface OpenInstalment {
  deal: string
  number: number
  customer: string
  owner: string
  currency: string
  dueOn: LocalDate
  openMinor: Minor
}

/** Stores what is open of a deal's instalments; the question about one that stays open keeps its moment. */
export async function setOpenInstalments(
  scope: WriteScope,
  deal: Pick<Deal, 'id' | 'owner'>,
  instalments: readonly Matched[],
): Promise<void> {
  const before = await rowsOf(scope)
    .deleteFrom('open_instalment')
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', deal.id)
    .returning(['due_on', 'ask_at'])
    .execute()
  const asked = new Map(before.map((row) => [row.due_on, row.ask_at]))
  const open = instalments.filter((one) => one.openMinor > 0)
  if (open.length === 0) return
  await rowsOf(scope)
    .insertInto('open_instalment')
    .values(
      open.map(({ dueOn, openMinor }) => ({
        workspace: scope.workspace.id,
        deal: deal.id,
        due_on: dueOn,
        owner: deal.owner,
        open_minor: openMinor,
        ask_at: asked.get(dueOn) ?? nextQuestion(scope, dueOn),
      })),
    )
    .execute()
}

/** What is to come in until a day, the earliest first; `people`: of the deals that they own. */
export async function openInstalmentsUntil(
  scope: Scope,
  day: LocalDate,
  people: readonly string[] | undefined,
): Promise<OpenInstalment[]> {
  if (people?.length === 0) return []
  const query = openRows(scope).where('open_instalment.due_on', '<=', day)
  const rows = await (people ? query.where('open_instalment.owner', 'in', [...people]) : query).execute()
  return rows.map(asOpen)
}

/** Whose instalments are to be asked about by now, and since when. */
export async function questionsDue(scope: Scope): Promise<{ person: string; at: Instant }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('open_instalment')
    .select((row) => ['owner', row.fn.min('ask_at').as('at')])
    .where('workspace', '=', scope.workspace.id)
    .where('ask_at', '<=', scope.now)
    .groupBy('owner')
    .orderBy('owner')
    .execute()
  return rows.map(({ owner, at }) => ({ person: owner, at }))
}

/** Takes an owner's questions that are due, so that nobody else asks them; the next ones follow in a week. */
export async function takeQuestions(scope: WriteScope, owner: string): Promise<OpenInstalment[]> {
  const due = await openRows(scope)
    .select('open_instalment.ask_at')
    .where('open_instalment.owner', '=', owner)
    .where('open_instalment.ask_at', '<=', scope.now)
    .execute()
  const taken: OpenInstalment[] = []
  for (const row of due) {
    const moved = await rowsOf(scope)
      .updateTable('open_instalment')
      .set({ ask_at: nextQuestion(scope, row.due_on) })
      .where('workspace', '=', scope.workspace.id)
      .where('deal', '=', row.deal)
      .where('due_on', '=', row.due_on)
      .where('ask_at', '=', row.ask_at)
      .executeTakeFirst()
    if (moved.numUpdatedRows > 0n) taken.push(asOpen(row))
  }
  return taken
}

/** The first question after now. */
export async function nextQuestionAfterNow(scope: Scope): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('open_instalment')
    .select('ask_at')
    .where('workspace', '=', scope.workspace.id)
    .where('ask_at', '>', scope.now)
    .orderBy('ask_at')
    .limit(1)
    .executeTakeFirst()
  return row?.ask_at
}

/** The day after the due date, and every week after it: the first of these moments that lies ahead. */
function nextQuestion({ now, today, workspace }: Scope, dueOn: LocalDate): Instant {
  const first = addDays(dueOn, 1)
  const weeks = Math.max(0, Math.floor(daysBetween(first, today) / DAYS_BETWEEN_QUESTIONS))
  const moments = [weeks, weeks + 1].map((week) =>
    instantAt(addDays(first, week * DAYS_BETWEEN_QUESTIONS), ASK_AT, workspace.zone),
  )
  return moments.find((moment) => moment > now) ?? (moments[1] as Instant)
}

const openRows = (scope: Scope) =>
  rowsOf(scope)
    .selectFrom('open_instalment')
    .innerJoin('deal', (join) =>
      join
        .onRef('deal.workspace', '=', 'open_instalment.workspace')
        .onRef('deal.id', '=', 'open_instalment.deal'),
    )
    .select([
      'open_instalment.deal',
      'open_instalment.due_on',
      'open_instalment.owner',
      'open_instalment.open_minor',
      'deal.number',
      'deal.customer',
      'deal.currency',
    ])
    .where('open_instalment.workspace', '=', scope.workspace.id)
    .orderBy('open_instalment.due_on')
    .orderBy('deal.number')

type OpenRow = Awaited<ReturnType<ReturnType<typeof openRows>['execute']>>[number]

const asOpen = (row: OpenRow): OpenInstalment => ({
  deal: row.deal,
  number: row.number,
  customer: row.customer,
  owner: row.owner,
  currency: row.currency,
  dueOn: row.due_on,
  openMinor: row.open_minor,
})
