import type { Locale } from '../kernel/locale.ts'
import { spanOf } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { actions, type Button, context, details, list, say, text, type View } from '../view/view.ts'
import type { Against } from './against.ts'
import { writeBasis } from './basis.ts'
import { decidesPay } from './decides-pay.ts'
import type { Goal } from './goal.ts'
import { type GoalWords, wordsFor } from './names.ts'
import type { Owner } from './owner.ts'
import type { Draft } from './read-goal.ts'
import type { Complete, Smart, SmartFacts } from './smart.ts'
import { type Fix, proposeFixes } from './smart-fix.ts'
import { problemsOf, workedOut } from './smart-words.ts'
import { texts } from './texts.ts'

/** What was stored, and what the SMART check found. */
export async function addedView(scope: Scope, goal: Goal, smart: Smart & Complete): Promise<View> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const sentence = words.added(named.label, named.name, named.value)
  const { achievable, relevant, timeBound } = smart
  const parent = 'parent' in relevant ? await wordsFor(scope, relevant.parent) : undefined
  const button: Button[] =
    relevant.state === 'suggested' && parent
      ? [
          {
            label: words.align(parent.label),
            action: 'goal.align',
            value: `${goal.number} ${relevant.parent.number}`,
          },
        ]
      : []
  const remarks = [
    ...(achievable.state === 'jump' || achievable.state === 'drop'
      ? [achievableIn(achievable, named, scope.locale)]
      : []),
    ...(timeBound.over ? [untilIn(scope, timeBound)] : []),
    ...((await decidesPay(scope, goal)) ? [words.paysNow] : []),
  ]
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...remarks.map((remark) => context(remark)),
      ...(button.length > 0 ? [actions(...button)] : []),
      details(words.smartTitle, list(findings(scope, smart, named, parent))),
    ],
  }
}

/** Why nothing was stored, and up to three lines that would be, each with a button. */
export function incompleteView(
  scope: Acting,
  owner: Owner,
  draft: Draft,
  smart: Smart,
  facts: SmartFacts,
): View {
  const words = texts[scope.locale]
  const { locale, today, workspace } = scope
  const { currency } = workspace
  const problems = problemsOf(draft, smart, locale)
  const fixes = proposeFixes(draft, smart, facts, {
    locale,
    today,
    usualPeriod: facts.usualPeriod,
    currency,
    owner: owner.word,
    team: facts.team,
  })
  const [first] = fixes
  const why = workedOut(draft, smart, { locale, today, currency }, first)
  return {
    summary: `${words.nothingSaved} ${problems.join(' ')}`,
    blocks: [
      text(words.nothingSaved),
      list(problems),
      ...why.map((one) => context(one)),
      ...(first
        ? say(
            words.tryLine(`${words.line.command} ${first.body}`),
            ...fixes.map((fix) => saving(fix, fixes, locale)),
          ).blocks
        : []),
    ],
  }
}

/** The button that stores a line; where there is a choice, or its number is made up, it says which. */
function saving(fix: Fix, all: readonly Fix[], locale: Locale): Button {
  const words = texts[locale]
  const plainly = all.length === 1 && !fix.example
  return {
    label: plainly ? words.saveLine : words.saveAs(fix.body),
    action: 'goal.save-line',
    value: fix.basis ? `${fix.body}\n${writeBasis(fix.basis)}` : fix.body,
    ...(fix === all[0] && !fix.example ? { tone: 'primary' as const } : {}),
  }
}

function findings(
  scope: Scope,
  smart: Smart & Complete,
  named: GoalWords,
  parent: GoalWords | undefined,
): string[] {
  const words = texts[scope.locale].smart
  const { achievable, relevant, timeBound } = smart
  const above = parent ? `${parent.label} ${parent.name}` : ''
  return [
    words.specific(named.metric),
    words.measurable(named.value),
    achievableIn(achievable, named, scope.locale),
    'parent' in relevant ? words[relevant.state](above) : words[relevant.state],
    untilIn(scope, timeBound),
  ]
}

function achievableIn(achievable: Against, named: GoalWords, locale: Locale): string {
  const words = texts[locale].smart
  if (achievable.state === 'unknown') return words.unknown
  const { periods, average, best } = achievable
  return words[achievable.state](periods, named.show(average), named.show(best))
}

function untilIn(scope: Scope, { period, over }: Complete['timeBound']): string {
  const words = texts[scope.locale].smart
  const { to } = spanOf(period, scope.workspace.fiscalStartMonth)
  return words[over ? 'over' : 'timeBound'](showPeriod(to, scope.locale, scope.today))
}
