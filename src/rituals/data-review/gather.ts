import { moneyMovedOf, type Total, totalsOf } from '../../deals/store.ts'
import { addDays, type Period, shift, spanOf, weekdayOf } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { type Facts, type Line, type Mix, MONTHS_IN_MEAN, MONTHS_SHOWN, type Named } from './facts.ts'
import { dealsOfPeople, membersOn, refundedPeople, sumsOfPeople, type TeamDeal } from './facts-store.ts'

/**
 * A team's figures of a month that is over, by who its members were at the month's end. People's figures and the months
 * before come from the running sums; the deals of that one month, and sums of three months before it, are read by the
 * people's index.
 */
export async function gather(scope: Scope, team: string, month: Period): Promise<Facts> {
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => shift(month, -back))
  const compared = months.slice(0, MONTHS_IN_MEAN + 1)
  const span = spanOf(month)
  const people = await membersOn(scope, team, span.to)
  const totals = await Promise.all(months.map((one) => totalsOf(scope, one, people)))
  const deals = await dealsOfPeople(scope, people, span)
  const earlier = await sumsOfPeople(scope, people, {
    from: spanOf(shift(month, -MONTHS_IN_MEAN)).from,
    to: addDays(span.from, -1),
  })
  const rows = [...deals.map((one) => ({ ...one, month, deals: 1 })), ...earlier]
  const line = (of: (row: (typeof rows)[number]) => boolean): Line => ({
    minor: compared.map((one) => sum(rows, (row) => (row.month === one && of(row) ? row.minor : 0))),
    deals: compared.map((one) => sum(rows, (row) => (row.month === one && of(row) ? row.deals : 0))),
  })
  const dimension = (pick: (row: (typeof rows)[number]) => string): Named[] =>
    [...new Set(rows.map(pick))].sort().map((name) => ({ name, ...line((row) => pick(row) === name) }))
  const whole = line(() => true)
  return {
    months,
    currency: scope.workspace.currency,
    team: { ...whole, minor: totals.map((all) => sum(all, (total) => total.signedMinor)) },
    people: people.map((name) => personLine(name, totals.slice(0, compared.length))),
    products: dimension((row) => row.product),
    channels: dimension((row) => row.channel),
    ...customersOf(deals),
    mix: mixOf(deals),
    mixByChannel: [...new Set(deals.map((one) => one.channel))].sort().map((name) => ({
      name,
      mix: mixOf(deals.filter((one) => one.channel === name)),
    })),
    weekdays: weekdaysOf(deals, span.from, span.to),
    refunds: await refundsIn(scope, people, month),
    foreign: deals.filter((one) => one.currency !== scope.workspace.currency).length,
  }
}

function personLine(name: string, totals: readonly Total[][]): Named {
  const own = totals.map((all) => all.find((total) => total.person === name))
  return {
    name,
    minor: own.map((total) => total?.signedMinor ?? 0),
    deals: own.map((total) => total?.deals ?? 0),
  }
}

const CUSTOMERS_KEPT = 5

function customersOf(deals: readonly TeamDeal[]): Pick<Facts, 'customers' | 'customerCount'> {
  const found = new Map<string, Facts['customers'][number]>()
  for (const { customer, customerKey, minor } of deals) {
    const known = found.get(customerKey) ?? { name: customer, minor: 0 }
    found.set(customerKey, { ...known, minor: known.minor + minor })
  }
  const all = [...found.values()].sort((a, b) => b.minor - a.minor || (a.name < b.name ? -1 : 1))
  return { customers: all.slice(0, CUSTOMERS_KEPT), customerCount: all.length }
}

function mixOf(deals: readonly TeamDeal[]): Mix {
  const [first, again] = [deals.filter((one) => !one.repeat), deals.filter((one) => one.repeat)]
  return {
    newDeals: first.length,
    newMinor: sum(first, (one) => one.minor),
    repeatDeals: again.length,
    repeatMinor: sum(again, (one) => one.minor),
  }
}

function weekdaysOf(deals: readonly TeamDeal[], from: string, to: string): Facts['weekdays'] {
  const rows = Array.from({ length: 7 }, () => ({ deals: 0, days: 0 }))
  const row = (date: string) => rows[weekdayOf(date) - 1] ?? { deals: 0, days: 0 }
  for (let date = from; date <= to; date = addDays(date, 1)) row(date).days += 1
  for (const { signedOn } of deals) row(signedOn).deals += 1
  return rows
}

/** What refunds of the month took back of these people's parts, whenever the deals were signed. */
async function refundsIn(scope: Scope, people: readonly string[], month: Period): Promise<Facts['refunds']> {
  const span = spanOf(month)
  const deals = new Set<string>()
  let minor = 0
  for (const person of await refundedPeople(scope, people, span)) {
    for (const moved of await moneyMovedOf(scope, person, span)) {
      if (moved.kind !== 'refunded') continue
      deals.add(moved.credit.deal)
      minor -= moved.refundedMinor === 0 ? moved.collectedMinor : moved.refundedMinor
    }
  }
  return { minor, deals: deals.size }
}

const sum = <Row>(rows: readonly Row[], pick: (row: Row) => number): number =>
  rows.reduce((all, row) => all + pick(row), 0)
