import type { Feature } from './kernel/feature.ts'
import { setupFor } from './setup/index.ts'

const slices: Feature[] = []

/** The product, slice by slice; set-up comes first on the home tab and lists what the others offer. */
export const features: Feature[] = [setupFor(slices), ...slices]
