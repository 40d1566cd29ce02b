import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { nameOf } from '../people/who.ts'
import { context, say } from '../view/view.ts'
import { type FieldName, fieldName } from './fields.ts'
import type { NewDeal } from './new-deal.ts'
import type { Problems, ReadDeal } from './read-deal.ts'
import { texts } from './texts.ts'
import { amountOf } from './words.ts'

/** A deal with all that one needs; otherwise what is missing is added to the problems. */
export function complete(scope: Acting, read: ReadDeal, problems: Problems): NewDeal | undefined {
  const words = texts[scope.locale].problems
  const { amount, customer, owner, shares, ...rest } = read
  if (!customer && !problems.customer) problems.customer = words.customerMissing
  if (!amount && !problems.amount) problems.amount = words.amountMissing
  if (Object.keys(problems).length > 0 || !amount || !customer || !owner || !shares) return undefined
  return {
    ...rest,
    customer,
    owner,
    shares,
    amountMinor: amount.minor,
    currency: amount.currency,
    signedOn: read.signedOn ?? scope.today,
    source: 'chat',
  }
}

/** What was understood, what was not, and an example. */
export async function notUnderstood(scope: Acting, read: ReadDeal, problems: Problems): Promise<Refusal> {
  const words = texts[scope.locale]
  const found = Object.values(problems)
  const [only] = found.length === 1 ? found : []
  const hint = only && !problems.customer && read.amount ? only.hint : words.tryAdd
  const view = say(
    words.notSaved(
      found.map((problem) => problem.said),
      hint,
    ),
  )
  const understood = await understoodPairs(scope, read)
  if (understood.length > 0) view.blocks.push(context(words.understood(understood)))
  return new Refusal(view)
}

async function understoodPairs(scope: Acting, read: ReadDeal): Promise<string[]> {
  const chinese = scope.locale === 'zh-CN'
  const pair = (field: FieldName, value: string | undefined) =>
    value === undefined ? [] : [`${fieldName(field, chinese)} ${value}`]
  const amount =
    read.amount && amountOf({ amountMinor: read.amount.minor, currency: read.amount.currency }, scope.locale)
  return [
    ...pair('customer', read.customer),
    ...pair('amount', amount),
    ...pair('product', read.product),
    ...pair('channel', read.channel),
    ...pair('date', read.signedOn),
    ...pair(
      'owner',
      read.owner === scope.person.id ? undefined : read.owner && (await nameOf(scope, read.owner)),
    ),
  ]
}
