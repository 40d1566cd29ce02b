import { badges } from './badges/index.ts'
import { measuresBy } from './commission/decides-pay.ts'
import { commission } from './commission/index.ts'
import { payAfterDeal } from './commission/pay-after-deal.ts'
import { watchPay } from './commission/pay-news.ts'
import { dealsWith } from './deals/index.ts'
import { goalsWith } from './goals/index.ts'
import { improvements } from './improvements/index.ts'
import type { Feature } from './kernel/feature.ts'
import { leaderboard } from './leaderboard/index.ts'
import { claimOn } from './registrations/claim-on.ts'
import { registrations } from './registrations/index.ts'
import { rituals } from './rituals/index.ts'
import { setupFor } from './setup/index.ts'
import { withStatements } from './statements/index.ts'
import { timeoff } from './timeoff/index.ts'
import { wall } from './wall/index.ts'

const slices: Feature[] = [
  dealsWith({ payAfter: payAfterDeal, watchPay, claimOn }),
  registrations,
  badges,
  goalsWith(watchPay, measuresBy),
  withStatements(commission),
  leaderboard,
  rituals,
  improvements,
  timeoff,
  wall,
]

/** The product, slice by slice; set-up comes first on the home tab and lists what the others offer. */
export const features: Feature[] = [setupFor(slices), ...slices]
