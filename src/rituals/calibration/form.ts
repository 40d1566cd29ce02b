import type { Goal } from '../../goals/goal.ts'
import { wordsFor } from '../../goals/names.ts'
import { newId } from '../../kernel/id.ts'
import type { Acting } from '../../kernel/scope.ts'
import { isAboveTeam } from '../../people/who.ts'
import type { Field, Form } from '../../view/form.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import type { TeamGoals } from './goals.ts'
import { texts } from './texts.ts'

const MOST_GOALS = 50 // a longer list is not chosen from

/** Asks for a change in the market, an action, and a goal's new value; each of them may be left out. */
export async function contributionForm(
  scope: Acting,
  ritual: Ritual,
  session: Session,
  goals: TeamGoals,
): Promise<Form> {
  const words = texts[scope.locale]
  return {
    form: 'calibration.contribute',
    title: words.formTitle,
    submit: words.submit,
    state: `${session.ritual} ${session.occurrence} ${newId(scope.now)}`,
    fields: [
      { kind: 'long-text', name: 'market', label: words.market, hint: words.marketHint, optional: true },
      { kind: 'text', name: 'action', label: words.action, hint: words.actionHint, optional: true },
      { kind: 'person', name: 'owner', label: words.owner, optional: true, initial: scope.person.id },
      { kind: 'date', name: 'due', label: words.due, optional: true },
      ...(await goalFields(scope, await choosable(scope, ritual, goals))),
    ],
  }
}

async function goalFields(scope: Acting, goals: readonly Goal[]): Promise<Field[]> {
  if (goals.length === 0) return []
  const words = texts[scope.locale]
  const options = []
  for (const goal of goals.slice(0, MOST_GOALS)) {
    const { label, name, value } = await wordsFor(scope, goal)
    options.push({ value: goal.id, label: words.goalOption(label, name, value) })
  }
  return [
    { kind: 'choice', name: 'goal', label: words.goal, hint: words.goalHint, optional: true, options },
    { kind: 'text', name: 'value', label: words.value, optional: true },
    { kind: 'long-text', name: 'why', label: words.why, optional: true },
  ]
}

/** Everyone may propose for the goals they share and for their own; who leads the team, for its people's too. */
export async function choosable(scope: Acting, ritual: Ritual, goals: TeamGoals): Promise<Goal[]> {
  const leading = await isAboveTeam(scope, ritual.team.id)
  const personal = goals.personal.filter((goal) => leading || goal.owner === scope.person.id)
  return [...goals.shared, ...personal]
}
