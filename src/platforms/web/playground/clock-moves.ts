import { advance, type MovableClock } from '../../../kernel/advance.ts'
import type { App } from '../../../kernel/app.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Workspace } from '../../../kernel/scope.ts'
import { Declined } from '../declined.ts'
import { momentInWords, readMoment } from './clock-words.ts'
import type { Hub } from './hub.ts'

/** Further than that a single jump would run for minutes. */
const MAX_JUMP_SECONDS = 366 * 86_400

/** Moves the playground's clock, one move after the other, through everything that falls due on the way. */
export function createClockMoves(app: App, clock: MovableClock, hub: Hub) {
  let last: Promise<unknown> = Promise.resolve()

  return { move, reading }

  /** Moves the clock to the moment that the words mean, read on the workspace's wall clock. */
  function move(words: string, workspace: Workspace, locale: Locale) {
    const moved = last.then(() => moveNow(words, workspace, locale))
    last = moved.catch(() => {})
    return moved
  }

  async function moveNow(words: string, workspace: Workspace, locale: Locale) {
    const now = clock.now()
    const target = readMoment(words, { now, zone: workspace.zone, workdays: workspace.workdays })
    if (target === undefined) throw new Declined(422, (errors) => errors.noMoment(words))
    const seconds = (Date.parse(target) - Date.parse(now)) / 1000
    if (seconds < 0) {
      const [then, today] = [target, now].map((moment) => momentInWords(moment, workspace.zone, locale))
      throw new Declined(409, (errors) => errors.past(then ?? target, today ?? now))
    }
    if (seconds > MAX_JUMP_SECONDS) throw new Declined(422, (errors) => errors.tooFar)
    await advance(app, clock, target)
    for (const one of await app.workspaces()) hub.tell(one.id, { kind: 'clock' })
    return reading(workspace, locale)
  }

  /** What the clock shows: the instant, the same in words, and the zone that they are in. */
  function reading({ zone }: Workspace, locale: Locale) {
    const now = clock.now()
    const short = momentInWords(now, zone, locale, true)
    return { now, words: momentInWords(now, zone, locale), short, zone }
  }
}

export type ClockMoves = ReturnType<typeof createClockMoves>
