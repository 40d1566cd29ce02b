import type { Award, Badge } from '../badges/badge.ts'
import { awardsBetween, badgesOf, lastAwardEvent } from '../badges/store.ts'
import { type Deal, subjectOf } from '../deals/deal.ts'
import { dealsBetween, lastDealChange, type Total, totalsOf } from '../deals/store.ts'
import { addDays, type Period, shift } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { secondsAfter } from '../kernel/time.ts'
import { type Place, rankTop } from '../leaderboard/ranks.ts'
import { everyone, personById, teamById } from '../people/store.ts'
import { lastAnnouncement } from './store.ts'

/** What the wall tells: nothing that its channels have not been told yet. */
export interface WallFacts {
  /** The month that the winners are of: this one, or the last while this one has none. */
  winnersOf: Period
  winners: Winner[]
  board: { metric: BoardMetric; month: Period; places: BoardPlace[] }
  deals: LatestDeal[]
  hall: Winner[]
  /** What has happened in the last minutes, to be celebrated once. */
  news: { id: string; deal?: LatestDeal; winner?: Winner } | undefined
}

/** Attainment where there are targets; else what was signed, or how many deals where amounts are hidden. */
export type BoardMetric = 'attainment' | 'signed' | 'deals'

export interface Winner {
  id: string
  badge: Badge
  month: Period
  name: string
  team: string
  reason: string | undefined
}

export interface BoardPlace {
  rank: number
  name: string
  /** Millionths of the target, minor units, or deals. */
  value: number
  /** The value against the highest on the board (or, for attainment, against the target where that is more). */
  share: number
}

export interface LatestDeal {
  id: string
  name: string
  /** Undefined: hidden in this workspace. */
  customer: string | undefined
  amountMinor: number | undefined
  currency: string
}

const BOARD_PLACES = 6 // as many as a screen holds with names of 7 % of its height
const BARE_BOARD = 3
const LATEST_DEALS = 5
const LATEST_DAYS = 31
const HALL_MONTHS = 12
const HALL_WINNERS = 12
/** A deal can be taken back for this long before it is announced. */
const UNANNOUNCED_SECONDS = 60
const NEWS_SECONDS = 15 * 60

export async function wallFacts(scope: Scope): Promise<WallFacts> {
  const month = scope.today.slice(0, 7)
  const badges = await badgesOf(scope)
  const awards = (await awardsBetween(scope, shift(month, -HALL_MONTHS), month)).filter(
    (award) => award.announcedAt <= scope.now,
  )
  const honored = [month, shift(month, -1)].find((one) => awards.some((award) => award.month === one))
  const winnersOf = honored ?? month
  const winnersIn = (some: readonly Award[]) =>
    Promise.all(some.map((award) => winnerOf(scope, badges, award)))
  const deals = await announcedDeals(scope)
  return {
    winnersOf,
    winners: monthlyFirst(await winnersIn(awards.filter((award) => award.month === winnersOf))),
    board: await boardOf(scope, month),
    deals: await Promise.all(deals.slice(0, LATEST_DEALS).map((deal) => latestDeal(scope, deal))),
    hall: await winnersIn(awards.filter((award) => award.month < winnersOf).slice(0, HALL_WINNERS)),
    news: await newsOf(scope, badges, awards, deals),
  }
}

/** Changes whenever the facts may have. */
export async function wallVersion(scope: Scope): Promise<string> {
  const announced = secondsAfter(scope.now, -UNANNOUNCED_SECONDS)
  const parts = [
    scope.today,
    await lastDealChange(scope, announced),
    await lastAwardEvent(scope),
    await lastAnnouncement(scope),
  ]
  return parts.map((part) => part ?? '-').join('/')
}

async function announcedDeals(scope: Scope): Promise<Deal[]> {
  const span = { from: addDays(scope.today, -LATEST_DAYS), to: scope.today }
  const deals = await dealsBetween(scope, span, { limit: LATEST_DEALS * 4 })
  const announced = secondsAfter(scope.now, -UNANNOUNCED_SECONDS)
  return deals.filter((deal) => deal.loggedAt <= announced)
}

async function latestDeal(scope: Scope, deal: Deal): Promise<LatestDeal> {
  const { hideAmounts, hideCustomers } = scope.workspace.settings
  return {
    id: deal.id,
    name: (await personById(scope, deal.owner))?.name ?? '',
    customer: hideCustomers ? undefined : deal.customer,
    amountMinor: hideAmounts ? undefined : deal.amountMinor,
    currency: deal.currency,
  }
}

async function winnerOf(scope: Scope, badges: readonly Badge[], award: Award): Promise<Winner> {
  const badge = badges.find((one) => one.id === award.badge)
  if (!badge) throw new Error(`Award ${award.id} has no badge.`)
  return {
    id: award.id,
    badge,
    month: award.month,
    name: (await personById(scope, award.person))?.name ?? '',
    team: award.team ? ((await teamById(scope, award.team))?.name ?? '') : '',
    reason: award.reason,
  }
}

function scoreOf(metric: BoardMetric, total: Total): number {
  if (metric === 'attainment') return total.attainmentPpm ?? 0
  return metric === 'signed' ? total.signedMinor : total.deals
}

/** Nobody is shown as the last one, unless so few are in it that the board would be bare. */
const placesShown = (people: number): number => Math.min(BOARD_PLACES, Math.max(BARE_BOARD, people - 1))

const monthlyFirst = (winners: readonly Winner[]): Winner[] =>
  winners.toSorted((a, b) => Number(b.badge.monthly) - Number(a.badge.monthly))

async function boardOf(scope: Scope, month: Period): Promise<WallFacts['board']> {
  const totals = await totalsOf(scope, month)
  const names = new Map((await everyone(scope)).map((one) => [one.id, one.name]))
  const known = totals.filter((total) => names.has(total.person))
  const withTargets = known.some((total) => total.targetMinor)
  const metric = withTargets ? 'attainment' : scope.workspace.settings.hideAmounts ? 'deals' : 'signed'
  const scored = known
    .map((total) => ({
      id: total.person,
      name: names.get(total.person) ?? '',
      value: scoreOf(metric, total),
    }))
    .filter((one) => one.value > 0)
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name))
  const most = Math.max(metric === 'attainment' ? 1_000_000 : 1, scored[0]?.value ?? 0)
  const places: Place[] = rankTop(scored, placesShown(scored.length))
  return {
    metric,
    month,
    places: places.map((place) => ({
      rank: place.rank,
      name: place.person.name,
      value: place.value,
      share: Math.min(1, place.value / most),
    })),
  }
}

async function newsOf(
  scope: Scope,
  badges: readonly Badge[],
  awards: readonly Award[],
  deals: readonly Deal[],
): Promise<WallFacts['news']> {
  const since = secondsAfter(scope.now, -NEWS_SECONDS)
  const award = [...awards].sort((a, b) => b.announcedAt.localeCompare(a.announcedAt))[0]
  const logged = deals.filter((deal) => deal.source === 'chat')
  const deal = logged.sort((a, b) => b.loggedAt.localeCompare(a.loggedAt))[0]
  const dealAt = deal?.loggedAt ?? ''
  if (award && award.announcedAt > since && award.announcedAt >= dealAt)
    return { id: `award:${award.id}`, winner: await winnerOf(scope, badges, award) }
  if (deal && dealAt > since) return { id: subjectOf(deal), deal: await latestDeal(scope, deal) }
  return undefined
}
