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
 * the period's end, or today. At most two reads (and one for the teams), of running sums only, never of the deals.
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

async function topRows(scope: Scope, board: Board, limit: number): Promise<Scored[]> {
  const value = figure('total', board.metric)
  const { rows } = await sql<Scored>`
    select person.id as id, person.name as name, ${value} as value
    from total join person on person.workspace = total.workspace and person.id = total.person
    where ${onBoard(scope, board, 'total')} ${members(scope, board, 'total')} ${except(scope, board, 'total')}
    order by ${value} desc, total.person
    limit ${limit}`.execute(rowsOf(scope))
  return rows
}

const NEIGHBOURS = 2 // above, and as many below: with oneself, five around me

/** One person's place with the places next to it, each with its rank. */
async function neighbourhood(
  scope: Scope,
  board: Board,
  person: string,
): Promise<Pick<Standing, 'around' | 'mine'>> {
  const { rows } = await neighbourRows(scope, board, person)
  const near = rows.map((row) => ({ ...row, equal: Number(row.equal) }))
  const own = near.find((row) => row.id === person)
  if (!own) return { around: [], mine: undefined }
  return placesAround(near, { ...own, rank: Number(own.ahead) + 1 }, NEIGHBOURS)
}

/**
 * The person's row with the rows next to it. How many are ahead is counted for the person alone: the neighbours' ranks
 * follow from how many share each value, and long counts are what would make this slow.
 */
function neighbourRows(scope: Scope, board: Board, person: string) {
  const value = figure('total', board.metric)
  const own = figure('own', board.metric)
  const rival = figure('rival', board.metric)
  const near = figure('near', board.metric)
  const listed = sql`${onBoard(scope, board, 'total')} ${members(scope, board, 'total')} ${except(scope, board, 'total')}`
  const mine = sql`(select ${own} from total own where own.workspace = ${scope.workspace.id} and own.period = ${board.period} and own.person = ${person})`
  return sql<Scored & { ahead: number | null; equal: number }>`
    select person.id as id, person.name as name, ${near} as value,
      case when person.id = ${person} then ${rivals(scope, board, sql`${rival} > ${near}`)} end as ahead,
      ${rivals(scope, board, sql`${rival} = ${near}`)} as equal
    from (
      select total.* from total where ${listed} and total.person = ${person}
      union all
      select * from (select total.* from total
        where ${listed} and ${value} >= ${mine} and (${value} > ${mine} or total.person < ${person})
        order by ${value}, total.person desc limit ${NEIGHBOURS}) as above
      union all
      select * from (select total.* from total
        where ${listed} and ${value} <= ${mine} and (${value} < ${mine} or total.person > ${person})
        order by ${value} desc, total.person limit ${NEIGHBOURS + 1}) as below
    ) as near
    join person on person.workspace = near.workspace and person.id = near.person`.execute(rowsOf(scope))
}

/**
 * How many compare so. Who has left is counted and taken off again rather than left out, so that the long count needs
 * the index alone; `cross join` keeps SQLite to the order written, which begins with those few.
 */
function rivals(scope: Scope, board: Board, compared: RawBuilder<unknown>) {
  const counted = sql`${onBoard(scope, board, 'rival')} and ${compared} ${members(scope, board, 'rival')}`
  const all = sql`(select count(*) from total rival where ${counted})`
  if (!board.leftBy) return all
  return sql`${all} - (select count(*) from person gone cross join total rival
    where gone.workspace = ${scope.workspace.id} and gone.left_on <= ${board.leftBy}
      and rival.person = gone.id and ${counted})`
}

const COLUMN: Record<Metric, string> = {
  attainment: 'attainment_ppm',
  signed: 'signed_minor',
  collected: 'collected_minor',
  deals: 'deals',
  new: 'new_customers',
}

const figure = (table: string, metric: Metric) => sql.ref(`${table}.${COLUMN[metric]}`)

function onBoard(scope: Scope, { metric, period }: Board, table: string) {
  return sql`${sql.ref(`${table}.workspace`)} = ${scope.workspace.id}
    and ${sql.ref(`${table}.period`)} = ${period} and ${figure(table, metric)} > 0`
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
  return sql`select gone.id from person gone where gone.workspace = ${scope.workspace.id} and gone.left_on <= ${leftBy}`
}
