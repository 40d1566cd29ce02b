import type { Database } from '../../../db/database.ts'
import type { MovableClock } from '../../../kernel/advance.ts'
import { type Clock, machineClock } from '../../../kernel/time.ts'
import { keepAhead, readAhead } from './clock-store.ts'

/**
 * The playground's clock: it runs like the machine's, some time ahead of it. It can be moved forward only, and a
 * restart does not set it back.
 */
export async function openPlaygroundClock(
  database: Database,
  machine: Clock = machineClock,
): Promise<MovableClock> {
  let aheadMs = await readAhead(database.reads)
  return {
    now: () => new Date(Date.parse(machine.now()) + aheadMs).toISOString(),
    async moveTo(instant) {
      const needed = Date.parse(instant) - Date.parse(machine.now())
      if (needed <= aheadMs) return
      await database.write((tables) => keepAhead(tables, needed))
      aheadMs = needed
    },
  }
}
