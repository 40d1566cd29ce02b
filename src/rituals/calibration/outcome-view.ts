import type { Goal } from '../../goals/goal.ts'
import { wordsFor } from '../../goals/names.ts'
import type { Proposal } from '../../goals/proposal-store.ts'
import { proposedChange } from '../../goals/propose.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import {
  type Block,
  bold,
  context,
  heading,
  list,
  person,
  plain,
  type Spans,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { texts as ritualTexts } from '../texts.ts'
import { marketSpans } from './input-view.ts'
import type { Outcome } from './outcome.ts'
import { promisedSpans } from './promised.ts'
import { texts } from './texts.ts'

/** What changed and why, last month's promises first; in the workspace's language, or in that of who asks. */
export async function outcomeView(
  asker: Scope,
  outcome: Outcome,
  locale: Locale = asker.workspace.locale,
): Promise<View> {
  const scope = { ...asker, locale }
  const words = texts[scope.locale]
  const month = showPeriod(outcome.session.occurrence, scope.locale, scope.today)
  const of = (status: Proposal['status']) =>
    Promise.all(
      outcome.proposals
        .filter(({ proposal }) => proposal.status === status)
        .map(({ proposal, goal }) => proposalLine(scope, outcome, proposal, goal)),
    )
  const direct = outcome.direct.map(async ({ revised, goal }) => {
    const by = words.direct(nameIn(outcome, revised.by))
    const { show } = await wordsFor(scope, goal)
    const change: [string, string] = [show(revised.before), show(revised.after)]
    return changeLine(scope, goal, change, revised.reason ?? '', [by])
  })
  const changed = [...(await of('approved')), ...(await Promise.all(direct))]
  const waiting = await of('open')
  const nothing = outcome.markets.length + outcome.actions.length + outcome.proposals.length === 0
  const line =
    nothing && changed.length === 0
      ? words.nothing
      : words.line(goalsChanged(outcome), outcome.actions.length, waiting.length)
  return {
    summary: line,
    blocks: [
      heading(words.summaryTitle(outcome.ritual.team.name, month)),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[scope.locale].lateClose(outcome.lateMinutes))] : []),
      ...section(
        words.promised,
        outcome.promised.map((one) => promisedSpans(scope, one)),
      ),
      text(line),
      ...section(
        words.markets,
        outcome.markets.map(({ by, input }) =>
          spans(...(by ? [person(by), plain(' ')] : []), ...marketSpans(scope, input)),
        ),
      ),
      ...section(
        words.actionsTitle,
        outcome.actions.map(({ item, owner }) => itemSpans(item, scope.today, scope.locale, owner)),
      ),
      ...section(words.changes, changed),
      ...section(words.declined, await of('declined')),
      ...section(words.waiting, waiting),
    ],
  }
}

/** A goal whose value and months were changed is one. */
function goalsChanged({ proposals, direct }: Outcome): number {
  const approved = proposals.filter(({ proposal }) => proposal.status === 'approved')
  return new Set([...approved, ...direct].map(({ goal }) => goal.id)).size
}

/** `G-3 李雷 12 月签约：100,000 元 → 90,000 元。推迟了（李雷提，王经理、赵敏同意）`. */
export async function proposalLine(
  scope: Scope,
  { names }: Pick<Outcome, 'names'>,
  proposal: Proposal,
  goal: Goal,
): Promise<Spans> {
  const words = texts[scope.locale]
  const agreed = [proposal.managerBy, proposal.adminBy].filter((id) => id !== undefined)
  const who = (id: string) => nameIn({ names }, id)
  const change = proposedChange(scope, await wordsFor(scope, goal), proposal)
  return changeLine(scope, goal, change, proposal.reason, [
    ...(proposal.proposedBy ? [words.asked(who(proposal.proposedBy))] : []),
    ...(agreed.length > 0 ? [words.agreed(words.names([...new Set(agreed)].map(who)))] : []),
    ...(proposal.declinedBy ? [words.declinedBy(who(proposal.declinedBy))] : []),
  ])
}

async function changeLine(
  scope: Scope,
  goal: Goal,
  [before, after]: [before: string, after: string],
  why: string,
  notes: readonly string[],
): Promise<Spans> {
  const words = texts[scope.locale]
  const { label, name } = await wordsFor(scope, goal)
  const change = words.change(label, name, before, after, why)
  return spans(notes.length > 0 ? `${change}${words.aside(notes)}` : change)
}

const nameIn = ({ names }: Pick<Outcome, 'names'>, id: string | undefined): string =>
  id === undefined ? '' : (names.get(id) ?? id)

const section = (title: string, rows: Spans[]): Block[] =>
  rows.length > 0 ? [text([bold(title)]), list(rows)] : []
