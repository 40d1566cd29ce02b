/** The deals' rows: one file for each kind, all of them here for the other slices. */
export { creditSums, creditsOf, type DealCredit, sharesOf } from './credit-store.ts'
export {
  type DealFilter,
  dealById,
  dealByNumber,
  dealBySubject,
  dealsBetween,
  entriesOf,
  lockDeal,
} from './deal-store.ts'
export { addEntries, logDeal, logMany } from './ledger-store.ts'
export { addRate, rateOn } from './rate-store.ts'
export { rebuildTotals } from './rebuild-store.ts'
export { setTarget, type Total, totalOf, totalsOf } from './total-store.ts'
