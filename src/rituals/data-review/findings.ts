import type { Minor } from '../../kernel/money.ts'
import { type Facts, type Line, type Mix, MONTHS_IN_MEAN, type Named } from './facts.ts'

/** Below so many deals a finding is called a small sample: one deal more would turn it around. */
export const SMALL_SAMPLE = 10

/** What the figures say, with how many deals say it: one number, or one for each month that is compared. */
export type Finding = { sample: number[] } & (
  | { kind: 'people' | 'products' | 'channels'; up: Move | undefined; down: Move | undefined }
  | { kind: 'top-customer' | 'top-rep'; name: string; minor: Minor; shareBps: number; among: number }
  | { kind: 'repeat'; mix: Mix; byChannel: { name: string; newDeals: number; deals: number }[] }
  | { kind: 'weekday'; best: Weekday; worst: Weekday }
  | { kind: 'average'; now: Minor; before: Minor | undefined; mean: Minor | undefined }
  | { kind: 'refunds'; minor: Minor; deals: number; shareBps: number | undefined }
)

export type FindingKind = Finding['kind']

/** How far something has moved: the month, the month before, and the mean of up to three months before. */
export interface Move {
  name: string
  now: Minor
  before: Minor
  mean: Minor | undefined
}

export interface Weekday {
  /** 1 Monday … 7 Sunday. */
  weekday: number
  deals: number
  days: number
}

/** Everything that a month's figures say, the moves first. What they do not say is left out. */
export function findings(facts: Facts): Finding[] {
  return [
    moved('people', facts.people, facts),
    moved('products', facts.products, facts),
    moved('channels', facts.channels, facts),
    topCustomer(facts),
    topRep(facts),
    repeat(facts),
    weekday(facts),
    average(facts),
    refunds(facts),
  ].filter((finding) => finding !== undefined)
}

export const isSmall = ({ sample }: Finding): boolean => Math.min(...sample) < SMALL_SAMPLE

/** Who or what has gained, and who or what has lost most since the month before; undefined: nothing has moved. */
function moved(
  kind: 'people' | 'products' | 'channels',
  rows: readonly Named[],
  facts: Facts,
): Finding | undefined {
  if (kind !== 'people' && rows.every((row) => row.name === '')) return undefined
  if (historyOf(facts.team).length === 0) return undefined
  const changes = rows.map((row) => ({ row, by: at(row.minor, 0) - at(row.minor, 1) }))
  const up = changes.reduce(greater, undefined)
  const down = changes.map(({ row, by }) => ({ row, by: -by })).reduce(greater, undefined)
  if (!up && !down) return undefined
  const shown = [up, down].flatMap((one) => one?.row ?? [])
  const sum = (month: number) => shown.reduce((all, row) => all + at(row.deals, month), 0)
  const move = (row: Named): Move => ({
    name: row.name,
    now: at(row.minor, 0),
    before: at(row.minor, 1),
    mean: meanOf(row, facts.team),
  })
  return { kind, up: up && move(up.row), down: down && move(down.row), sample: [sum(0), sum(1)] }
}

interface Change {
  row: Named
  by: number
}

const greater = (best: Change | undefined, one: Change): Change | undefined =>
  one.by > (best?.by ?? 0) ? one : best

function topCustomer({ customers, customerCount, team }: Facts): Finding | undefined {
  return top('top-customer', customers, customerCount, team)
}

function topRep({ people, team }: Facts): Finding | undefined {
  const rows = people.map(({ name, minor }) => ({ name, minor: at(minor, 0) }))
  return top('top-rep', rows, rows.filter((row) => row.minor > 0).length, team)
}

/** The share of the greatest. A share of nothing, or of less, is none. */
function top(
  kind: 'top-customer' | 'top-rep',
  rows: readonly { name: string; minor: Minor }[],
  among: number,
  team: Line,
): Finding | undefined {
  const all = at(team.minor, 0)
  const first = rows.reduce<(typeof rows)[number] | undefined>(
    (best, one) => (one.minor > (best?.minor ?? 0) ? one : best),
    undefined,
  )
  if (!first || all <= 0) return undefined
  return { kind, ...first, shareBps: bps(first.minor, all), among, sample: [at(team.deals, 0)] }
}

function repeat({ mix, mixByChannel, team }: Facts): Finding | undefined {
  const deals = at(team.deals, 0)
  if (deals === 0) return undefined
  const byChannel = mixByChannel
    .map(({ name, mix: part }) => ({
      name,
      newDeals: part.newDeals,
      deals: part.newDeals + part.repeatDeals,
    }))
    .sort((a, b) => b.deals - a.deals || (a.name < b.name ? -1 : 1))
  return { kind: 'repeat', mix, byChannel, sample: [deals] }
}

/** By deals a day, so that a month with five Mondays and four Fridays is fair. */
function weekday({ weekdays, team }: Facts): Finding | undefined {
  const rows = weekdays
    .map(({ deals, days }, index) => ({ weekday: index + 1, deals, days }))
    .filter((row) => row.days > 0 && (row.weekday <= 5 || row.deals > 0))
  const rate = (row: Weekday) => row.deals / row.days
  const best = rows.reduce((most, row) => (rate(row) > rate(most) ? row : most), rows[0] as Weekday)
  const worst = rows.reduce((least, row) => (rate(row) < rate(least) ? row : least), rows[0] as Weekday)
  if (!best || !worst || rate(best) === rate(worst)) return undefined
  return { kind: 'weekday', best, worst, sample: [at(team.deals, 0)] }
}

function average({ team }: Facts): Finding | undefined {
  const each = team.minor.map((minor, month) => ratio(minor, at(team.deals, month)))
  const [now, before] = each
  if (now === undefined) return undefined
  const earlier = historyOf(team)
  const sum = (values: readonly number[]) => earlier.reduce((all, month) => all + at(values, month), 0)
  const mean = earlier.length === 0 ? undefined : ratio(sum(team.minor), sum(team.deals))
  const sample = before === undefined ? [at(team.deals, 0)] : [at(team.deals, 0), at(team.deals, 1)]
  return { kind: 'average', now, before, mean, sample }
}

function refunds({ refunds: { minor, deals }, team }: Facts): Finding | undefined {
  if (deals === 0) return undefined
  const signed = at(team.minor, 0)
  return {
    kind: 'refunds',
    minor,
    deals,
    shareBps: signed > 0 ? bps(minor, signed) : undefined,
    sample: [deals],
  }
}

/** Of the three months before: those in which the team has signed anything. */
function historyOf(team: Line): number[] {
  const months = Array.from({ length: MONTHS_IN_MEAN }, (_, index) => index + 1)
  return months.filter((month) => at(team.deals, month) > 0)
}

/** How many months the mean is of. */
export const monthsInMean = (facts: Facts): number => historyOf(facts.team).length

function meanOf(row: Line, team: Line): Minor | undefined {
  const months = historyOf(team)
  const sum = months.reduce((all, month) => all + at(row.minor, month), 0)
  return months.length === 0 ? undefined : Math.round(sum / months.length)
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0
const ratio = (sum: Minor, count: number) => (count === 0 ? undefined : Math.floor(sum / count))
const bps = (part: Minor, whole: Minor) => Number((BigInt(part) * 10_000n) / BigInt(whole))
