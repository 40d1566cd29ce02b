/** The deals' rows: one file for each kind; here is what the other slices use. */
export { creditsOf, type DealCredit, sharesOf, wholesOf } from './credit-store.ts'
export { creditsSigned, eachCredit } from './credits-signed-store.ts'
export { dealByNumber, dealBySubject } from './deal-store.ts'
export { dealsBetween } from './deals-between-store.ts'
export { lastDealChange } from './last-change-store.ts'
export { addEntries, logDeal } from './ledger-store.ts'
export { logInChunks, logMany } from './many-deals-store.ts'
export { type MoneyMoved, moneyMovedOf, refundsOf } from './money-moved-store.ts'
export { rebuildTotals } from './rebuild-store.ts'
export { regroupTotals } from './regroup-store.ts'
export { noTotal, type Total } from './total.ts'
export {
  type SixPeriods,
  setTarget,
  setTarget,
  type Total,
  totalOf,
  totalOf,
  totalsOf,
  totalsOf,
  totalsOver,
} from './total-store.ts'
