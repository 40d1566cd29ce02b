import type { Telling } from '../../kernel/feature.ts'
import { joinNames } from '../../kernel/locale.ts'
import type { Acting } from '../../kernel/scope.ts'
import { putOffBy } from '../../kernel/snooze-store.ts'
import type { WorkingTime } from '../../people/hours.ts'
import { workingTimeOf } from '../../people/reach.ts'
import { ownSettings } from '../../people/store.ts'
import { actions, type Block, context, fields, heading, list, text, type View } from '../../view/view.ts'
import { texts as setupTexts } from '../texts.ts'
import { momentOf } from './later.ts'
import { texts } from './texts.ts'

/** `/drumbeat me`: how the bot writes to me, what about, and what I have put off; `news` first, where there is some. */
export async function showMe(scope: Acting, kinds: readonly Telling[], news?: string): Promise<View> {
  const words = texts[scope.locale]
  const time = await workingTimeOf(scope, scope.person.id)
  const { preferences, zone } = await ownSettings(scope, scope.person.id)
  const hours = `${time.hours.from}–${time.hours.to}`
  const without = preferences.without ?? []
  const labels = (wanted: (kind: string) => boolean, otherwise: string) =>
    joinNames(
      kinds.filter(({ kind }) => wanted(kind)).map(({ label }) => label[scope.locale]),
      scope.locale,
    ) || otherwise
  const shown = (value: string, own: boolean) => (own ? value : words.usual(value))
  return {
    summary: news ?? words.title,
    blocks: [
      ...(news === undefined ? [] : [text(news)]),
      heading(words.title),
      fields(
        [words.language, setupTexts[scope.locale].languages[scope.locale]],
        [words.zone, shown(time.zone, zone !== undefined)],
        [words.hours, shown(hours, preferences.hours !== undefined)],
        [words.days, shown(daysOf(scope, time), preferences.weekdays !== undefined)],
        [words.told, labels((kind) => !without.includes(kind), words.noneOfThem)],
        [words.notTold, labels((kind) => without.includes(kind), words.nothingElse)],
      ),
      text(words.rule(hours)),
      text(words.always),
      ...(await putOffBlocks(scope, time)),
      actions({ label: words.form, action: 'setup.change-me' }),
      context(words.hint),
    ],
  }
}

/** Slack and Feishu keep five buttons in a row. */
const MOST_BUTTONS = 5

async function putOffBlocks(scope: Acting, time: WorkingTime): Promise<Block[]> {
  const words = texts[scope.locale]
  const waiting = await putOffBy(scope, scope.person.id)
  if (waiting.length === 0) return []
  return [
    heading(words.putOffTitle),
    list(
      waiting.map(({ at, view }) => words.putOffLine(momentOf(scope, at, time), view.summary)),
      true,
    ),
    actions(
      ...waiting.slice(0, MOST_BUTTONS).map(({ id }, index) => ({
        label: words.bringBack(index + 1),
        action: 'later.now',
        value: id,
      })),
    ),
  ]
}

function daysOf(scope: Acting, { ownWeekdays }: WorkingTime): string {
  const words = texts[scope.locale]
  if (!ownWeekdays) return words.teamDays
  return joinNames(
    ownWeekdays.map((day) => words.weekdays[day - 1] ?? ''),
    scope.locale,
  )
}
