/**
 * What a plan pays, worked out a second time: from docs/plans.md alone, with fractions of its own and no line of src/.
 *
 *   node test/statements/independent-total.ts PLAN.yml TARGETS.csv DEALS.csv 2017-10-01 2017-12-31
 *
 * TARGETS.csv is `person,target`. It knows tiers, rates by product and a deal's cap, and refuses a plan that says more.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Fraction = { n: bigint; d: bigint }
type Deal = { id: string; person: string; product: string; credit: Fraction }
type Tier = { unlock: string; covers: { from: string; to?: string }; rate: Record<string, string> }
type Plan = {
  rate: string
  rates?: { when: { product: string }; rate: string }[]
  tiers: Tier[]
  caps?: { deal: string }
}

const zero: Fraction = { n: 0n, d: 1n }
const plus = (a: Fraction, b: Fraction) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const minus = (a: Fraction, b: Fraction) => plus(a, { n: -b.n, d: b.d })
const times = (a: Fraction, b: Fraction) => ({ n: a.n * b.n, d: a.d * b.d })
const over = (a: Fraction, b: Fraction) => ({ n: a.n * b.d, d: a.d * b.n })
const below = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d
const order = (a: Fraction, b: Fraction) => Number(below(b, a)) - Number(below(a, b))
const sum = (all: Fraction[]) => all.reduce(plus, zero)

/** `5%`, `0.05`, `20000.50`. */
function read(text: string): Fraction {
  const [whole = '', part = ''] = text.replace('%', '').split('.')
  return { n: BigInt(whole + part), d: 10n ** BigInt(part.length + (text.endsWith('%') ? 2 : 0)) }
}

/** The plan as it is written, every number a text. */
export function readPlan(yaml: string): Plan {
  const { name, period, attain, pay, ...plan } = parse(yaml, { schema: 'failsafe' })
  const unknown = Object.keys(plan).filter((key) => !['rate', 'rates', 'tiers', 'caps'].includes(key))
  if (attain !== 'signed' || pay !== 'signed' || unknown.length > 0 || plan.caps?.period !== undefined)
    throw new Error(`${name} (${period}) says more than is known here: ${unknown}`)
  return plan
}

/** Won deals that were closed within the days; what was corrected later, by id, is added to their value. */
export function readDeals(csv: string, from: string, to: string, corrected: Record<string, string>): Deal[] {
  const [header = [], ...rows] = csv.split(/\r?\n/).map((line) => line.split(','))
  return rows.flatMap((row) => {
    const at = (column: string) => row[header.indexOf(column)] ?? ''
    const [month = '', day = '', year] = at('close_date').split('/')
    const closed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (at('deal_stage') !== 'Won' || closed < from || closed > to) return []
    const id = at('opportunity_id')
    const credit = plus(read(at('close_value')), read(corrected[id] ?? '0'))
    return { id, person: at('sales_agent'), product: at('product'), credit }
  })
}

/** One person's pay of one period, in cents. */
function payOf(plan: Plan, deals: Deal[], target: string | undefined): bigint {
  const heights = plan.tiers.flatMap(({ unlock, covers: { from, to = from } }) => [unlock, from, to])
  if (target === undefined && heights.some((one) => one.endsWith('%'))) return 0n
  const all = sum(deals.map((deal) => deal.credit))
  if (all.n === 0n) return 0n
  const height = (text: string) => (text.endsWith('%') ? times(read(text), read(target ?? '0')) : read(text))
  const unlocked = plan.tiers.filter((tier) => !below(all, height(tier.unlock)))
  unlocked.sort((a, b) => order(height(a.unlock), height(b.unlock)))
  const edges = unlocked.flatMap(({ covers: { from, to = from } }) => [height(from), height(to)])
  const cuts = [zero, all, ...edges.filter((edge) => below(zero, edge) && below(edge, all))]
  cuts.sort(order)
  const earnedBy = ({ product, credit }: Deal): Fraction => {
    const named = plan.rates?.find(({ when }) => when.product.toLowerCase() === product.toLowerCase())
    const rate = read(named?.rate ?? plan.rate)
    const parts = cuts.slice(1).map((top, index) => {
      const bottom = cuts[index] ?? zero
      const tier = unlocked.findLast(
        ({ covers: { from, to } }) => !below(bottom, height(from)) && !(to && below(height(to), top)),
      )
      if (!tier) return zero
      const { set, add, multiply = '1' } = tier.rate
      const paid = set ? read(set) : add ? plus(rate, read(add)) : times(rate, read(multiply))
      return times(times(minus(top, bottom), over(credit, all)), paid)
    })
    const cap = plan.caps && read(plan.caps.deal)
    return cap && below(cap, sum(parts)) ? cap : sum(parts)
  }
  const { n, d } = sum(deals.map(earnedBy))
  return (n * 200n + d) / (d * 2n)
}

/** Everybody's pay of one period, in cents, by name. */
export function payByPerson(plan: Plan, deals: Deal[], targets: Map<string, string>): Map<string, bigint> {
  const people = [...new Set(deals.map((deal) => deal.person))].sort()
  const of = (person: string) => deals.filter((deal) => deal.person === person)
  return new Map(people.map((person) => [person, payOf(plan, of(person), targets.get(person))]))
}

if (import.meta.main) {
  const [plan = '', targets = '', deals = '', from = '', to = ''] = process.argv.slice(2)
  const text = (file: string) => readFileSync(file, 'utf8')
  const lines = text(targets).trim().split(/\r?\n/)
  const byName = new Map(lines.map((line) => line.split(',') as [string, string]))
  const pays = payByPerson(readPlan(text(plan)), readDeals(text(deals), from, to, {}), byName)
  for (const [person, cents] of pays) console.log(`${person},${cents}`)
  console.log(`all,${[...pays.values()].reduce((a, b) => a + b, 0n)}`)
}
