import type { Locale } from './locale.ts'
import type { Instant } from './time.ts'

/** When and about what somebody may be written to privately. */
export interface Reach {
  locale: Locale
  /** The first moment from one on at which they may be written to: the moment itself within their hours. */
  opens: (from: Instant) => Instant
  /** The kinds of news that they have switched off. */
  without: ReadonlySet<string>
  /** They have left: nothing is asked of them any more. */
  gone: boolean
}
