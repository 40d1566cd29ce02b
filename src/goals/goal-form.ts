import { type Period, periodOf, shift } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone, leads, teamsLedBy } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import type { Form, Option } from '../view/form.ts'
import { wordsFor } from './names.ts'
import { isManagerOf } from './owner.ts'
import { goalsIn } from './store.ts'
import { texts } from './texts.ts'

/** The form behind `/goal add`. */
export async function goalForm(scope: Acting): Promise<Form> {
  const words = texts[scope.locale].form
  const owners = await ownersToChoose(scope)
  const parents = await parentsToChoose(scope)
  return {
    form: 'goal.add',
    title: words.title,
    submit: words.submit,
    fields: [
      { kind: 'choice', name: 'owner', label: words.owner, options: owners, initial: owners[0]?.value ?? '' },
      { kind: 'choice', name: 'metric', label: words.metric, options: metricsToChoose(scope) },
      { kind: 'text', name: 'name', label: words.name, hint: words.nameHint, optional: true },
      { kind: 'text', name: 'value', label: words.value, hint: words.valueHint },
      {
        kind: 'choice',
        name: 'period',
        label: words.period,
        options: periodsToChoose(scope).map((period) => ({
          value: period,
          label: showPeriod(period, scope.locale, scope.today),
        })),
        initial: scope.today.slice(0, 7),
      },
      ...(parents.length > 0
        ? [{ kind: 'choice' as const, name: 'parent', label: words.parent, options: parents, optional: true }]
        : []),
    ],
  }
}

async function ownersToChoose(scope: Acting): Promise<Option[]> {
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

async function parentsToChoose(scope: Scope): Promise<Option[]> {
  const goals = (await goalsIn(scope, periodsToChoose(scope))).filter((goal) => goal.level !== 'person')
  return Promise.all(
    goals.slice(0, MAX_PEOPLE).map(async (goal) => {
      const named = await wordsFor(scope, goal)
      return { value: goal.id, label: `${named.label} ${named.name}` }
    }),
  )
}
