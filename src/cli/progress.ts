import { Presets, SingleBar } from 'cli-progress'
import type { Terminal } from '../cli.ts'

/** Short work needs no progress; this is about a second of import. */
const WORTH_SHOWING_BYTES = 2_000_000

export interface Progress {
  at(done: number): void
  done(): void
}

/** Shows how far the work on a long file is. */
export function progressOf(terminal: Terminal, what: string, size: number): Progress {
  if (size < WORTH_SHOWING_BYTES) return { at: () => {}, done: () => {} }
  return shown(terminal, what, size)
}

/** The same of work that says itself when it is long: shown from then on; `at` takes parts of the whole. */
export function progressWhenLong(terminal: Terminal, what: string): Progress {
  let progress: Progress | undefined
  return {
    at(part) {
      progress ??= shown(terminal, what, WHOLE)
      progress.at(Math.round(part * WHOLE))
    },
    done() {
      progress?.done()
    },
  }
}

const WHOLE = 1000

/** A bar on a terminal, a line for each tenth elsewhere. */
function shown(terminal: Terminal, what: string, size: number): Progress {
  return terminal.interactive ? bar(what, size) : lines(terminal, what, size)
}

function bar(what: string, size: number): Progress {
  const drawn = new SingleBar(
    { format: `${what} {bar} {percentage}% {eta_formatted}`, hideCursor: true },
    Presets.rect,
  )
  drawn.start(size, 0)
  return { at: (bytes) => drawn.update(Math.min(bytes, size)), done: () => drawn.stop() }
}

function lines(terminal: Terminal, what: string, size: number): Progress {
  let tenths = 0
  return {
    at(bytes) {
      const now = Math.min(10, Math.floor((bytes * 10) / size))
      if (now > tenths) terminal.out(`${what}: ${now * 10}%`)
      tenths = Math.max(tenths, now)
    },
    done: () => {},
  }
}
