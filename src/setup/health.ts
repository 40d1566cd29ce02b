import { joinNames } from '../kernel/locale.ts'
import { outboxHealth } from '../kernel/outbox-store.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { type Coverage, coverageOn } from '../kernel/workdays.ts'
import { homesOf } from '../people/store.ts'
import { fields, heading, list, text, type View } from '../view/view.ts'
import { texts } from './texts.ts'
import { calendarsInUse } from './workdays/warn-coverage.ts'

/** `/drumbeat health`: whether everything that was to be posted has been posted, and what has run out. */
export async function showHealth(scope: Acting): Promise<View> {
  const words = texts[scope.locale]
  const { overdue, failed } = await outboxHealth(scope)
  const homes = await homesOf(scope)
  const [coverage] = (await calendarsInUse(scope)).flatMap((one) => coverageOn(one, scope.today) ?? [])
  return {
    summary: words.healthTitle,
    blocks: [
      heading(words.healthTitle),
      fields([
        words.connected,
        joinNames(
          homes.map((home) => `${words.platforms[home.platform] ?? home.platform} ${home.name}`),
          scope.locale,
        ) || words.none,
      ]),
      text(overdue > 0 ? words.outboxWaiting(overdue) : words.outboxFine),
      ...(failed.length > 0
        ? [text(words.outboxFailed(failed.length)), list(failed.map((one) => `${one.at}: ${one.error}`))]
        : []),
      ...(coverage ? [text(sayCoverage(scope, coverage))] : []),
    ],
  }
}

function sayCoverage({ locale }: Scope, { until, state }: Coverage): string {
  const words = texts[locale]
  if (state === 'known') return words.calendarUntil(until)
  if (state === 'ended') return words.calendarEnded(until)
  return words.calendarEnds(until, String(Number(until.slice(0, 4)) + 1))
}
