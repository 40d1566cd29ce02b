import type { Answer, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { allTeams, personById } from '../../people/store.ts'
import { type Form, one } from '../../view/form.ts'
import { texts } from '../texts.ts'
import { carryOut } from './change-members.ts'
import { nearestDate } from './read-change.ts'
import { memberTexts } from './texts.ts'

const WHATS = ['move', 'add', 'remove'] as const
const PARTS = ['member', 'manager'] as const
const MOST_TEAMS = 100 // more fit into no platform's list; the command knows them all

/** Asks who goes where, as what, and from when. */
export async function membersForm(scope: Scope): Promise<Form> {
  const words = memberTexts[scope.locale].form
  const teams = await allTeams(scope)
  return {
    form: 'setup.members',
    title: words.title,
    submit: words.submit,
    fields: [
      { kind: 'person', name: 'person', label: words.person },
      {
        kind: 'choice',
        name: 'what',
        label: words.what,
        options: WHATS.map((value) => ({ value, label: words.whats[value] })),
        initial: 'move',
      },
      {
        kind: 'choice',
        name: 'team',
        label: words.team,
        options: teams.slice(0, MOST_TEAMS).map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        kind: 'choice',
        name: 'part',
        label: words.part,
        options: PARTS.map((value) => ({ value, label: words.parts[value] })),
        initial: 'member',
      },
      { kind: 'date', name: 'from', label: words.from, initial: scope.today },
    ],
  }
}

/** The same as the command; what is wrong is said at its field. */
export async function submitMembers(scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> {
  const words = memberTexts[scope.locale]
  const what = WHATS.find((known) => known === one(values, 'what')) ?? 'move'
  const part = PARTS.find((known) => known === one(values, 'part')) ?? 'member'
  const typed = one(values, 'from') ?? scope.today
  const [from, person] = [
    nearestDate(typed, scope.today),
    await personById(scope, one(values, 'person') ?? ''),
  ]
  const team = (await allTeams(scope)).find((known) => known.id === one(values, 'team'))
  const errors = {
    ...(from ? {} : { from: words.badDate(typed) }),
    ...(person ? {} : { person: texts[scope.locale].unknownPerson }),
    ...(team ? {} : { team: texts[scope.locale].unknownTeam }),
  }
  if (!from || !person || !team) return { errors }
  const answer = await carryOut(scope, { what, part, person, team, from })
  return answer instanceof Refusal ? { errors: { team: answer.view.summary } } : answer
}
