import type { Answer, Press, Submission } from '../kernel/feature.ts'
import { showMoney } from '../kernel/money.ts'
import { spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { membersOf, teamById } from '../people/store.ts'
import { isAbove } from '../people/who.ts'
import { one } from '../view/form.ts'
import { award, revoke } from './award-badge.ts'
import { awardedView } from './award-view.ts'
import type { Badge } from './badge.ts'
import { nominationView, standings } from './nominate.ts'
import { type Nomination, nominationStatus, settleNomination } from './nomination-store.ts'
import { awardById, badgesOf } from './store.ts'
import { texts } from './texts.ts'

/** The manager agrees with the nomination. */
export async function confirm(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const { person } = readNomination(press.value)
  const view = await give(scope, press.value, person, undefined)
  return view instanceof Refusal || !('blocks' in view) ? view : { replace: view }
}

/** The manager would rather choose. */
export async function someoneElse(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const words = texts[scope.locale].nomination
  const { nomination } = readNomination(press.value)
  const team = await teamById(scope, nomination.team)
  if (!team || (await nominationStatus(scope, nomination)) !== 'open') return new Refusal(words.done)
  const candidates = await whomTheyLead(scope, await membersOf(scope, team.id))
  if (candidates.length === 0) return new Refusal(words.notYours(team.name))
  const signed = new Map(
    (await standings(scope, nomination.month, team)).map((each) => [each.person.id, each.signedMinor]),
  )
  const options = candidates
    .sort((a, b) => (signed.get(b.id) ?? 0) - (signed.get(a.id) ?? 0))
    .slice(0, MAX_OPTIONS)
    .map((each) => ({
      value: each.id,
      label: `${each.name} ${showMoney(signed.get(each.id) ?? 0, scope.workspace.currency, scope.locale)}`,
    }))
  return {
    form: {
      form: 'badge.someone-else',
      title: words.formTitle,
      submit: words.formSubmit,
      state: press.value,
      fields: [
        { kind: 'choice', name: 'person', label: words.formWho, options },
        { kind: 'text', name: 'reason', label: words.formWhy, optional: true },
      ],
    },
  }
}

const MAX_OPTIONS = 100 // Slack: options in a list

export async function giveSomeoneElse(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  return give(scope, state, one(values, 'person') ?? '', one(values, 'reason'))
}

/** The button beside a fresh award: a nomination that it came from is open again. */
export async function undo(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const given = await awardById(scope, press.value)
  const view = await revoke(scope, press.value)
  if (view instanceof Refusal || !given) return view
  const nomination = { badge: given.badge, month: given.month, team: given.team }
  const badge = (await badgesOf(scope)).find((each) => each.id === given.badge)
  const team = await teamById(scope, given.team)
  if (given.cause !== causeOf(nomination) || !badge || !team) return { replace: view }
  await settleNomination(scope, nomination, 'open', undefined)
  const ranked = await standings(scope, nomination.month, team)
  return { replace: nominationView(scope, badge, nomination, ranked, scope.locale) }
}

const causeOf = ({ month, team }: Nomination): string => `nomination:${month}/${team}`

async function give(
  scope: Acting<WriteScope>,
  value: string,
  person: string,
  reason: string | undefined,
): Promise<Answer> {
  const words = texts[scope.locale].nomination
  const { nomination } = readNomination(value)
  const badge: Badge | undefined = (await badgesOf(scope)).find((each) => each.id === nomination.badge)
  if (!badge || (await nominationStatus(scope, nomination)) !== 'open') return new Refusal(words.done)
  if (!(await inTeam(scope, nomination, person))) return new Refusal(words.notInTeam)
  const given = await award(scope, {
    badge,
    person,
    cause: causeOf(nomination),
    month: nomination.month,
    team: nomination.team,
    reason,
  })
  if (given instanceof Refusal) return given
  await settleNomination(scope, nomination, 'confirmed', given.id)
  return awardedView(scope, badge, given)
}

/** Somebody who is in the team, or was at the end of the month that is honored. */
async function inTeam(scope: Scope, { team, month }: Nomination, person: string): Promise<boolean> {
  const then = await membersOf(scope, team, spanOf(month).to)
  return [...then, ...(await membersOf(scope, team))].some((member) => member.id === person)
}

/** Those of a team whom the presser may honor; never themselves. */
async function whomTheyLead(scope: Acting, members: readonly Person[]): Promise<Person[]> {
  const led: Person[] = []
  for (const member of members)
    if (member.id !== scope.person.id && (await isAbove(scope, member.id))) led.push(member)
  return led
}

function readNomination(value: string): { nomination: Nomination; person: string } {
  const [badge = '', month = '', team = '', person = ''] = value.split('|')
  return { nomination: { badge, month, team }, person }
}
