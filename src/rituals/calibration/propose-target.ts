import { proposeChange } from '../../goals/propose.ts'
import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { say } from '../../view/view.ts'
import { choosable, targetForm } from './form.ts'
import { readGoalValue } from './goals.ts'
import { addInput, type Input, inputById, inputsOf, linkInput } from './store.ts'
import { type AtTable, atTable, goalsFor, heldAtTable } from './taking-part.ts'
import { texts } from './texts.ts'

/** The button under a change: a goal's new value, once something is done differently and that is not enough. */
export async function askTarget(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const found = await changeOnTable(scope, value)
  if (found instanceof Refusal) return found
  const goals = await choosable(scope, found.table, await goalsFor(scope, found.table))
  const form = await targetForm(scope, found.table, found.about, goals)
  return form ? { form } : new Refusal(words.noGoalToChange)
}

/** The submitted form: the proposal stands in the thread with its buttons. */
export async function proposeTarget(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = '', aboutId = ''] = state.split(' ')
  const table = await heldAtTable(scope, ritualId, occurrence)
  if (table instanceof Refusal) return table
  const about = await inputById(scope, aboutId)
  if (about?.ritual !== ritualId || about.occurrence !== occurrence) return new Refusal(words.closed)
  const goals = await choosable(scope, table, await goalsFor(scope, table))
  const goal = goals.find((one) => one.id === values.goal)
  if (!goal) return { errors: { goal: words.goalMissing } }
  const amount = one(values, 'value')
  if (!amount) return { errors: { value: words.valueMissing } }
  const value = readGoalValue(goal, amount, scope.workspace.currency)
  if (value === undefined) return { errors: { value: words.valueUnread(amount) } }
  const why = one(values, 'why')
  if (!why) return { errors: { why: words.whyMissing } }
  return proposed(scope, table, {
    id,
    about: about.about ?? about.id,
    propose: () => proposeChange(scope, goal, value, why, table.session.threads[0]),
  })
}

/** Stores the input and what it proposes, or says why that cannot be. */
export async function proposed(
  scope: Acting<WriteScope>,
  { ritual, session }: AtTable,
  wish: { id: string; about: string; propose: () => Promise<{ id: string } | Refusal> },
): Promise<Answer> {
  const words = texts[scope.locale]
  const input = { id: wish.id, ritual: ritual.id, occurrence: session.occurrence, about: wish.about }
  const blank = { person: scope.person.id, kind: undefined, market: undefined }
  if ((await inputById(scope, wish.id)) !== undefined) return say(words.repeated)
  const proposal = await wish.propose()
  if (proposal instanceof Refusal) return { errors: { goal: proposal.view.summary } }
  await addInput(scope, { ...input, ...blank })
  await linkInput(scope, wish.id, { proposal: proposal.id })
  return say(words.thanksProposal)
}

/** A change that is on the table of an open calibration, with an action already: strategy goes before numbers. */
export async function changeOnTable(
  scope: Acting,
  inputId: string,
): Promise<{ table: AtTable; about: Input } | Refusal> {
  const words = texts[scope.locale]
  const about = await inputById(scope, inputId)
  if (!about) return new Refusal(words.closed)
  const table = await atTable(scope, about.ritual, about.occurrence)
  if (table instanceof Refusal) return table
  if (await isActedOn(scope, about)) return { table, about }
  return new Refusal(words.actFirst, {
    label: words.anotherAction,
    action: 'calibration.act',
    value: about.id,
  })
}

async function isActedOn(scope: Scope, about: Input): Promise<boolean> {
  const root = about.about ?? about.id
  const inputs = await inputsOf(scope, about.ritual, about.occurrence)
  return inputs.some((one) => (one.id === root || one.about === root) && one.item !== undefined)
}
