import type { Period } from '../kernel/period.ts'
import { type Basis, madeBy } from './basis.ts'
import { measureOf } from './goal.ts'
import { productOf } from './growing.ts'
import { measuredValue, stepOf } from './measure.ts'
import type { Drivers } from './read-drivers.ts'
import type { Draft } from './read-goal.ts'
import type { Growth } from './read-growth.ts'
import { inUnits, type Quantity } from './read-quantity.ts'
import type { Smart, SmartFacts } from './smart.ts'

/** What another period has brought, in the metric's measure. */
export interface Baseline {
  /** Undefined: the sentence says so itself. */
  period: Period | undefined
  value: number
  /** Whether the period is over; the figure of one that is not will still move. */
  over: boolean
  /** A check-in metric's unit. */
  unit?: string
}

/** What growing by so much, or multiplying the drivers, makes. */
export interface Grown {
  baseline: Baseline | undefined
  /** Absent where nothing is known to start from. */
  value: number | undefined
  basis: Basis | undefined
  /** The drivers' product, as a fraction of what was. */
  product?: { of: bigint; whole: bigint }
  /** What the sentence itself says that they make; `agrees`: it is right. */
  stated?: { bps: number | undefined; value: number | undefined; agrees: boolean }
}

/** So much more than a baseline: the deals' sums or earlier check-ins where they are known, else the sentence's own. */
export function grownFrom(
  draft: Draft,
  growth: Growth,
  quantity: Quantity,
  facts: SmartFacts,
): Smart['measurable'] {
  const baseline = baselineFor(draft, growth, facts)
  if (!baseline || baseline.value <= 0)
    return { missing: 'baseline', grown: { baseline, value: undefined, basis: undefined } }
  const value = moreThan(draft, growth, quantity, baseline.value, facts.currency)
  if (value === undefined) return { missing: quantity.digits > MOST_PERCENT ? 'huge' : 'growth' }
  if (value <= 0n || value <= BigInt(baseline.value)) return { missing: 'zero' }
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { missing: 'huge' }
  const bps = growth.kind === 'share' ? inUnits(quantity, 2) : undefined
  const basis: Basis | undefined =
    bps === undefined ? undefined : { kind: 'growth', from: baseline.value, on: baseline.period, bps }
  return { missing: 'growth', grown: { baseline, value: Number(value), basis } }
}

const MOST_PERCENT = BigInt(Number.MAX_SAFE_INTEGER) / 100n

/** Drivers times each other: growths over what was, or a count times an average. */
export function multiplied(draft: Draft, drivers: Drivers, facts: SmartFacts): Smart['measurable'] {
  return drivers.kind === 'product'
    ? timesAverage(draft, drivers, facts)
    : growthsTogether(draft, drivers, facts)
}

function timesAverage(
  { metric = 'signed' }: Draft,
  drivers: Drivers & { kind: 'product' },
  { currency }: SmartFacts,
): Smart['measurable'] {
  const count = inUnits(drivers.count, 0)
  const average = measuredValue('average-deal', drivers.average, currency)
  if (count === undefined || count <= 0) return { missing: 'whole' }
  if ('missing' in average) return average
  const basis: Basis = { kind: 'product', name: drivers.name, count, average: average.value }
  const value = BigInt(count) * BigInt(average.value)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { missing: 'huge' }
  const said = drivers.stated && measuredValue(metric, drivers.stated, currency)
  const stated = said && 'value' in said ? said.value : undefined
  if (stated === undefined || BigInt(stated) === value) return { value: Number(value), basis }
  return {
    missing: 'drivers',
    grown: {
      baseline: undefined,
      value: Number(value),
      basis,
      stated: { bps: undefined, value: stated, agrees: false },
    },
  }
}

function growthsTogether(
  draft: Draft,
  { growths, statedBps }: Drivers & { kind: 'growths' },
  facts: SmartFacts,
): Smart['measurable'] {
  const product = productOf(growths.map(({ bps }) => bps))
  const base: Growth = draft.growth ?? { kind: 'share', base: 'unsaid', from: undefined }
  const known = baselineFor(draft, base, facts)
  const baseline = known && known.value > 0 ? known : undefined
  const agrees =
    statedBps === undefined || product.of * 10_000n === BigInt(10_000 + statedBps) * product.whole
  const stated = { bps: statedBps, value: undefined, agrees }
  if (!baseline)
    return { missing: 'drivers', grown: { baseline, value: undefined, basis: undefined, product, stated } }
  const basis: Basis = { kind: 'growths', from: baseline.value, on: baseline.period, growths }
  const value = madeBy(basis, stepOf(draft.metric ?? 'signed', facts.currency))
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { missing: 'huge' }
  return value <= 0n
    ? { missing: 'zero' }
    : { missing: 'drivers', grown: { baseline, value: Number(value), basis, product, stated } }
}

function baselineFor(draft: Draft, growth: Growth, facts: SmartFacts): Baseline | undefined {
  if (growth.base === 'given' && growth.from) {
    const given = measuredValue(draft.metric ?? 'checkin', growth.from, facts.currency)
    const unit = growth.from.percent ? '%' : growth.from.unit
    return 'value' in given ? { period: undefined, value: given.value, over: true, unit } : undefined
  }
  return growth.base === 'last-year' ? facts.lastYear : facts.before
}

function moreThan(
  { metric = 'checkin' }: Draft,
  growth: Growth,
  quantity: Quantity,
  from: number,
  currency: string,
): bigint | undefined {
  if (growth.kind === 'share') {
    const bps = inUnits(quantity, 2)
    return bps === undefined
      ? undefined
      : madeBy({ kind: 'growth', from, on: undefined, bps }, stepOf(metric, currency))
  }
  if (growth.kind === 'times') {
    const hundredths = inUnits(quantity, 2)
    return hundredths === undefined ? undefined : (BigInt(from) * BigInt(hundredths)) / 100n
  }
  if (growth.kind === 'points') {
    const points = inUnits(quantity, 2)
    return points === undefined || measureOf(metric) === 'money' ? undefined : BigInt(from) + BigInt(points)
  }
  const more = measuredValue(metric, quantity, currency)
  return 'value' in more ? BigInt(from) + BigInt(more.value) : undefined
}
