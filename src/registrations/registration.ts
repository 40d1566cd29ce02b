import type { Share } from '../deals/deal.ts'
import type { Workspace } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'

/** A customer that somebody has registered: theirs from the first to the last day of the protection. */
export interface Registration {
  customerKey: string
  customer: string
  holder: string
  note: string | null
  fromOn: LocalDate
  untilOn: LocalDate
  splits: DatedSplit[]
}

/** How the customer's deals are split from a day on, where nothing is said. */
export interface DatedSplit {
  from: LocalDate
  shares: Share[]
}

/** Who keeps the customer: the holder, the claimant, or both. */
export const VERDICTS = ['keep', 'give', 'share'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Two who claim the same customer. */
export interface Case {
  id: string
  customerKey: string
  customer: string
  holder: string
  claimant: string
  /** The numbers of the claimant's deals with the customer. */
  deals: number[]
  openedAt: Instant
  verdict: Verdict | null
}

const DEFAULT_DAYS = 30

/** How many days a registration protects in this workspace. */
export const daysOf = ({ settings }: Workspace): number => settings.registrationDays ?? DEFAULT_DAYS

export const protects = ({ fromOn, untilOn }: Registration, on: LocalDate): boolean =>
  fromOn <= on && on <= untilOn

/** The split in force on a day: the latest that has begun, of two from the same day the one entered last. */
export function splitOn({ splits }: Registration, on: LocalDate): Share[] | undefined {
  return splits
    .filter(({ from }) => from <= on)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1)?.shares
}

/** Whether a person may sell to the customer: who holds it, and everybody whom it is shared with. */
export const isEntitled = (one: Registration, person: string, on: LocalDate): boolean =>
  one.holder === person || (splitOn(one, on)?.some((share) => share.person === person) ?? false)

/** Whether a deal is with a customer that is protected for somebody who has no part in it. */
export function conflicts(
  one: Registration,
  deal: { owner: string; signedOn: LocalDate },
  shares: readonly Share[],
): boolean {
  return (
    protects(one, deal.signedOn) &&
    !isEntitled(one, deal.owner, deal.signedOn) &&
    !shares.some((share) => share.person === one.holder)
  )
}
