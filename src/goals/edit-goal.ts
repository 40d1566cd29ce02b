import type { Answer, Press, Submission } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { type Field, type Form, many, one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { goalsAbove } from './above.ts'
import { putUnder } from './align-goal.ts'
import { contributorsOf } from './contributor-store.ts'
import { contributeTo, contributorNames } from './contributors.ts'
import { type Goal, isObjective, pays } from './goal.ts'
import { giveTo } from './hand-over.ts'
import { reasonIn, refuseChange } from './lock.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'
import { giveWeight, showWeight } from './weigh-goal.ts'
import { readWeight } from './weights.ts'

/** The button beside a goal: what it serves and weighs, whose it is, and who contributes. */
export async function openEditForm(scope: Acting, press: Press): Promise<Answer> {
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(texts[scope.locale].notAligned)
  const refused = await refuseChange(scope, goal)
  return refused ?? { form: await editForm(scope, goal) }
}

/** Changes what is different from what it was; where one of it is refused, all of it is. */
export async function editFromForm(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const goal = await goalById(scope, state)
  if (!goal) return new Refusal(words.notAligned)
  const refused = await refuseChange(scope, goal)
  if (refused) return refused
  const weightWord = one(values, 'weight')
  const weight = weightWord === undefined ? undefined : readWeight(weightWord)
  if (weightWord !== undefined && !weight) return { errors: { weight: words.weight.unread(weightWord) } }
  const reason = reasonIn(one(values, 'why') ?? '')
  const done: string[] = []
  const parentId = one(values, 'parent')
  if (parentId !== goal.parent) {
    const parent = parentId === undefined ? undefined : await goalById(scope, parentId)
    if (parentId !== undefined && !parent) return new Refusal(words.notAligned)
    const put = await putUnder(scope, goal, parent, reason)
    if (put instanceof Refusal) return put
    done.push(put)
  }
  const now = { ...goal, parent: parentId }
  if (parentId !== undefined && parentId === goal.parent && (await weighs(scope, parentId))) {
    const given = await giveWeight(scope, now, weight, reason)
    if (given instanceof Refusal) return given
    if (given)
      done.push(`${words.weight.field} ${showWeight(scope, weight)}${scope.locale === 'en' ? '.' : '。'}`)
  }
  const contributed = await contributeTo(scope, goal, many(values, 'contributors'), reason)
  if (contributed instanceof Refusal) return contributed
  if (contributed) {
    const names = await contributorNames(scope, goal.id, scope.locale)
    const label = `G-${goal.number}`
    done.push(names === '' ? words.contributors.none(label) : words.contributors.now(label, names))
  }
  const given = await handedOver(scope, now, one(values, 'owner'), reason)
  if (given instanceof Refusal) return given
  if (given) done.push(given)
  return say(done.length === 0 ? words.edit.nothing : joinSentences(done, scope.locale))
}

async function editForm(scope: Acting, goal: Goal): Promise<Form> {
  const words = texts[scope.locale]
  const { label, name } = await wordsFor(scope, goal)
  const holder = goal.level === 'person' ? goal.owner : goal.lead
  const owner: Field[] = pays(goal)
    ? []
    : [
        {
          kind: 'person',
          name: 'owner',
          label: goal.level === 'person' ? words.owning.field : words.owning.leadField,
          optional: true,
          ...(holder ? { initial: holder } : {}),
        },
      ]
  return {
    form: 'goal.edit',
    title: words.edit.title(label),
    submit: words.form.submit,
    state: goal.id,
    fields: [
      { kind: 'note', text: name },
      ...(await parentField(scope, goal)),
      ...(await weightField(scope, goal)),
      ...owner,
      {
        kind: 'people',
        name: 'contributors',
        label: words.contributors.field,
        optional: true,
        initial: await contributorsOf(scope, goal.id),
      },
      { kind: 'text', name: 'why', label: words.edit.why, optional: true },
    ],
  }
}

const MAX_PARENTS = 60 // Slack: 100 options in a list

async function parentField(scope: Scope, goal: Goal): Promise<Field[]> {
  const counted = goal.metric === 'objective' ? {} : { metric: goal.metric }
  const above = await goalsAbove(scope, { ...goal, ...counted })
  const current = goal.parent === undefined ? undefined : await goalById(scope, goal.parent)
  const offered = [...(current ? [current] : []), ...above.filter((one) => one.id !== current?.id)]
  const options = await Promise.all(
    offered
      .filter((one) => one.id !== goal.id)
      .slice(0, MAX_PARENTS)
      .map(async (one) => {
        const named = await wordsFor(scope, one)
        return { value: one.id, label: `${named.label} ${named.name}` }
      }),
  )
  if (options.length === 0) return []
  const initial = current ? { initial: current.id } : {}
  return [
    {
      kind: 'choice',
      name: 'parent',
      label: texts[scope.locale].form.parent,
      optional: true,
      options,
      ...initial,
    },
  ]
}

/** Only for who may say what it counts under what it serves. */
async function weightField(scope: Acting, goal: Goal): Promise<Field[]> {
  const words = texts[scope.locale].weight
  if (goal.parent === undefined || !(await weighs(scope, goal.parent))) return []
  const initial = goal.weight ? { initial: showWeight(scope, goal.weight).replace(/ .*$/, '') } : {}
  return [{ kind: 'text', name: 'weight', label: words.field, hint: words.hint, optional: true, ...initial }]
}

async function weighs(scope: Acting, parent: string): Promise<boolean> {
  const above = await goalById(scope, parent)
  return above !== undefined && isObjective(above) && !above.lock && (await maySet(scope, above)) === 'yes'
}

async function handedOver(
  scope: Acting<WriteScope>,
  goal: Goal,
  owner: string | undefined,
  reason: string | undefined,
): Promise<string | Refusal | undefined> {
  const before = goal.level === 'person' ? goal.owner : goal.lead
  if (owner === undefined || owner === before || pays(goal)) return undefined
  const person = await personById(scope, owner)
  return person ? giveTo(scope, goal, person, reason) : new Refusal(texts[scope.locale].notAligned)
}
