import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readAmount, splitWords } from '../kernel/words.ts'
import { context, say } from '../view/view.ts'
import { askAboutUnusual } from './ask-about-unusual.ts'
import { type FieldName, fieldName, type NamedFields, sortFields } from './fields.ts'
import { logAndAnnounce } from './log-deal.ts'
import type { NewDeal } from './new-deal.ts'
import type { PayAfter } from './pay-after.ts'
import { type Problems, type ReadDeal, readDeal } from './read-deal.ts'
import { texts } from './texts.ts'
import { amountOf, nameOf } from './words.ts'

const TAKEN: FieldName[] = [
  'customer',
  'amount',
  'product',
  'channel',
  'date',
  'split',
  'owner',
  'referrer',
  'contract',
  'firstContact',
  'note',
]

/** `/deal add 华为 12万 product=CRM`: the amount is the last bare word, everything before it is the customer. */
export const addDeal =
  (payAfter: PayAfter | undefined) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const { bare, named } = splitWords(text)
    const sorted = sortFields(named, TAKEN)
    if ('unknown' in sorted) return new Refusal(words.unknownField(sorted.unknown, sorted.nearest))
    const fields = { ...customerAndAmount(bare, scope.workspace.currency, sorted), ...sorted }
    const { read, problems } = await readDeal(scope, fields)
    const deal = complete(scope, read, problems)
    if (!deal) return notUnderstood(scope, read, problems)
    return (await askAboutUnusual(scope, deal)) ?? logAndAnnounce(scope, deal, payAfter)
  }

/** An amount may be two words: `12 万`, `3000 USD`. */
function customerAndAmount(bare: readonly string[], currency: string, named: NamedFields): NamedFields {
  if (named.amount !== undefined) return bare.length > 0 ? { customer: bare.join(' ') } : {}
  const [last, beforeLast] = [bare.at(-1), bare.at(-2)]
  if (last === undefined) return {}
  const joined = `${beforeLast} ${last}`
  const length =
    beforeLast !== undefined && !readAmount(last, currency) && readAmount(joined, currency) ? 2 : 1
  const customer = bare.slice(0, -length).join(' ')
  const alone = customer === '' && named.customer === undefined && !readAmount(last, currency)
  if (alone) return { customer: bare.join(' ') }
  return { amount: bare.slice(-length).join(' '), ...(customer === '' ? {} : { customer }) }
}

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
async function notUnderstood(scope: Acting, read: ReadDeal, problems: Problems): Promise<Refusal> {
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
