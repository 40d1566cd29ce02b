import type { Person, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** Whose pay a change may touch, and when: the period of their plan in which the date lies. */
export interface Touched {
  person: string
  on: LocalDate
}

/** What somebody has done that may change others' pay, in the language of the one who is told. */
export interface News {
  /** What was done, by whom, and why. */
  happened: string
  /** What is told where pay stays as it was; undefined: nothing. */
  otherwise?: string
  /** The deal that it was done to. */
  deal?: string
}

/** Lets one person know privately what was done, and what it has made of their pay. */
export type TellPay = (person: Person, news: News) => Promise<void>

/**
 * Takes note of what people are paid before a change; what it gives back compares after it. It is given by the slice that
 * knows pay. `signed`: the pay on everything signed; `confirmed`: on what a manager has confirmed. Who makes the change
 * is left out: nobody is told of what they have done themselves.
 */
export type WatchPay = (
  scope: WriteScope,
  touched: readonly Touched[],
  part?: 'signed' | 'confirmed',
) => Promise<TellPay>
