import type { Locale } from '../../kernel/locale.ts'
import type { OnProgress } from '../../kernel/scopes.ts'

/**
 * Slack waits three seconds for an acknowledgement. Work that takes longer says so itself while it goes on: with its first
 * word of progress the person is told, once, that the answer will follow.
 */
export function inTime(tell: (locale: Locale) => Promise<unknown>): {
  onProgress: OnProgress
  /** Whether they were told, once that has gone out. */
  told(): Promise<boolean>
} {
  let telling: Promise<unknown> | undefined
  return {
    onProgress(_part, locale) {
      // What cannot be said now is said with the answer.
      telling ??= tell(locale).catch(() => {})
    },
    async told() {
      await telling
      return telling !== undefined
    },
  }
}
