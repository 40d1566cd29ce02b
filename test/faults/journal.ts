import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Delivered, Delivery, Platform } from '../../src/kernel/platform.ts'

/** What a chat platform has posted, kept in a file that outlives whoever asked for it: the posts' ids, in order. */
export function posted(file: string): string[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []
}

/**
 * A chat platform that keeps what it posts. `faults` gives numbers from 0 up to 1: by them it is slow to answer,
 * loses an answer after it has posted, or has no time now.
 */
export function journalPlatform(file: string, faults?: () => number): Platform {
  return {
    name: 'test',
    paceMs: 0,
    async deliver({ id, to }: Delivery): Promise<Delivered> {
      const luck = faults?.() ?? 1
      if (luck < 0.05) return { outcome: 'later', afterMs: 1000, error: 'ratelimited' }
      const update = 'update' in to
      if (!update) keep(file, id)
      if (luck < 0.5) await pause(luck * 60)
      if (luck > 0.5 && luck < 0.6) return { outcome: 'unknown', error: 'answer lost' }
      return { outcome: 'sent', ...(update ? to.update : sent(id)) }
    },
    async find({ id }) {
      return posted(file).includes(id) ? sent(id) : undefined
    },
  }
}

const sent = (id: string) => ({ channel: 'C1', message: `m-${id}` })

/** On the disk before anybody hears of it. */
function keep(file: string, id: string): void {
  const journal = openSync(file, 'a')
  writeSync(journal, `${id}\n`)
  fsyncSync(journal)
  closeSync(journal)
}
