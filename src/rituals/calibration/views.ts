import type { Goal } from '../../goals/goal.ts'
import { goalLine, paceFor } from '../../goals/goal-view.ts'
import type { Pace } from '../../goals/pace.ts'
import { createProgress } from '../../goals/progress.ts'
import type { Period } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { namesOf } from '../../people/who.ts'
import {
  actions,
  type Block,
  bold,
  context,
  details,
  heading,
  list,
  type Spans,
  text,
  type View,
} from '../../view/view.ts'
import { texts as reviewTexts } from '../data-review/texts.ts'
import { showMoment } from '../moment.ts'
import { texts as ritualTexts } from '../texts.ts'
import type { TeamGoals } from './goals.ts'
import type { Opening } from './opening.ts'
import { promisedBlocks } from './promised.ts'
import { texts } from './texts.ts'

/** So many goals stand in one list; `/goal tree` has all of them. */
const GOALS_SHOWN = 20

/** What stands in a channel speaks the workspace's language, whoever caused it. */
const inPublic = <S extends Scope>(scope: S): S => ({ ...scope, locale: scope.workspace.locale })

/** The message that opens the thread: what was promised, how the goals stand, and the question what has to change. */
export async function openingView(asker: Scope, opening: Opening): Promise<View> {
  const scope = inPublic(asker)
  const words = texts[scope.locale]
  const { ritual, session, goals, over } = opening
  const month = showPeriod(session.occurrence, scope.locale, scope.today)
  const closes = showMoment(session.closesAt, ritual.zone, scope.locale, scope.now)
  const none = goals.shared.length === 0 && goals.personal.length === 0
  return {
    summary: words.opening(ritual.team.name, month),
    blocks: [
      heading(words.title(ritual.team.name, month)),
      ...(opening.lateMinutes > 0 ? [context(ritualTexts[scope.locale].late(opening.lateMinutes))] : []),
      ...(opening.withReview ? [context(reviewTexts[scope.locale].within)] : []),
      ...promisedBlocks(scope, session, opening.promised, !over),
      ...(await goalSection(scope, words.lastMonth, goals.ended)),
      ...(await goalSection(scope, words.now, goals.shared)),
      ...(await timeLine(scope, goals.shared)),
      ...(await byPerson(scope, goals)),
      ...(none ? [text(words.noGoals(month))] : []),
      ...(over
        ? [text([bold(words.over)])]
        : [
            text(words.ask(closes)),
            actions({
              label: words.contribute,
              action: 'calibration.contribute',
              value: `${session.ritual} ${session.occurrence}`,
              tone: 'primary',
            }),
          ]),
    ],
  }
}

async function goalSection(scope: Scope, title: string, goals: readonly Goal[]): Promise<Block[]> {
  if (goals.length === 0) return []
  const rows = await goalLines(scope, goals.slice(0, GOALS_SHOWN))
  const rest = goals.length - GOALS_SHOWN
  return [text([bold(title)]), list(rows), ...(rest > 0 ? [context(texts[scope.locale].more(rest))] : [])]
}

/** Folded away: each person's last month and what they are about now. */
async function byPerson(scope: Scope, { endedPersonal, personal }: TeamGoals): Promise<Block[]> {
  const all = [...endedPersonal, ...personal]
  const names = await namesOf(scope, new Set(all.map((goal) => goal.owner)))
  const owners = [...names].sort(([, a], [, b]) => (a < b ? -1 : 1))
  const blocks: Block[] = []
  for (const [owner, name] of owners.slice(0, GOALS_SHOWN))
    blocks.push(
      text([bold(name)]),
      list(
        await goalLines(
          scope,
          all.filter((goal) => goal.owner === owner),
        ),
      ),
    )
  const rest = owners.length - GOALS_SHOWN
  const words = texts[scope.locale]
  if (rest > 0) blocks.push(context(words.more(rest)))
  return blocks.length > 0 ? [details(words.people, ...blocks)] : []
}

async function goalLines(scope: Scope, goals: readonly Goal[]): Promise<Spans[]> {
  const progress = createProgress(scope, true)
  const rows: Spans[] = []
  for (const goal of goals) rows.push(await goalLine(scope, goal, await progress.of(goal)))
  return rows
}

/** How much of each period's working time is over: what the pace of its goals is measured against. */
async function timeLine(scope: Scope, goals: readonly Goal[]): Promise<Block[]> {
  const periods = new Map<Period, Pace>()
  for (const goal of goals) periods.set(goal.period, await paceFor(scope, goal, 0))
  if (periods.size === 0) return []
  const words = texts[scope.locale]
  const parts = [...periods].map(([period, { timeBps, workdaysLeft }]) =>
    words.time(showPeriod(period, scope.locale, scope.today), showPercent(timeBps, 1), workdaysLeft),
  )
  return [context(parts.join(words.and))]
}
