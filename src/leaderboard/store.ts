import type { Kysely, NotNull } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tables } from '../db/tables.ts'
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
  const index = wanted.around === undefined ? -1 : (placesOn(rows).get(wanted.around) ?? -1)
  const mine = index < 0 ? undefined : placeAt(rows, index)
  const around = index < wanted.top ? [] : placesAround(rows, index, NEIGHBOURS)
  return { metric, period, top, around, mine }
}

const latestPlaces = new WeakMap<readonly Scored[], Map<string, number>>()

/** Where everybody stands on a board, from 0. Kept as long as the board itself is remembered. */
function placesOn(rows: readonly Scored[]): Map<string, number> {
  const known = latestPlaces.get(rows)
  if (known) return known
  const places = new Map(rows.map((row, index) => [row.id, index]))
  latestPlaces.set(rows, places)
  return places
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

/** Everybody on the board, best first; people with the same value by id. */
async function boardOf(
  scope: Scope,
  { metric, period, leftBy = NEVER, teams }: Board,
): Promise<readonly Scored[]> {
  const asked = { workspace: scope.workspace.id, period, leftBy }
  if (!teams) return BOARDS[metric](rowsOf(scope), asked)
  return boardQuery(metric)(rowsOf(scope), asked)
    .where('total.person', 'in', (eb) =>
      eb
        .selectFrom('membership')
        .select('membership.person')
        .where('membership.workspace', '=', asked.workspace)
        .where('membership.team', 'in', teams.ids)
        .where('membership.part', '=', 'member')
        .where('membership.from_on', '<=', teams.on)
        .where((or) =>
          or.or([or('membership.until_on', 'is', null), or('membership.until_on', '>', teams.on)]),
        ),
    )
    .execute()
}

const NEVER = '' // before every date: nobody has left by then

const COLUMN = {
  attainment: 'total.attainment_ppm',
  signed: 'total.signed_minor',
  collected: 'total.collected_minor',
  deals: 'total.deals',
  new: 'total.new_customers',
} as const satisfies Record<Metric, string>

/** Names are a subquery because SQLite plans a join anew at every run. */
function boardQuery(metric: Metric) {
  const value = COLUMN[metric]
  return (
    tables: Kysely<Tables>,
    { workspace, period, leftBy }: Record<'workspace' | 'period' | 'leftBy', string>,
  ) =>
    tables
      .selectFrom('total')
      .select((eb) => {
        const named = eb
          .selectFrom('person')
          .select('person.name')
          .whereRef('person.workspace', '=', 'total.workspace')
          .whereRef('person.id', '=', 'total.person')
        return ['total.person as id', eb.ref(value).as('value'), named.as('name')]
      })
      .where('total.workspace', '=', workspace)
      .where('total.period', '=', period)
      .where(value, '>', 0)
      .where('total.person', 'not in', (eb) =>
        eb
          .selectFrom('person as gone')
          .select('gone.id')
          .where('gone.workspace', '=', workspace)
          .where('gone.left_on', '<=', leftBy),
      )
      .orderBy(value, 'desc')
      .orderBy('total.person')
      .$narrowType<{ value: NotNull; name: NotNull }>()
}

const once = (metric: Metric) => compiledOnce(['workspace', 'period', 'leftBy'], boardQuery(metric))

const BOARDS = {
  attainment: once('attainment'),
  signed: once('signed'),
  collected: once('collected'),
  deals: once('deals'),
  new: once('new'),
} satisfies Record<Metric, unknown>
