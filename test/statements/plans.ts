import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'

const POOL = { divide: 'by-commission', eligible: '50%' } as const

/** A plan of every kind whose pay follows from different things: what holds for one has to hold for all. */
export const PLANS: Record<string, (rate: string) => PlanDocument> = {
  'the default ladder': (rate) => builtInPlan(rate),
  'attained by signing, paid on collection': (rate) => ({ ...builtInPlan(rate), pay: 'collected' }),
  'attained and paid on collection': (rate) => ({
    ...builtInPlan(rate),
    attain: 'collected',
    pay: 'collected',
    caps: { deal: '2000' },
  }),
  'newcomers and stretches, with a coefficient': (rate) => ({
    ...builtInPlan(rate),
    ramp: ['50%', '75%'],
    proration: 'calendar-days',
    stretches: 'blended',
    coefficient: { goal: '线索', from: '80%', to: '120%' },
  }),
  'attained on a metric, paid on collection': (rate) => ({
    ...builtInPlan(rate),
    attain: { metric: '线索' },
    pay: 'collected',
    tiers: [
      { unlock: '50%', covers: { from: '0' }, rate: { multiply: '1' } },
      { unlock: '100%', covers: { from: '0' }, rate: { multiply: '1.2' } },
    ],
  }),
  'a pool of the team, carried over': (rate) => ({
    ...builtInPlan(rate),
    pool: { ...POOL, source: 'held-back', size: '10%', scope: 'team', unreleased: 'carried' },
  }),
  'a pool of the company, on top': (rate) => ({
    ...builtInPlan(rate),
    pool: { ...POOL, source: 'on-top', size: '1000.01', scope: 'company', unreleased: 'forfeited' },
  }),
  'shared credit and an override': (rate) => ({
    ...builtInPlan(rate),
    overlay: { of: 'split', credit: '75%' },
    override: { rate: '1%', of: 'commission', scope: 'all' },
  }),
  'credit for what the team signs': (rate) => ({
    ...builtInPlan(rate),
    overlay: { of: 'team', credit: '1/3' },
    caps: { deal: '2000' },
  }),
  'attained by collecting, paid on signing': (rate) => ({ ...builtInPlan(rate), attain: 'collected' }),
  'a recoverable draw, and negative results carried over': (rate) => ({
    ...builtInPlan(rate),
    draw: { amount: '4000', recoverable: 'true' },
    negative: 'carried',
    clawback: { rate: 'current', attainment: 'lowers' },
  }),
  'an advance with a quarterly true-up, refunds at the original rate': (rate) => ({
    ...builtInPlan(rate),
    advance: { share: '80%', trueUp: 'quarter' },
    negative: 'carried',
    clawback: { rate: 'original' },
  }),
  'a deferred share, and refunds that leave attainment alone': (rate) => ({
    ...builtInPlan(rate),
    deferred: { share: '20%', release: { after: '2' } },
    clawback: { rate: 're-rate', attainment: 'keeps' },
  }),
  'new customers at another rate, with a bonus for each': (rate) => ({
    ...builtInPlan(rate),
    rates: [{ when: { customer: 'new' }, rate: '11%' }],
    bonuses: [{ name: '新客奖', each: { customer: 'new' }, amount: '33.33' }],
  }),
  'an advance for newcomers under changing plans, with a pool': (rate) => ({
    ...builtInPlan(rate),
    ramp: ['50%', '75%'],
    proration: 'calendar-days',
    stretches: 'blended',
    pool: { ...POOL, source: 'held-back', size: '10%', scope: 'team', unreleased: 'forfeited' },
    advance: { share: '60%', trueUp: 'quarter' },
    draw: { amount: '1000', recoverable: 'true' },
    negative: 'carried',
    clawback: { rate: 'original' },
  }),
}
