import type { Acting } from '../kernel/scope.ts'
import type { Form } from '../view/form.ts'
import { extraFields, ownersToChoose, periodField } from './goal-form.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'

/** The form behind `/goal objective`; `parent` is chosen already. */
export async function objectiveForm(scope: Acting, parent?: string): Promise<Form> {
  const words = texts[scope.locale]
  const owners = await ownersToChoose(scope)
  const above = parent ? await goalById(scope, parent) : undefined
  return {
    form: 'goal.add-objective',
    title: words.objective.form.title,
    submit: words.form.submit,
    fields: [
      {
        kind: 'choice',
        name: 'owner',
        label: words.form.owner,
        options: owners,
        initial: owners[0]?.value ?? '',
      },
      {
        kind: 'text',
        name: 'sentence',
        label: words.objective.form.sentence,
        hint: words.objective.form.sentenceHint,
      },
      periodField(scope, 'quarter', above?.period),
      ...(await extraFields(scope, above)),
    ],
  }
}
