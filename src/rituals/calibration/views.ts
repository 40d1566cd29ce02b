import type { Goal } from '../../goals/goal.ts'
import { goalLine, paceFor } from '../../goals/goal-view.ts'
import { wordsFor } from '../../goals/names.ts'
import type { Pace } from '../../goals/pace.ts'
import { createProgress } from '../../goals/progress.ts'
import type { Proposal } from '../../goals/proposal-store.ts'
import type { Item } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Period } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import {
  actions,
  type Block,
  bold,
  context,
  details,
  heading,
  list,
  person,
  plain,
  type Spans,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import { texts as ritualTexts } from '../texts.ts'
import type { TeamGoals } from './goals.ts'
import { texts } from './texts.ts'

/** So many goals stand in one list; `/goal tree` has all of them. */
const GOALS_SHOWN = 20

/** What stands in a channel speaks the workspace's language, whoever caused it. */
const inPublic = <S extends Scope>(scope: S): S => ({ ...scope, locale: scope.workspace.locale })

export interface Opening {
  ritual: Ritual
  session: Session
  goals: TeamGoals
  lateMinutes: number
  over: boolean
}

/** The message that opens the thread: how the goals stand, and the question what has to change. */
export async function openingView(asker: Scope, opening: Opening): Promise<View> {
  const scope = inPublic(asker)
  const words = texts[scope.locale]
  const { ritual, session, goals } = opening
  const month = showPeriod(session.occurrence, scope.locale, scope.today)
  const ended = await goalSection(scope, words.lastMonth, goals.ended)
  const shared = await goalSection(scope, words.now, goals.shared)
  const personal = await goalSection(scope, words.people, goals.personal)
  const none = shared.length === 0 && personal.length === 0
  const closes = showMoment(session.closesAt, ritual.zone, scope.locale, scope.now)
  return {
    summary: words.opening(ritual.team.name, month),
    blocks: [
      heading(words.title(ritual.team.name, month)),
      ...(opening.lateMinutes > 0 ? [context(ritualTexts[scope.locale].late(opening.lateMinutes))] : []),
      ...ended,
      ...shared,
      ...(await timeLine(scope, goals.shared)),
      ...(personal.length > 0 ? [details(words.people, ...personal.slice(1))] : []),
      ...(none ? [text(words.noGoals(month))] : []),
      ...(opening.over
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

/** What somebody put on the table; a proposal stands under it as a card of its own. */
export function inputView(
  asker: Scope,
  who: Person,
  market: string | undefined,
  action: { item: Item; owner: Person } | undefined,
): View {
  const scope = inPublic(asker)
  const words = texts[scope.locale]
  const colon = scope.locale === 'en' ? ': ' : '：'
  return {
    summary: words.inputSummary(who.name),
    blocks: [
      text([person(who)]),
      ...(market ? [text(spans(bold(`${words.market}${colon}`), market))] : []),
      ...(action
        ? [
            text([
              bold(`${words.actionLine}${colon}`),
              ...itemSpans(action.item, scope.today, scope.locale, action.owner),
            ]),
          ]
        : []),
    ],
  }
}

export interface Outcome {
  ritual: Ritual
  month: Period
  markets: readonly { by: Person | undefined; text: string }[]
  actions: readonly { item: Item; owner: Person | undefined }[]
  proposals: readonly { proposal: Proposal; goal: Goal }[]
  lateMinutes: number
}

/** What changed and why. */
export async function outcomeView(asker: Scope, outcome: Outcome): Promise<View> {
  const scope = inPublic(asker)
  const words = texts[scope.locale]
  const month = showPeriod(outcome.month, scope.locale, scope.today)
  const nothing = outcome.markets.length + outcome.actions.length + outcome.proposals.length === 0
  const decided = async (status: Proposal['status']) => {
    const some = outcome.proposals.filter(({ proposal }) => proposal.status === status)
    return Promise.all(some.map(({ proposal, goal }) => changeLine(scope, proposal, goal)))
  }
  const changed = await decided('approved')
  const line = nothing ? words.nothing : words.line(changed.length, outcome.actions.length)
  return {
    summary: line,
    blocks: [
      heading(words.summaryTitle(outcome.ritual.team.name, month)),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[scope.locale].lateClose(outcome.lateMinutes))] : []),
      text(line),
      ...section(
        words.markets,
        outcome.markets.map(({ by, text: said }) => spans(...(by ? [person(by), plain(' ')] : []), said)),
      ),
      ...section(
        words.actionsTitle,
        outcome.actions.map(({ item, owner }) => itemSpans(item, scope.today, scope.locale, owner)),
      ),
      ...section(words.changes, changed),
      ...section(words.declined, await decided('declined')),
      ...section(words.waiting, await decided('open')),
    ],
  }
}

async function goalSection(scope: Scope, title: string, goals: readonly Goal[]): Promise<Block[]> {
  if (goals.length === 0) return []
  const progress = createProgress(scope, true)
  const rows: Spans[] = []
  for (const goal of goals.slice(0, GOALS_SHOWN))
    rows.push(await goalLine(scope, goal, await progress.of(goal)))
  const rest = goals.length - GOALS_SHOWN
  return [text([bold(title)]), list(rows), ...(rest > 0 ? [context(texts[scope.locale].more(rest))] : [])]
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

async function changeLine(scope: Scope, proposal: Proposal, goal: Goal): Promise<Spans> {
  const { label, name, show } = await wordsFor(scope, goal)
  const [before, after] = [show(proposal.beforeValue), show(proposal.value)]
  return spans(texts[scope.locale].change(label, name, before, after, proposal.reason))
}

const section = (title: string, rows: Spans[]): Block[] =>
  rows.length > 0 ? [text([bold(title)]), list(rows)] : []
