import { createHash } from 'node:crypto'
import type { Deal } from '../../deals/deal.ts'
import { dealsBetween, type Total, totalsOf } from '../../deals/store.ts'
import { paceOf, shareBps } from '../../goals/pace.ts'
import { goalsIn } from '../../goals/store.ts'
import { addDays, daysBetween, type Period, periodOf, spanOf } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { membersOf } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { reportBefore, type Told } from './store.ts'

/** What a day was for a team and all teams below it, each person once, and where its month stands that evening. */
export interface TeamDay {
  team: Team
  date: LocalDate
  month: Period
  /** Signed on the day; a deal counts for its owner, money for whoever has a part. */
  deals: number
  signedMinor: number
  collectedMinor: number
  monthDeals: number
  monthSignedMinor: number
  /** Against what the month is measured; undefined: nothing has been set. */
  aim: Aim | undefined
  /** The share of the month's workdays that are over, in basis points, and how many come. */
  timeBps: number
  workdaysLeft: number
  /** The largest deals of the day. */
  top: Deal[]
  /** What has come to earlier days since the last report: logged late, refunded, voided. */
  since: { deals: number; signedMinor: number } | undefined
  /** Of whom, folded. */
  people: string
  members: number
}

interface Aim {
  targetMinor: number
  reachedMinor: number
  bps: number
}

const TOP = 3

/** All of it from running sums, as they are now. `ritual`: whose last report it goes on from. */
export async function teamDay(scope: Scope, team: Team, date: LocalDate, ritual?: string): Promise<TeamDay> {
  const members = (await membersOf(scope, team.id, date)).map(({ id }) => id)
  const month = periodOf(date, 'month')
  const { fiscalStartMonth } = scope.workspace
  const day = sumOf(await totalsOf(scope, date, members))
  const inMonth = await monthUntil(scope, members, date)
  const sofar = sumOf(inMonth)
  const when = { today: addDays(date, 1), workdays: team.workdays, fiscalStartMonth }
  const { timeBps, workdaysLeft } = paceOf({ value: Number.MAX_SAFE_INTEGER, period: month }, 0, when)
  const people = createHash('sha256').update(members.toSorted().join(' ')).digest('hex').slice(0, 16)
  const before = ritual === undefined ? undefined : await reportBefore(scope, ritual, date)
  return {
    team,
    date,
    month,
    deals: day.deals,
    signedMinor: day.signedMinor,
    collectedMinor: day.collectedMinor,
    monthDeals: sofar.deals,
    monthSignedMinor: sofar.signedMinor,
    aim: await aimOf(scope, team, month, inMonth),
    timeBps,
    workdaysLeft,
    top: await largestOf(scope, members, date),
    since:
      before?.people === people ? await sinceThen(scope, members, before, { day, sofar, month }) : undefined,
    people,
    members: members.length,
  }
}

/** Whether there is nothing to tell of a day. */
export const isEmpty = ({ deals, signedMinor, collectedMinor, since }: TeamDay): boolean =>
  deals === 0 && signedMinor === 0 && collectedMinor === 0 && since === undefined

/** How much more has to be signed on each workday that is left, in whole units of the currency. */
export function perDay(missingMinor: bigint, workdays: number, minorPerUnit: bigint): bigint {
  const share = minorPerUnit * BigInt(workdays)
  return ((missingMinor + share - 1n) / share) * minorPerUnit
}

type Sums = Pick<Total, 'deals' | 'signedMinor' | 'collectedMinor'>

const sumOf = (totals: readonly Total[]): Sums => ({
  deals: totals.reduce((sum, total) => sum + total.deals, 0),
  signedMinor: totals.reduce((sum, total) => sum + total.signedMinor, 0),
  collectedMinor: totals.reduce((sum, total) => sum + total.collectedMinor, 0),
})

/** The month's sums by person without the days after a date. */
async function monthUntil(scope: Scope, members: readonly string[], date: LocalDate): Promise<Total[]> {
  const month = periodOf(date, 'month')
  const totals = new Map((await totalsOf(scope, month, members)).map((total) => [total.person, { ...total }]))
  const { to } = spanOf(month)
  const [last = to] = [to, scope.today].sort()
  for (let ahead = 1; ahead <= daysBetween(date, last); ahead += 1) {
    for (const later of await totalsOf(scope, addDays(date, ahead), members)) {
      const total = totals.get(later.person)
      if (!total) continue
      total.deals -= later.deals
      total.signedMinor -= later.signedMinor
      total.collectedMinor -= later.collectedMinor
    }
  }
  return [...totals.values()]
}

/** The team's own goal of what is signed, else what its people are to sign. */
async function aimOf(
  scope: Scope,
  team: Team,
  month: Period,
  inMonth: readonly Total[],
): Promise<Aim | undefined> {
  const goals = await goalsIn(scope, [month], { level: 'team', owner: team.id })
  const own = goals.find(({ metric, name, value }) => metric === 'signed' && name === '' && value > 0)
  const aimed = own ? inMonth : inMonth.filter((total) => total.targetMinor)
  const targetMinor = own?.value ?? aimed.reduce((sum, total) => sum + (total.targetMinor ?? 0), 0)
  if (targetMinor <= 0) return undefined
  const reachedMinor = sumOf(aimed).signedMinor
  return { targetMinor, reachedMinor, bps: shareBps(reachedMinor, targetMinor) }
}

async function largestOf(scope: Scope, members: readonly string[], date: LocalDate): Promise<Deal[]> {
  const own = new Set(members)
  const deals = await dealsBetween(scope, { from: date, to: date }, { people: members })
  return deals
    .filter((deal) => own.has(deal.owner) && deal.amountMinor > 0)
    .sort((a, b) => b.baseMinor - a.baseMinor || a.number - b.number)
    .slice(0, TOP)
}

/** How the sums differ from what was told and what the day itself brought; undefined: not at all. */
async function sinceThen(
  scope: Scope,
  members: readonly string[],
  before: Told,
  now: { day: Sums; sofar: Sums; month: Period },
): Promise<{ deals: number; signedMinor: number } | undefined> {
  const then = periodOf(before.date, 'month')
  const earlier =
    then === now.month ? { deals: 0, signedMinor: 0 } : sumOf(await totalsOf(scope, then, members))
  const deals = earlier.deals + now.sofar.deals - before.monthDeals - now.day.deals
  const signedMinor =
    earlier.signedMinor + now.sofar.signedMinor - before.monthSignedMinor - now.day.signedMinor
  return deals === 0 && signedMinor === 0 ? undefined : { deals, signedMinor }
}
