import type { Scope } from '../kernel/scope.ts'
import type { Team } from '../people/teams.ts'
import { type Field, type FormErrors, type FormValues, one } from '../view/form.ts'
import { texts } from './texts.ts'

/** Chosen for a team that has nobody above it; no team's id. */
const TOP = 'top'
const MOST_OPTIONS = 99 // beside the top; more fit into no platform's list

/**
 * Where a new team stands in the company's tree: below the only top team unless something else is chosen, so that
 * whoever leads the company still leads all of it. Nothing to ask for the first team.
 */
export function parentField(scope: Scope, teams: readonly Team[]): Field[] {
  if (teams.length === 0) return []
  const words = texts[scope.locale]
  const tops = teams.filter((team) => team.parent === undefined)
  const [top] = tops
  const listed = [...tops, ...teams.filter((team) => team.parent !== undefined)].slice(0, MOST_OPTIONS)
  return [
    {
      kind: 'choice',
      name: 'parent',
      label: words.parent,
      hint: words.parentHint,
      options: [
        ...listed.map((team) => ({ value: team.id, label: team.name })),
        { value: TOP, label: words.parentTop },
      ],
      initial: top && tops.length === 1 ? top.id : TOP,
    },
  ]
}

/** The parent that was chosen, as it goes into a new team. */
export function parentFrom(values: FormValues): { parent?: string } {
  const chosen = one(values, 'parent')
  return chosen === undefined || chosen === TOP ? {} : { parent: chosen }
}

export function wrongParent(scope: Scope, values: FormValues, teams: readonly Team[]): FormErrors {
  const { parent } = parentFrom(values)
  if (parent === undefined || teams.some((team) => team.id === parent)) return {}
  return { parent: texts[scope.locale].unknownTeam }
}
