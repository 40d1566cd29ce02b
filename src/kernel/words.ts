/** What people type, read exactly or not at all. */
export { type Amount, readAmount } from './words/amount.ts'
export { readDate } from './words/date.ts'
export { readPeriod } from './words/period.ts'
export { splitWords, wordsInOrder } from './words/split.ts'
