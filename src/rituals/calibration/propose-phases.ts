import { addsUp, type Goal } from '../../goals/goal.ts'
import { proposePhases } from '../../goals/propose.ts'
import { readSplit } from '../../goals/split-goal.ts'
import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { newId } from '../../kernel/id.ts'
import { kindOf } from '../../kernel/period.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { aboutNote, choosable, goalOptions } from './form.ts'
import { changeOnTable, proposed } from './propose-target.ts'
import { inputById } from './store.ts'
import { type AtTable, goalsFor, heldAtTable } from './taking-part.ts'
import { texts } from './texts.ts'

/** The button under a change: another split of a quarter's or a year's goal over its months. */
export async function askPhases(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await changeOnTable(scope, value)
  if (found instanceof Refusal) return found
  const { table, about } = found
  const goals = await splittable(scope, table)
  if (goals.length === 0) return new Refusal(words.noGoalToSplit)
  return {
    form: {
      form: 'calibration.phases',
      title: words.phasesTitle,
      submit: words.propose,
      state: `${table.session.ritual} ${table.session.occurrence} ${newId(scope.now)} ${about.id}`,
      fields: [
        ...aboutNote(scope, about),
        { kind: 'choice', name: 'goal', label: words.goal, options: await goalOptions(scope, goals) },
        { kind: 'text', name: 'phases', label: words.phases, hint: words.phasesHint },
        { kind: 'long-text', name: 'why', label: words.why, hint: words.whyHint },
      ],
    },
  }
}

/** The submitted form: the proposal stands in the thread with its buttons. */
export async function proposeSplit(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = '', aboutId = ''] = state.split(' ')
  const table = await heldAtTable(scope, ritualId, occurrence)
  if (table instanceof Refusal) return table
  const about = await inputById(scope, aboutId)
  if (about?.ritual !== ritualId || about.occurrence !== occurrence) return new Refusal(words.closed)
  const goal = (await splittable(scope, table)).find((each) => each.id === values.goal)
  if (!goal) return { errors: { goal: words.goalMissing } }
  const said = one(values, 'phases')
  if (!said) return { errors: { phases: words.phasesMissing } }
  const read = await readSplit(scope, goal, said)
  if (read instanceof Refusal) return { errors: { phases: read.view.summary } }
  const why = one(values, 'why')
  if (!why) return { errors: { why: words.whyMissing } }
  return proposed(scope, table, {
    id,
    about: about.about ?? about.id,
    propose: () => proposePhases(scope, goal, read.phases, why, table.session.threads[0]),
  })
}

async function splittable(scope: Acting, table: AtTable): Promise<Goal[]> {
  const goals = await choosable(scope, table, await goalsFor(scope, table))
  return goals.filter((goal) => addsUp(goal) && kindOf(goal.period) !== 'month')
}
