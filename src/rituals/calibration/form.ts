import { type Goal, isCounted } from '../../goals/goal.ts'
import { wordsFor } from '../../goals/names.ts'
import { newId } from '../../kernel/id.ts'
import type { Acting } from '../../kernel/scope.ts'
import { isAboveTeam } from '../../people/who.ts'
import type { Field, Form, Option } from '../../view/form.ts'
import type { TeamGoals } from './goals.ts'
import { MARKET_KINDS } from './market.ts'
import type { Input } from './store.ts'
import type { AtTable } from './taking-part.ts'
import { texts } from './texts.ts'

const MOST_GOALS = 50 // a longer list is not chosen from

/** Asks for a change in the market, and first of all what is done differently about it. */
export function contributionForm(scope: Acting, { session }: AtTable): Form {
  const words = texts[scope.locale]
  const options = MARKET_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return {
    form: 'calibration.contribute',
    title: words.formTitle,
    submit: words.submit,
    state: `${session.ritual} ${session.occurrence} ${newId(scope.now)}`,
    fields: [
      { kind: 'choice', name: 'kind', label: words.kind, optional: true, options },
      { kind: 'long-text', name: 'market', label: words.market, hint: words.marketHint, optional: true },
      ...actionFields(scope, true),
      { kind: 'note', text: words.numbersLater },
    ],
  }
}

/** Asks for one more action about a change that is on the table. */
export function actionForm(scope: Acting, { session }: AtTable, about: Input): Form {
  const words = texts[scope.locale]
  return {
    form: 'calibration.act',
    title: words.actTitle,
    submit: words.submit,
    state: `${session.ritual} ${session.occurrence} ${newId(scope.now)} ${about.id}`,
    fields: [...aboutNote(scope, about), ...actionFields(scope, false)],
  }
}

/** Asks for a goal's new value; why is what it is decided by. Undefined: there is no goal to choose. */
export async function targetForm(
  scope: Acting,
  table: AtTable,
  about: Input,
  goals: readonly Goal[],
): Promise<Form | undefined> {
  if (goals.length === 0) return undefined
  const words = texts[scope.locale]
  const { session } = table
  return {
    form: 'calibration.target',
    title: words.targetTitle,
    submit: words.propose,
    state: `${session.ritual} ${session.occurrence} ${newId(scope.now)} ${about.id}`,
    fields: [
      ...aboutNote(scope, about),
      { kind: 'choice', name: 'goal', label: words.goal, options: await goalOptions(scope, goals) },
      { kind: 'text', name: 'value', label: words.value, hint: words.valueHint },
      { kind: 'long-text', name: 'why', label: words.why, hint: words.whyHint },
    ],
  }
}

export async function goalOptions(scope: Acting, goals: readonly Goal[]): Promise<Option[]> {
  const options: Option[] = []
  for (const goal of goals.slice(0, MOST_GOALS)) {
    const { label, name, value } = await wordsFor(scope, goal)
    options.push({ value: goal.id, label: texts[scope.locale].goalOption(label, name, value) })
  }
  return options
}

/** Everyone may propose for the goals they share and for their own; who leads the team, for its people's too. */
export async function choosable(scope: Acting, { ritual }: AtTable, goals: TeamGoals): Promise<Goal[]> {
  const leading = await isAboveTeam(scope, ritual.team.id)
  const personal = goals.personal.filter((goal) => leading || goal.owner === scope.person.id)
  return [...goals.shared, ...personal].filter(isCounted)
}

export function aboutNote(scope: Acting, about: Input): Field[] {
  const words = texts[scope.locale]
  const said = [about.kind && words.kinds[about.kind], about.market].filter((part) => part !== undefined)
  return said.length > 0 ? [{ kind: 'note', text: said.join(words.colon) }] : []
}

function actionFields(scope: Acting, optional: boolean): Field[] {
  const words = texts[scope.locale]
  return [
    { kind: 'text', name: 'action', label: words.action, hint: words.actionHint, optional },
    { kind: 'person', name: 'owner', label: words.owner, optional: true, initial: scope.person.id },
    { kind: 'date', name: 'due', label: words.due, optional: true },
  ]
}
