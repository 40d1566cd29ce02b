import {
  compare,
  type Fraction,
  floor,
  fraction,
  least,
  minus,
  ONE,
  plus,
  rounded,
  times,
  ZERO,
} from './fraction.ts'
import type { Curve, Pool } from './pool.ts'

/** One of those who share a pool, with what they have done in the period. */
export interface PoolMember {
  person: string
  attained: Fraction
  /** Zero: nobody has set one. */
  target: Fraction
  /** What they have earned by their own deals, unrounded. */
  commission: Fraction
  /** The part of it that comes from the bonus that feeds the pool. */
  bonus: Fraction
}

/** A pool's account of one period, in whole minor units: what was put in, and where all of it has gone. */
export interface PoolAccount {
  /** What every member puts in, in the order of the members. */
  putInMinor: bigint[]
  /** What the company puts in. */
  companyMinor: bigint
  /** What was carried over from the period before. */
  carriedInMinor: bigint
  /** All of that. */
  sizeMinor: bigint
  /** Undefined: no member has a target. */
  attainment: Fraction | undefined
  /** The share of the pool that the attainment releases. */
  release: Fraction
  releasedMinor: bigint
  /** What the company adds where more is released than was put in. */
  toppedUpMinor: bigint
  /** Which members have a claim, in their order, and how many. */
  entitled: boolean[]
  eligible: number
  /** What every member gets, in the order of the members. */
  sharesMinor: bigint[]
  forfeitedMinor: bigint
  carriedMinor: bigint
}

/**
 * Works a pool out for one period.
 * 1. Put in: held back or from a bonus, each member's share of it, rounded down, and never more than they have earned;
 *    on top, the company's share of the sum of the commissions (half away from zero), or the fixed amount. What was
 *    carried over is added.
 * 2. Attainment: the sum of what the members have attained ÷ the sum of their targets; who has no target counts in
 *    neither. Without any target it counts as 0.
 * 3. Released: the pool × the curve's share at that attainment, half away from zero; nothing where nobody has a claim.
 * 4. Claims: members who have reached `eligible` of their own target have equal claims, or claims as large as their
 *    commission, or as their weight. Each gets their part rounded down; the missing units go one by one to the largest
 *    remainders, among equals to the larger part, then by the order of the weights, then to the earlier member.
 * 5. What is not released is forfeited, or carried over.
 * Put in by members and company + carried in + topped up = released + forfeited + carried over. The members come in the
 * order in which they joined.
 */
export function poolAccount(pool: Pool, members: readonly PoolMember[], carriedInMinor = 0n): PoolAccount {
  const putInMinor = members.map((member) => putIn(pool, member))
  const companyMinor = fromCompany(pool, members)
  const sizeMinor = sumOf(putInMinor) + companyMinor + carriedInMinor
  const attainment = attainmentOf(members)
  const release = releaseAt(pool.curve, attainment ?? ZERO)
  const claims = members.map((member) => claimOf(pool, member))
  const entitled = claims.map((claim) => claim.num > 0n)
  const eligible = entitled.filter(Boolean).length
  const releasedMinor = eligible === 0 ? 0n : rounded(times(fraction(sizeMinor), release))
  const leftMinor = releasedMinor < sizeMinor ? sizeMinor - releasedMinor : 0n
  return {
    putInMinor,
    companyMinor,
    carriedInMinor,
    sizeMinor,
    attainment,
    release,
    releasedMinor,
    toppedUpMinor: releasedMinor > sizeMinor ? releasedMinor - sizeMinor : 0n,
    entitled,
    eligible,
    sharesMinor: divided(releasedMinor, claims, ranks(pool, members)),
    forfeitedMinor: pool.unreleased === 'forfeited' ? leftMinor : 0n,
    carriedMinor: pool.unreleased === 'carried' ? leftMinor : 0n,
  }
}

/** The share of a pool that an attainment releases. */
export function releaseAt(curve: Curve, attainment: Fraction): Fraction {
  if ('from' in curve) return compare(attainment, curve.from) < 0 ? ZERO : least(attainment, curve.to)
  const reached = curve.filter(({ at }) => compare(at, attainment) <= 0)
  return reached.reduce((best, step) => (compare(step.at, best.at) >= 0 ? step : best), NO_STEP).releases
}

const NO_STEP = { at: ZERO, releases: ZERO }

function putIn({ source, size }: Pool, { commission, bonus }: PoolMember): bigint {
  if (source === 'on-top' || !('share' in size)) return 0n
  const whole = least(times(size.share, source === 'bonus' ? bonus : commission), commission)
  return whole.num > 0n ? floor(whole) : 0n
}

function fromCompany({ source, size }: Pool, members: readonly PoolMember[]): bigint {
  if (source !== 'on-top') return 0n
  if ('amountMinor' in size) return size.amountMinor
  const earned = members.map(({ commission }) => (commission.num > 0n ? commission : ZERO)).reduce(plus, ZERO)
  return rounded(times(size.share, earned))
}

function attainmentOf(members: readonly PoolMember[]): Fraction | undefined {
  const aimed = members.filter(({ target }) => target.num > 0n)
  if (aimed.length === 0) return undefined
  const target = aimed.map((member) => member.target).reduce(plus, ZERO)
  return over(aimed.map((member) => member.attained).reduce(plus, ZERO), target)
}

function claimOf({ eligible, divide, weights }: Pool, member: PoolMember): Fraction {
  const { person, attained, target, commission } = member
  const within = eligible === undefined || (target.num > 0n && compare(over(attained, target), eligible) >= 0)
  if (!within) return ZERO
  if (divide === 'equally') return ONE
  if (divide === 'by-weights') return weights.find((one) => one.person === person)?.weight ?? ZERO
  return commission.num > 0n ? commission : ZERO
}

/** Who comes first where remainders and parts are equal. */
function ranks({ weights }: Pool, members: readonly PoolMember[]): number[] {
  const named = weights.map((one) => one.person)
  return members.map(({ person }, index) => {
    const at = named.indexOf(person)
    return at >= 0 ? at : named.length + index
  })
}

function divided(totalMinor: bigint, claims: readonly Fraction[], rank: readonly number[]): bigint[] {
  const all = claims.reduce(plus, ZERO)
  if (all.num <= 0n || totalMinor === 0n) return claims.map(() => 0n)
  const parts = claims.map((claim) => over(times(fraction(totalMinor), claim), all))
  const shares = parts.map(floor)
  const missing = Number(totalMinor - sumOf(shares))
  const order = parts
    .map((part, index) => ({ index, part, remainder: minus(part, fraction(floor(part))) }))
    .sort(
      (a, b) =>
        compare(b.remainder, a.remainder) ||
        compare(b.part, a.part) ||
        (rank[a.index] ?? 0) - (rank[b.index] ?? 0),
    )
  for (const { index } of order.slice(0, missing)) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}

const over = (a: Fraction, b: Fraction) => times(a, fraction(b.den, b.num))

const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, one) => sum + one, 0n)
