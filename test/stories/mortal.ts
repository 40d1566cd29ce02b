import type { Database } from '../../src/db/database.ts'
import type { Delivered, Delivery, Platform } from '../../src/kernel/platform.ts'

/** Where a process dies: before what it did is durable, or right after, when nobody has heard of it yet. */
type Moment = 'before' | 'after'

export interface Crashes {
  deaths: number
  /** What is going on from now on: events, or what falls due by the clock. */
  during(what: 'clock' | 'event'): void
  /** Asked at each step: whether the process dies there now. */
  strikes(step: 'write' | 'send'): Moment | undefined
}

/** At every step, once: each step is tried by a process that dies of it, and then by one that does not. */
export function crashAtEveryStep(): Crashes {
  let spared = false
  const crashes: Crashes = {
    deaths: 0,
    during() {},
    strikes() {
      if (spared) {
        spared = false
        return undefined
      }
      spared = true
      crashes.deaths += 1
      return crashes.deaths % 2 === 0 ? 'after' : 'before'
    },
  }
  return crashes
}

/** A process's own way to the database and to the platform, which ends with the process. */
export function mortal(database: Database, platform: Platform, crashes: Crashes | undefined) {
  let dead = false
  const die = (): never => {
    dead = true
    throw new Error('killed')
  }
  const life: Database = {
    engine: database.engine,
    reads: database.reads,
    close: async () => {},
    async write(work, queue) {
      if (dead) die()
      const strike = crashes?.strikes('write')
      const result = await database.write(async (tables) => {
        const done = await work(tables)
        if (strike === 'before') die()
        return done
      }, queue)
      return strike === 'after' ? die() : result
    },
  }
  return {
    database: life,
    isDead: () => dead,
    platform: {
      ...platform,
      async deliver(delivery: Delivery): Promise<Delivered> {
        if (dead) die()
        const strike = crashes?.strikes('send')
        if (strike === 'before') die()
        const delivered = await platform.deliver(delivery)
        return strike === 'after' ? die() : delivered
      },
    },
  }
}
