import type { Minor } from '../../kernel/money.ts'
import type { Period } from '../../kernel/period.ts'

/** What a month's review looks at: plain figures of one team, in minor units of the workspace's currency. */
export interface Facts {
  /** The month reviewed, and the months before it, the latest first. */
  months: Period[]
  currency: string
  /** What the team has signed in each of the months, and in how many deals. */
  team: Line
  people: Named[]
  products: Named[]
  channels: Named[]
  /** Of the month reviewed only: the greatest customers, and how many have bought. */
  customers: { name: string; minor: Minor }[]
  customerCount: number
  mix: Mix
  mixByChannel: { name: string; mix: Mix }[]
  /** Deals by weekday, Monday first, and how many of each weekday the month has. */
  weekdays: { deals: number; days: number }[]
  refunds: { minor: Minor; deals: number }
  /** Deals in another currency than the workspace's. */
  foreign: number
}

/** A figure in each of the months, the latest first. */
export interface Line {
  minor: Minor[]
  deals: number[]
}

/** Whose: a person's id, a product, a channel; '' where nobody has said which. */
export interface Named extends Line {
  name: string
}

/** First deals of a customer, and those of customers who had bought before. */
export interface Mix {
  newDeals: number
  newMinor: Minor
  repeatDeals: number
  repeatMinor: Minor
}

/** So many months before the reviewed one make the mean that it is held against. */
export const MONTHS_IN_MEAN = 3

/** So many months stand in the picture. */
export const MONTHS_SHOWN = 6
