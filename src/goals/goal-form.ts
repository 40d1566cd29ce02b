import { type Period, periodOf, shift } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone, leads, teamsLedBy } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import type { Field, Form, Option } from '../view/form.ts'
import { type Goal, isObjective } from './goal.ts'
import { wordsFor } from './names.ts'
import { isManagerOf } from './owner.ts'
import { goalById, treeIn } from './store.ts'
import { texts } from './texts.ts'

/** The form behind `/goal add`; `parent` is chosen already. */
export async function goalForm(scope: Acting, parent?: string): Promise<Form> {
  const words = texts[scope.locale].form
  const owners = await ownersToChoose(scope)
  const above = parent ? await goalById(scope, parent) : undefined
  const chosen = above && owners.find((one) => one.value === choiceOf(above))?.value
  return {
    form: 'goal.add',
    title: words.title,
    submit: words.submit,
    fields: [
      {
        kind: 'choice',
        name: 'owner',
        label: words.owner,
        options: owners,
        initial: chosen ?? owners[0]?.value ?? '',
      },
      { kind: 'choice', name: 'metric', label: words.metric, options: metricsToChoose(scope) },
      { kind: 'text', name: 'name', label: words.name, hint: words.nameHint, optional: true },
      { kind: 'text', name: 'value', label: words.value, hint: words.valueHint },
      periodField(scope, 'month', above?.period),
      ...(await extraFields(scope, above)),
    ],
  }
}

/** The month, quarter or year; `also` is one that would not be offered otherwise. */
export function periodField(scope: Scope, kind: 'month' | 'quarter', also?: Period): Field {
  const { fiscalStartMonth } = scope.workspace
  const offered = periodsToChoose(scope)
  const periods = also === undefined || offered.includes(also) ? offered : [...offered, also]
  return {
    kind: 'choice',
    name: 'period',
    label: texts[scope.locale].form.period,
    options: periods.map((period) => ({
      value: period,
      label: showPeriod(period, scope.locale, scope.today, fiscalStartMonth),
    })),
    initial: also ?? periodOf(scope.today, kind, fiscalStartMonth),
  }
}

/** What it serves, what it weighs, and who contributes. */
export async function extraFields(scope: Acting, above: Goal | undefined): Promise<Field[]> {
  const words = texts[scope.locale]
  const parents = await parentsToChoose(scope, above)
  return [
    ...(parents.length > 0
      ? [
          {
            kind: 'choice' as const,
            name: 'parent',
            label: words.form.parent,
            options: parents,
            optional: true,
            ...(above ? { initial: above.id } : {}),
          },
        ]
      : []),
    { kind: 'text', name: 'weight', label: words.weight.field, hint: words.weight.hint, optional: true },
    { kind: 'people', name: 'contributors', label: words.contributors.field, optional: true },
  ]
}

const choiceOf = (goal: Goal) => (goal.level === 'company' ? 'company' : `${goal.level}:${goal.owner}`)

export async function ownersToChoose(scope: Acting): Promise<Option[]> {
  const words = texts[scope.locale]
  const { id } = scope.person
  const admin = isAdmin(scope.person)
  const company = admin || (await isManagerOf(scope, id, { level: 'company', owner: '' }))
  const people: Option[] = []
  if (admin || scope.person.roles.includes('manager')) {
    for (const person of await everyone(scope)) {
      if (people.length === MAX_PEOPLE) break
      if (person.id === id || !(admin || (await leads(scope, id, person.id)))) continue
      people.push({ value: `person:${person.id}`, label: person.name })
    }
  }
  return [
    { value: `person:${id}`, label: words.form.me },
    ...(company ? [{ value: 'company', label: words.company }] : []),
    ...(await teamsLedBy(scope, id)).map((team) => ({ value: `team:${team.id}`, label: team.name })),
    ...people,
  ]
}

const MAX_PEOPLE = 60 // Slack: 100 options in a list, with room for the teams

function metricsToChoose(scope: Scope): Option[] {
  const words = texts[scope.locale]
  const known = Object.entries(words.metrics).map(([value, label]) => ({ value, label }))
  return [...known, { value: 'checkin', label: words.form.own }]
}

function periodsToChoose(scope: Scope): Period[] {
  const fiscal = scope.workspace.fiscalStartMonth
  return (['month', 'quarter', 'year'] as const).flatMap((kind) => {
    const current = periodOf(scope.today, kind, fiscal)
    return [current, shift(current, 1, fiscal)]
  })
}

/** Objectives, and what the company and the teams count; first the one that is chosen already. */
async function parentsToChoose(scope: Acting, chosen: Goal | undefined): Promise<Option[]> {
  const found = (await treeIn(scope, periodsToChoose(scope))).filter(
    (goal) => goal.level !== 'person' || (isObjective(goal) && goal.owner === scope.person.id),
  )
  const goals = [...(chosen ? [chosen] : []), ...found.filter((one) => one.id !== chosen?.id)]
  return Promise.all(
    goals.slice(0, MAX_PEOPLE).map(async (goal) => {
      const named = await wordsFor(scope, goal)
      return { value: goal.id, label: `${named.label} ${named.name}` }
    }),
  )
}
