import { dateAt } from '../kernel/calendar.ts'
import { joinSentences } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { type AttainmentBar, type Block, bold, context, plain, type Spans, text } from '../view/view.ts'
import type { Goal } from './goal.ts'
import { paceFor } from './goal-pace.ts'
import { reachedWords, standing } from './goal-view.ts'
import { type GoalWords, wordsFor } from './names.ts'
import { type Pace, shareBps } from './pace.ts'
import type { Progress } from './progress.ts'
import { wholeUnit } from './show-value.ts'
import { texts } from './texts.ts'

/** A goal with its bar, how it stands, where it is heading by which method, and what was said of it last. */
export async function goalBlocks(scope: Scope, goal: Goal, progress: Progress): Promise<Block[]> {
  const named = await wordsFor(scope, goal)
  const pace = await paceFor(scope, goal, progress)
  const small = [
    forecastWords(scope, goal, named, progress, pace),
    checkinWords(scope, named, progress),
  ].filter((sentence) => sentence !== '')
  return [
    barOf(goal, named, progress),
    text(standingWords(scope, goal, named, progress, pace)),
    ...small.map((sentence) => context(sentence)),
  ]
}

function barOf(goal: Goal, named: GoalWords, progress: Progress): AttainmentBar {
  const confirmedBps = shareBps(progress.confirmed, goal.value)
  return {
    kind: 'attainment',
    label: `${named.label} ${named.name}`,
    confirmedBps,
    provisionalBps: Math.max(0, shareBps(progress.reached, goal.value) - confirmedBps),
    ticks: [{ atBps: 10_000, label: named.value }],
  }
}

/** A shape beside the word, so that nobody has to know colours. */
const SHAPES: Record<Pace['state'], string> = {
  ahead: '▲',
  'on-track': '●',
  'at-risk': '◆',
  behind: '▼',
  reached: '✓',
  missed: '✕',
  'not-begun': '○',
  early: '○',
}

function standingWords(scope: Scope, goal: Goal, named: GoalWords, progress: Progress, pace: Pace): Spans {
  const words = texts[scope.locale]
  const unknown = progress.unreported && pace.state !== 'not-begun'
  const parts = [
    ...(progress.keyResults === 0 ? [] : [reachedWords(scope, goal, progress, named)]),
    ...(isOpen(pace) ? [words.time(showPercent(pace.timeBps, 1), pace.workdaysLeft)] : []),
  ]
  const shape = unknown ? SHAPES.early : SHAPES[pace.state]
  return [bold(`${shape} ${standing(scope, progress, pace)}`), plain(` · ${parts.join(' · ')}`)]
}

const isOpen = ({ state }: Pace) => state !== 'missed' && state !== 'not-begun'

/** Where it ends, and by which method; or why that cannot be said yet. */
function forecastWords(scope: Scope, goal: Goal, named: GoalWords, progress: Progress, pace: Pace): string {
  const words = texts[scope.locale]
  const { forecast, method } = pace
  if (!method || progress.unreported || progress.keyResults === 0) return ''
  if (method.kind === 'early') return words.tooEarly(method.days, method.needed)
  if (forecast === undefined) return ''
  const heading = words.forecast(
    named.show(roundedDown(scope, goal, forecast)),
    showPercent(shareBps(forecast, goal.value), 1),
  )
  if (method.kind === 'level') return joinSentences([heading, words.method.level], scope.locale)
  if (method.kind === 'phases')
    return joinSentences([heading, words.method.phases(method.days)], scope.locale)
  const how = progress.checkin
    ? words.method.reported(method.days)
    : words.method.average(method.days, method.recent)
  return joinSentences([heading, how], scope.locale)
}

/** What was checked in last: when, how sure, and what was said with it. */
function checkinWords(scope: Scope, named: GoalWords, { checkin }: Progress): string {
  if (!checkin) return ''
  const words = texts[scope.locale]
  const on = showPeriod(dateAt(checkin.recordedAt, scope.workspace.zone), scope.locale, scope.today)
  const sure = checkin.confidence && words.confidence[checkin.confidence]
  return words.lastCheckin(on, named.show(checkin.value), sure, checkin.note)
}

/** A forecast without cents and fractions: it is no more exact than that. */
function roundedDown(scope: Scope, goal: Goal, value: number): number {
  return value - (value % wholeUnit(goal, scope.workspace.currency))
}
