import type { Scope } from '../kernel/scope.ts'
import type { Form } from '../view/form.ts'
import { CONFIDENCES } from './confidence.ts'
import type { Goal } from './goal.ts'
import { wordsFor } from './names.ts'
import { checkinsOf } from './store.ts'
import { texts } from './texts.ts'

/** Asks where a goal stands, how sure its owner is, and for a word about it. */
export async function checkInFormFor(scope: Scope, goal: Goal): Promise<Form> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const [last] = await checkinsOf(scope, goal.id)
  const known = last ? words.progress(named.bare(last.value), named.value, '') : named.value
  return {
    form: 'goal.checkin',
    title: words.checkinTitle(named.label),
    submit: words.form.submit,
    state: goal.id,
    fields: [
      { kind: 'note', text: `${named.name}: ${known.replace(/[,，]\s*$/, '')}` },
      { kind: 'text', name: 'value', label: words.checkinValue, hint: words.checkinValueHint(goal.unit) },
      {
        kind: 'choice',
        name: 'confidence',
        label: words.checkinConfidence,
        optional: true,
        options: CONFIDENCES.map((value) => ({ value, label: words.confidence[value] })),
      },
      { kind: 'text', name: 'note', label: words.checkinNote, optional: true },
    ],
  }
}
