import { commission } from './commission/index.ts'
import { goals } from './goals/index.ts'
import type { Feature } from './kernel/feature.ts'
import { leaderboard } from './leaderboard/index.ts'
import { setupFor } from './setup/index.ts'

const slices: Feature[] = [goals, commission, leaderboard]

/** The product, slice by slice; set-up comes first on the home tab and lists what the others offer. */
export const features: Feature[] = [setupFor(slices), ...slices]
