import type { Answer, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { nameOf, namesOf } from '../people/who.ts'
import { type Field, type Form, type FormErrors, type FormValues, one } from '../view/form.ts'
import { readAndAmend } from './amend-deal.ts'
import { askAboutUnusual } from './ask-about-unusual.ts'
import type { Around } from './claim.ts'
import { complete } from './complete-deal.ts'
import type { Standing } from './deal.ts'
import { dealById, lockDeal } from './deal-store.ts'
import type { FieldName, NamedFields } from './fields.ts'
import { ledgerOf } from './ledger-of.ts'
import { logAndAnnounce } from './log-deal.ts'
import { mayChange } from './may.ts'
import { type Problems, readDeal } from './read-deal.ts'
import { texts } from './texts.ts'
import { numberOf, typedAmount, typedFigures } from './words.ts'

type FieldKind = 'text' | 'long-text' | 'money' | 'date' | 'person'

/** The form's fields in order; who only logs own deals is not asked for the owner. */
const FIELDS: [name: FieldName, kind: FieldKind, optional: boolean][] = [
  ['customer', 'text', false],
  ['amount', 'money', false],
  ['product', 'text', true],
  ['channel', 'text', true],
  ['date', 'date', false],
  ['owner', 'person', true],
  ['split', 'text', true],
  ['referrer', 'text', true],
  ['contract', 'text', true],
  ['firstContact', 'date', true],
  ['margin', 'text', true],
  ['exVat', 'text', true],
  ['discount', 'text', true],
  ['note', 'long-text', true],
]

/** `/deal` alone, or its button: the form with the same fields as the command. */
export async function openForm(scope: Acting): Promise<Answer> {
  const words = texts[scope.locale].form
  const initial = { date: scope.today, owner: scope.person.id }
  return {
    form: { form: 'deal.add', title: words.title, submit: words.submit, fields: formFields(scope, initial) },
  }
}

export const submitForm =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> => {
    const { read, problems } = await readDeal(scope, fieldsFrom(scope, values))
    const deal = complete(scope, read, problems)
    if (!deal) return { errors: errorsFrom(scope, problems) }
    return (await askAboutUnusual(scope, deal)) ?? logAndAnnounce(scope, deal, around)
  }

/** The button on a deal: the same form, filled with what is known. */
export async function openAmendForm(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const deal = await dealById(scope, value)
  if (!deal) return new Refusal(words.notFound('', words.example.show))
  if (!(await mayChange(scope, deal)))
    return new Refusal(words.notToChange(numberOf(deal), await nameOf(scope, deal.owner)))
  const { standing } = await ledgerOf(scope, deal)
  const form: Form = {
    form: 'deal.amend',
    title: words.form.amendTitle(numberOf(deal)),
    submit: words.form.save,
    state: deal.id,
    fields: [
      ...formFields(scope, await initialOf(scope, standing)),
      { kind: 'text', name: 'reason', label: words.form.labels.reason, optional: true },
    ],
  }
  return { form }
}

export const submitAmendForm =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> => {
    const words = texts[scope.locale]
    const deal = await lockDeal(scope, state)
    if (!deal) return new Refusal(words.notFound('', words.example.show))
    const amended = await readAndAmend(scope, deal, clearing(fieldsFrom(scope, values)), around)
    return 'problems' in amended ? { errors: errorsFrom(scope, amended.problems) } : amended
  }

function formFields(scope: Acting, initial: NamedFields): Field[] {
  const words = texts[scope.locale].form
  const shown = FIELDS.filter(([name]) => name !== 'owner' || mayNameAnOwner(scope))
  return shown.map(([name, kind, optional]): Field => {
    const value = initial[name]
    return {
      kind,
      name,
      label: words.labels[name],
      ...(optional ? { optional } : {}),
      ...(name === 'split' ? { hint: words.splitHint } : {}),
      ...(name === 'amount' ? { hint: words.amountHint } : {}),
      ...(name === 'discount' ? { hint: words.discountHint } : {}),
      ...(value ? { initial: value } : {}),
    }
  })
}

const mayNameAnOwner = (scope: Acting) =>
  scope.person.roles.includes('manager') || scope.person.roles.includes('admin')

async function initialOf(scope: Acting, standing: Standing): Promise<NamedFields> {
  const names = await namesOf(
    scope,
    standing.shares.map((share) => share.person),
  )
  const split = standing.shares.map(
    (share) => `@${names.get(share.person)}:${showPercent(share.bps).slice(0, -1)}`,
  )
  return {
    customer: standing.customer,
    amount: typedAmount(standing, scope.workspace.currency),
    product: standing.product ?? '',
    channel: standing.channel ?? '',
    date: standing.signedOn,
    owner: standing.owner,
    split: split.length > 1 ? split.join(', ') : '',
    referrer: standing.referrer ?? '',
    contract: standing.contract ?? '',
    firstContact: standing.firstContactOn ?? '',
    ...typedFigures(standing),
    note: standing.note ?? '',
  }
}

/** A form gives a person as an id. */
function fieldsFrom(scope: Acting, values: FormValues): NamedFields {
  const fields: NamedFields = {}
  for (const name of [...FIELDS.map(([field]) => field), 'reason'] as FieldName[]) {
    const value = one(values, name)
    if (value !== undefined) fields[name] = name === 'owner' ? `<@${value}>` : value
  }
  if (!mayNameAnOwner(scope)) delete fields.owner
  return fields
}

/** A field that was emptied in the form is cleared; one that cannot be empty stays as it is. */
function clearing(fields: NamedFields): NamedFields {
  const empty = FIELDS.filter(([name, , optional]) => optional && name !== 'owner' && name !== 'split')
  return { ...Object.fromEntries(empty.map(([name]) => [name, ''])), ...fields }
}

function errorsFrom(scope: Acting, problems: Problems): FormErrors {
  const words = texts[scope.locale]
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, words.form.error(problem.said, problem.hint)]),
  )
}
