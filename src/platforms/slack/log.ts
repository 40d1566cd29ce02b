import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Logger } from 'pino'

/** Bolt's and the Web API's log lines in ours. Debug lines carry whole payloads and are never written. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug() {},
    info: (...parts) => log.debug(sentence(parts)),
    warn: (...parts) => log.warn(sentence(parts)),
    error: (...parts) => log.error(sentence(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  }
}

/** Words and error messages only: objects may hold what people wrote. */
function sentence(parts: unknown[]): string {
  const words = parts.flatMap((part) =>
    part instanceof Error ? part.message : typeof part === 'string' ? part : [],
  )
  return `slack: ${words.join(' ')}`
}
