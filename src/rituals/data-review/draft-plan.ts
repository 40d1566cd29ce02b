import { stringify } from 'yaml'
import { type PlanDocument, planDocument } from '../../commission/plan-document.ts'
import { planFrom } from '../../commission/plan-from.ts'
import { plansAssigned } from '../../commission/store.ts'
import type { Answer, Press } from '../../kernel/feature.ts'
import { monthsOf, type Period, periodOf, shift } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { allTeams } from '../../people/store.ts'
import { ancestorsOf } from '../../people/teams.ts'
import { isAboveTeam } from '../../people/who.ts'
import { code, context, text } from '../../view/view.ts'
import { atFinding } from './at-review.ts'
import { findingWords } from './finding-words.ts'
import { texts } from './texts.ts'

/** So many months a draft is tried on. */
const MONTHS_TRIED = 3

/** The button under a finding: the plan in force as a draft to change, and the line that tries it on the last months. */
export async function draftPlan(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', kind = ''] = value.split(' ')
  const at = await atFinding(scope, ritualId, occurrence, kind)
  if (at instanceof Refusal) return at
  const { team } = at.ritual
  if (!(await isAboveTeam(scope, team.id)) && !scope.person.roles.includes('finance'))
    return new Refusal(words.notLeading(team.name))
  const month = at.review.facts.months[0] ?? occurrence
  const file = `review-${month}.yml`
  const document = await planOfTeam(scope, team.id)
  const months = monthsTried(month, document, scope)
  const line = `npx drumbeat plan test ${file} --from ${months[0]} --to ${months.at(-1)} --team ${quoted(team.name)}`
  return {
    summary: words.planSummary,
    blocks: [
      context(words.planIntro(findingWords(at.telling, at.finding))),
      text(document ? words.planHow(file) : words.planNone(file)),
      // In one line: chats do not keep the indentation that YAML is usually written with.
      ...(document
        ? [text([code(stringify(document, { collectionStyle: 'flow', lineWidth: 0 }).trim())])]
        : []),
      text([code(line)]),
    ],
  }
}

/** The plan that a team has today: its own, the nearest above it, or everyone's. */
async function planOfTeam(scope: Acting, team: string): Promise<PlanDocument | undefined> {
  const assigned = (await plansAssigned(scope, undefined, scope.today)).filter((one) => !one.ended)
  const everyones = assigned.findLast(({ to }) => to.kind === 'everyone')
  const theirs = ancestorsOf(await allTeams(scope), team)
    .map((id) => assigned.findLast(({ to }) => to.kind === 'team' && to.id === id))
    .find((one) => one !== undefined)
  const found = theirs ?? everyones
  return found && planDocument.parse(JSON.parse(found.document))
}

/** The last months, or as many whole periods of the plan as they touch. */
function monthsTried(month: Period, document: PlanDocument | undefined, scope: Acting): Period[] {
  const first = shift(month, 1 - MONTHS_TRIED)
  const { fiscalStartMonth, currency } = scope.workspace
  const period = document && planFrom(document, currency).period
  if (period === undefined || period === 'month') return [first, shift(first, 1), month]
  const from = periodOf(`${first}-01`, period, fiscalStartMonth)
  const to = periodOf(`${month}-01`, period, fiscalStartMonth)
  return [...monthsOf(from, fiscalStartMonth), ...monthsOf(to, fiscalStartMonth)]
}

/** A name that a shell takes as one word, whatever stands in it. */
const quoted = (name: string): string =>
  /^[\p{L}\p{N}_-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
