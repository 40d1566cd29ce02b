import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { mayCheckIn } from './contributors.ts'
import { goalNamed } from './find-goal.ts'
import { type Goal, isObjective } from './goal.ts'
import { wordsFor } from './names.ts'
import { shareBps } from './pace.ts'
import { findQuantity } from './read-quantity.ts'
import { measuredValue } from './smart.ts'
import { addCheckin, goalById } from './store.ts'
import { texts } from './texts.ts'

/** `/goal checkin G-3 40 note`: where a metric stands that no deal can tell. */
export async function checkIn(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  if (text.trim() === '') return new Refusal(texts[scope.locale].checkinFormat)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const [number = '', ...note] = found.rest.trim().split(/\s+/)
  return store(scope, found.goal, number, note.join(' '))
}

/** The button beside a goal opens this form. */
export async function checkInForm(scope: Acting, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(words.notAligned)
  const named = await wordsFor(scope, goal)
  return {
    form: {
      form: 'goal.checkin',
      title: words.checkinTitle(named.label),
      submit: words.form.submit,
      state: goal.id,
      fields: [
        { kind: 'note', text: `${named.name}: ${named.value}` },
        { kind: 'number', name: 'value', label: words.checkinValue },
        { kind: 'text', name: 'note', label: words.checkinNote, optional: true },
      ],
    },
  }
}

export async function checkInFromForm(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const goal = await goalById(scope, state)
  if (!goal) return new Refusal(texts[scope.locale].notAligned)
  const answer = await store(scope, goal, one(values, 'value') ?? '', one(values, 'note') ?? '')
  return answer instanceof Refusal ? { errors: { value: answer.view.summary } } : answer
}

const MAX_NOTE = 500 // characters: a note, not a report

async function store(scope: Acting<WriteScope>, goal: Goal, number: string, note: string): Promise<Answer> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  if (isObjective(goal)) return new Refusal(words.objective.noNumber(named.label))
  if (goal.metric !== 'checkin') return new Refusal(words.checkinOnly(named.label, named.metric))
  if (!(await mayCheckIn(scope, goal))) return refuseStranger(scope, goal)
  const found = findQuantity(number.normalize('NFKC'))
  const measured =
    found && found.rest.trim() === ''
      ? measuredValue('checkin', found.quantity, scope.workspace.currency)
      : undefined
  const value =
    measured && ('value' in measured ? measured.value : measured.missing === 'zero' ? 0 : undefined)
  if (value === undefined) return new Refusal(words.checkinFormat)
  await addCheckin(scope, goal.id, { value, note: note.slice(0, MAX_NOTE) || undefined })
  await scope.record('goal.checked-in', `goal:${goal.id}`, undefined, { value, note })
  const share = showPercent(shareBps(value, goal.value), 1)
  return say(words.checkinDone(named.label, named.name, named.show(value), share))
}
