import { sql } from 'kysely'
import { type Period, spanOf } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { allTeams } from '../people/store.ts'
import { subtreeOf } from '../people/teams.ts'
import type { Metric } from './metric.ts'
import { type Place, placeAt, placesAround, rankTop, type Scored } from './ranks.ts'

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
 * the period's end, or today. One read of running sums by their index, never of the deals; until somebody commits, the
 * next one who asks is answered from the same read.
 */
export async function standing(
  scope: Scope,
  metric: Metric,
  period: Period,
  wanted: { top: number; around?: string; team?: string },
): Promise<Standing> {
  const rows = await boardOf(scope, { metric, period, ...(await filtersOf(scope, period, wanted.team)) })
  const top = rankTop(rows, wanted.top)
  const index = rows.findIndex((row) => row.id === wanted.around)
  const mine = index < 0 ? undefined : placeAt(rows, index)
  const around = index < wanted.top ? [] : placesAround(rows, index, NEIGHBOURS)
  return { metric, period, top, around, mine }
}

const NEIGHBOURS = 2 // above, and as many below: with oneself, five around me

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

/** Everybody on the board, best first; people with the same value by id. Names are a subquery because SQLite plans a join anew at every run. */
async function boardOf(scope: Scope, board: Board): Promise<readonly Scored[]> {
  const value = sql.ref(`total.${COLUMN[board.metric]}`)
  const { rows } = await sql<Scored>`
    select total.person as id, ${value} as value,
      (select person.name from person
        where person.workspace = total.workspace and person.id = total.person) as name
    from total
    where total.workspace = ${scope.workspace.id} and total.period = ${board.period} and ${value} > 0
      ${members(scope, board)} ${except(scope, board)}
    order by ${value} desc, total.person`.execute(rowsOf(scope))
  return rows
}

const COLUMN: Record<Metric, string> = {
  attainment: 'attainment_ppm',
  signed: 'signed_minor',
  collected: 'collected_minor',
  deals: 'deals',
  new: 'new_customers',
}

function members(scope: Scope, { teams }: Board) {
  if (!teams) return sql``
  return sql`and total.person in (
    select membership.person from membership
    where membership.workspace = ${scope.workspace.id} and membership.team in (${sql.join(teams.ids)})
      and membership.part = 'member' and membership.from_on <= ${teams.on}
      and (membership.until_on is null or membership.until_on > ${teams.on}))`
}

function except(scope: Scope, { leftBy }: Board) {
  if (!leftBy) return sql``
  return sql`and total.person not in (
    select gone.id from person gone where gone.workspace = ${scope.workspace.id} and gone.left_on <= ${leftBy})`
}
