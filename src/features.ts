import type { Feature } from './kernel/feature.ts'

/** The product, slice by slice. */
export const features: Feature[] = []
