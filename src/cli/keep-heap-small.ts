import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Collects garbage whenever the heap has grown by half since the last time. V8 itself lets a young process grow to some
 * hundreds of megabytes before it first collects anything, so the first time is now.
 */
export function keepHeapSmall(): void {
  for (const flag of ['--heap-growing-percent=50', '--expose-gc']) setFlagsFromString(flag)
  const collect: () => void = runInNewContext('gc')
  collect()
}
