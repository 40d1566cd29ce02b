import type { Answer, Submission } from '../../kernel/feature.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { readDate } from '../../kernel/words.ts'
import { allTeams, teamById } from '../../people/store.ts'
import { type Form, one } from '../../view/form.ts'
import { enterDays } from './change-days.ts'
import { isSpan } from './read-days.ts'
import { texts } from './texts.ts'

const EVERYONE = 'everyone'
const KINDS = ['off', 'work', 'remove'] as const

/** Asks for days off, extra workdays, or days to take back. */
export async function daysForm(scope: Scope): Promise<Form> {
  const words = texts[scope.locale]
  const teams = (await allTeams(scope)).map((team) => ({ value: team.id, label: team.name }))
  return {
    form: 'setup.days',
    title: words.formTitle,
    submit: words.submit,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: words.kind,
        options: KINDS.map((value) => ({ value, label: words.kinds[value] })),
        initial: 'off',
      },
      { kind: 'date', name: 'from', label: words.from },
      { kind: 'date', name: 'to', label: words.to, hint: words.toHint, optional: true },
      { kind: 'text', name: 'name', label: words.name, hint: words.nameHint, optional: true },
      {
        kind: 'choice',
        name: 'team',
        label: words.team,
        options: [{ value: EVERYONE, label: words.everyone }, ...teams],
        initial: EVERYONE,
      },
    ],
  }
}

export async function submitDays(scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const verb = KINDS.find((kind) => kind === one(values, 'kind')) ?? 'off'
  const [first, last] = [one(values, 'from') ?? '', one(values, 'to')]
  const from = readDate(first, scope.today, 'future')
  if (from === undefined) return { errors: { from: words.unreadDate(first) } }
  const to = last === undefined ? from : readDate(last, from, 'future')
  if (to === undefined) return { errors: { to: words.unreadDate(last ?? '') } }
  if (!isSpan(from, to)) return { errors: { to: words.unreadSpan(from, to) } }
  const chosen = one(values, 'team')
  const team = chosen === undefined || chosen === EVERYONE ? undefined : await teamById(scope, chosen)
  if (chosen !== undefined && chosen !== EVERYONE && !team)
    return { errors: { team: words.unknownTeam(chosen, words.everyone) } }
  return enterDays(scope, { verb, from, to, name: one(values, 'name') ?? '', team: undefined }, team)
}
