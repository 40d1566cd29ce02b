import type { Database } from '../../src/db/database.ts'
import type { Delivered, Delivery, Platform } from '../../src/kernel/platform.ts'

/** Where a process dies: before what it did is durable, or right after, when nobody has heard of it yet. */
type Moment = 'before' | 'after'

/** What is going on: an event is answered, what is due by the clock is done, or posts are sent. */
export type Going = 'event' | 'tick' | 'deliver'

export interface Crashes {
  deaths: number
  going: Going
  /** Asked at each step: whether the process dies there now. */
  strikes(): Moment | undefined
}

/** Claiming a post, sending it, and noting that it was sent. */
const STEPS_OF_A_POST = 3

/**
 * At every step: each piece of work is tried by a process that dies of it, before or after it is durable, and then done
 * by the next one. Of the posts, one dies while it is claimed, the next while it is sent, the third while that is noted.
 */
export function crashAtEveryStep(): Crashes {
  const spared = { event: 0, tick: 0, deliver: 0 }
  const crashes: Crashes = {
    deaths: 0,
    going: 'tick',
    strikes() {
      const { going } = crashes
      if (spared[going] > 0) {
        spared[going] -= 1
        return undefined
      }
      crashes.deaths += 1
      spared[going] = going === 'deliver' ? STEPS_OF_A_POST + (crashes.deaths % STEPS_OF_A_POST) : 1
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
      const tidying = crashes?.going === 'tick' && queue === undefined
      const strike = tidying ? undefined : crashes?.strikes()
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
        const strike = crashes?.strikes()
        if (strike === 'before') die()
        const delivered = await platform.deliver(delivery)
        return strike === 'after' ? die() : delivered
      },
    },
  }
}
