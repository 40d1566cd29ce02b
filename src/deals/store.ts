/** The deals' rows: one file for each kind; here is what the other slices use. */
export { creditsOf, type DealCredit, sharesOf, wholesOf } from './credit-store.ts'
export { dealByNumber, dealBySubject } from './deal-store.ts'
export { dealsBetween } from './deals-between-store.ts'
export { addEntries, logDeal } from './ledger-store.ts'
export { logInChunks, logMany } from './many-deals-store.ts'
export { type MoneyMoved, moneyMovedOf } from './money-moved-store.ts'
export { rebuildTotals } from './rebuild-store.ts'
export { setTarget, type Total, totalOf, totalsOf } from './total-store.ts'
