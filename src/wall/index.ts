import type { Feature } from '../kernel/feature.ts'
import { page } from './page.ts'

export const wall: Feature = { name: 'wall', pages: [page] }
