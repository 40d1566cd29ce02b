import type { App } from './app.ts'
import type { Clock, Instant } from './time.ts'

/** A clock that can be moved forward: the playground's, or a test's. */
export interface MovableClock extends Clock {
  moveTo(instant: Instant): void | Promise<void>
}

/**
 * Moves the clock forward to `target` through every moment at which something falls due, so that each thing
 * happens at its own time, as it would have if one had waited.
 */
export async function advance(app: App, clock: MovableClock, target: Instant): Promise<void> {
  await runDue(app)
  for (;;) {
    const next = await app.nextDue()
    if (next === undefined || next >= target) break
    if (next > clock.now()) await clock.moveTo(next)
    await runDue(app)
  }
  if (target > clock.now()) await clock.moveTo(target)
  await runDue(app)
}

async function runDue(app: App): Promise<void> {
  await app.tick()
  await app.deliverDue()
}
