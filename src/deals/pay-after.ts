import type { Scope } from '../kernel/scope.ts'
import type { Total } from './total.ts'

/**
 * What a change of a person's sums means for their pay, told by the slice that knows pay: the highest line that was
 * passed, such as `80%`, and the pay so far, such as `45,000 元`. Undefined: nothing is calculated.
 */
export type PayAfter = (
  scope: Scope,
  before: Total,
  after: Total,
) => Promise<{ passed?: string; pay: string } | undefined>
