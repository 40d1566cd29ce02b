import { periodOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf } from '../people/who.ts'
import type { Deal } from './deal.ts'
import type { Stored } from './ledger-store.ts'
import type { PayAfter } from './pay-after.ts'
import { texts } from './texts.ts'
import type { Total } from './total.ts'
import { inOwn } from './words.ts'

export interface Moved {
  before: Total
  after: Total
}

/** How a change moved a person's sums of the month that the deal was signed in. */
export function monthMoved(scope: Scope, stored: Stored, person: string): Moved | undefined {
  const { fiscalStartMonth } = scope.workspace
  const period = periodOf(stored.deal.signedOn, 'month', fiscalStartMonth)
  const after = stored.totals.find((total) => total.person === person && total.period === period)
  const delta = stored.movements
    .byPeriod(fiscalStartMonth)
    .find((sums) => sums.person === person && sums.period === period)
  if (!after || !delta) return undefined
  const before = {
    ...after,
    signedMinor: after.signedMinor - delta.signedMinor,
    confirmedMinor: after.confirmedMinor - delta.confirmedMinor,
    collectedMinor: after.collectedMinor - delta.collectedMinor,
    deals: after.deals - delta.deals,
    confirmedDeals: after.confirmedDeals - delta.confirmedDeals,
    newCustomers: after.newCustomers - delta.newCustomers,
  }
  return { before, after }
}

/** `本月 78% → 90%，过了 80% 线，提成暂计 45,000 元。`; without a target, what has been signed. */
export async function sayMoved(
  scope: Scope,
  deal: Pick<Deal, 'signedOn'>,
  { before, after }: Moved,
  payAfter: PayAfter | undefined,
): Promise<string> {
  const words = texts[scope.locale]
  const owner = after.person === scope.person?.id ? undefined : await nameOf(scope, after.person)
  const thisMonth = after.period === periodOf(scope.today, 'month')
  const period = thisMonth
    ? words.thisMonth
    : showPeriod(periodOf(deal.signedOn, 'month'), scope.locale, scope.today)
  const start = words.ownersPeriod(owner, period)
  if (!after.targetMinor) return words.sentence(start, [words.signedSoFar(inOwn(scope, after.signedMinor))])
  const pay = await payAfter?.(scope, before, after)
  return words.sentence(start, [
    words.attainment(...percents(before, after)),
    ...(pay?.passed === undefined ? [] : [words.past(pay.passed)]),
    ...(pay === undefined ? [] : [words.paySoFar(pay.pay)]),
  ])
}

/** Whole percents, or hundredths where a small deal would seem to move nothing. */
function percents(before: Total, after: Total): [before: string, after: string] {
  const whole = percent(before, 0) !== percent(after, 0)
  return [percent(before, whole ? 0 : 2), percent(after, whole ? 0 : 2)]
}

/** Floored: 99.999% is 99%. */
function percent(total: Total, decimals: 0 | 2): string {
  return showPercent(Number((BigInt(total.signedMinor) * 10_000n) / BigInt(total.targetMinor || 1)), decimals)
}
