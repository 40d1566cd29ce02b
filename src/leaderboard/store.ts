import { type RawBuilder, sql } from 'kysely'
import { type Period, spanOf } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { allTeams } from '../people/store.ts'
import { subtreeOf } from '../people/teams.ts'
import type { Metric } from './metric.ts'
import { type Place, placesAround, rankTop, type Scored } from './ranks.ts'

export interface Standing {
  metric: Metric
  period: Period
  /** The best, at most as many as asked for; people with the same value share the rank. */
  top: Place[]
  /** Where the person asked about stands below the top: they and their neighbours. */
  around: Place[]
  /** The place of the person asked about; undefined: they are not on the board. */
  mine: Place | undefined
}

/**
 * A board: its top, and one person's neighbourhood. On it is who has more than nothing; who has left is off the boards
 * of running periods and stays on those of past ones. A team stands for its whole subtree, by who its members are at
 * the period's end, or today. A handful of reads by index, of running sums only, never of the deals.
 */
export async function standing(
  scope: Scope,
  metric: Metric,
  period: Period,
  wanted: { top: number; around?: string; team?: string },
): Promise<Standing> {
  const board = { metric, period, ...(await filtersOf(scope, period, wanted.team)) }
  const rows = await topRows(scope, board, wanted.top + 1)
  const top = rankTop(rows, wanted.top)
  const mine = top.find((place) => place.person.id === wanted.around)
  if (wanted.around === undefined || mine) return { metric, period, top, around: [], mine }
  return { metric, period, top, ...(await neighbourhood(scope, board, wanted.around)) }
}

/** What is ranked, and who is on it. */
interface Board {
  metric: Metric
  period: Period
  /** Who is left out: those who left up to this day. */
  leftBy: LocalDate | undefined
  /** Who is in: the members of these teams on a day. */
  teams: { ids: string[]; on: LocalDate } | undefined
}

async function filtersOf(
  scope: Scope,
  period: Period,
  team: string | undefined,
): Promise<Pick<Board, 'leftBy' | 'teams'>> {
  const end = spanOf(period, scope.workspace.fiscalStartMonth).to
  const running = end >= scope.today
  return {
    leftBy: running ? scope.today : undefined,
    teams: team
      ? { ids: subtreeOf(await allTeams(scope), team), on: running ? scope.today : end }
      : undefined,
  }
}

function topRows(scope: Scope, board: Board, limit: number): Promise<Scored[]> {
  return listed(
    scope,
    board,
    sql`${figure('total', board.metric)} > 0
      order by ${figure('total', board.metric)} desc, total.person limit ${limit}`,
  )
}

const NEIGHBOURS = 2 // above, and as many below: with oneself, five around me

/** One person's place with the places next to it, each with its rank. */
async function neighbourhood(
  scope: Scope,
  board: Board,
  person: string,
): Promise<Pick<Standing, 'around' | 'mine'>> {
  const [own] = await listed(
    scope,
    board,
    sql`${figure('total', board.metric)} > 0 and total.person = ${person}`,
  )
  if (!own) return { around: [], mine: undefined }
  const value = figure('total', board.metric)
  const mine = given(own.value)
  const above = await listed(
    scope,
    board,
    sql`${value} >= ${mine} and (${value} > ${mine} or total.person < ${person})
      order by ${value}, total.person desc limit ${NEIGHBOURS}`,
  )
  const below = await listed(
    scope,
    board,
    sql`${value} > 0 and ${value} <= ${mine} and (${value} < ${mine} or total.person > ${person})
      order by ${value} desc, total.person limit ${NEIGHBOURS + 1}`,
  )
  const rank = (await ahead(scope, board, own.value)) + 1
  return placesAround([...above, own, ...below], { ...own, rank }, NEIGHBOURS)
}

/** A value to compare with. SQLite would plan a query anew for every value that stands bare in a range. */
const given = (value: number) => sql`(select cast(${value} as bigint))`

/** Rows of the board, with how many share the value. Names are subqueries because SQLite plans a join anew at every run. */
async function listed(
  scope: Scope,
  board: Board,
  rest: RawBuilder<unknown>,
): Promise<(Scored & { equal: number })[]> {
  const value = figure('total', board.metric)
  const { rows } = await sql<Scored & { equal: number }>`
    select total.person as id, ${value} as value,
      (select person.name from person
        where person.workspace = total.workspace and person.id = total.person) as name,
      (select count(*) from total same where ${onBoard(scope, board, 'same')}
        and ${figure('same', board.metric)} = ${value}
        ${members(scope, board, 'same')} ${except(scope, board, 'same')}) as equal
    from total
    where ${onBoard(scope, board, 'total')} ${members(scope, board, 'total')} ${except(scope, board, 'total')}
      and ${rest}`.execute(rowsOf(scope))
  return rows
}

/**
 * How many have more. Who has left is counted and taken off again rather than left out, so that the long count needs
 * the index alone; `cross join` keeps SQLite to the order written, which begins with those few.
 */
async function ahead(scope: Scope, board: Board, own: number): Promise<number> {
  const counted = sql`${onBoard(scope, board, 'rival')} and ${figure('rival', board.metric)} > ${given(own)}
    ${members(scope, board, 'rival')}`
  const all = sql`(select count(*) from total rival where ${counted})`
  const left = sql`(select count(*) from person gone cross join total rival
    where gone.workspace = ${scope.workspace.id} and gone.left_on <= (select cast(${board.leftBy ?? null} as text))
      and rival.person = gone.id and ${counted})`
  const { rows } = await sql<{ people: number }>`
    select ${board.leftBy ? sql`${all} - ${left}` : all} as people`.execute(rowsOf(scope))
  return Number(rows[0]?.people ?? 0)
}

const COLUMN: Record<Metric, string> = {
  attainment: 'attainment_ppm',
  signed: 'signed_minor',
  collected: 'collected_minor',
  deals: 'deals',
  new: 'new_customers',
}

const figure = (table: string, metric: Metric) => sql.ref(`${table}.${COLUMN[metric]}`)

function onBoard(scope: Scope, { period }: Board, table: string) {
  return sql`${sql.ref(`${table}.workspace`)} = ${scope.workspace.id}
    and ${sql.ref(`${table}.period`)} = ${period}`
}

function members(scope: Scope, { teams }: Board, table: string) {
  if (!teams) return sql``
  return sql`and ${sql.ref(`${table}.person`)} in (
    select membership.person from membership
    where membership.workspace = ${scope.workspace.id} and membership.team in (${sql.join(teams.ids)})
      and membership.part = 'member' and membership.from_on <= ${teams.on}
      and (membership.until_on is null or membership.until_on > ${teams.on}))`
}

function except(scope: Scope, { leftBy }: Board, table: string) {
  if (!leftBy) return sql``
  return sql`and ${sql.ref(`${table}.person`)} not in (${gone(scope, leftBy)})`
}

function gone(scope: Scope, leftBy: LocalDate) {
  return sql`select gone.id from person gone where gone.workspace = ${scope.workspace.id} and gone.left_on <= (select cast(${leftBy} as text))`
}
