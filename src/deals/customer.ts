import type { LocalDate } from '../kernel/time.ts'

/** A customer's name folded for recognising it: width, case and spaces do not matter. */
export function foldCustomer(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

/** A deal that counts, as its customer's history knows it. */
export interface Sale {
  deal: string
  number: number
  owner: string
  signedOn: LocalDate
}

/** Whether one sale to a customer comes before another: by the day of the signing, then by number. */
export function precedes(one: Sale, other: Sale): boolean {
  return one.signedOn === other.signedOn ? one.number < other.number : one.signedOn < other.signedOn
}
