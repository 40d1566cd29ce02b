import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readAmount, splitWords } from '../kernel/words.ts'
import { askAboutUnusual } from './ask-about-unusual.ts'
import type { Around } from './claim.ts'
import { complete, notUnderstood } from './complete-deal.ts'
import { DEAL_FIELDS, type NamedFields, sortFields } from './fields.ts'
import { logAndAnnounce } from './log-deal.ts'
import { readDeal } from './read-deal.ts'
import { texts } from './texts.ts'

/** `/deal add 华为 12万 product=CRM`: the amount is the last bare word, everything before it is the customer. */
export const addDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const { bare, named } = splitWords(text)
    const sorted = sortFields(named, DEAL_FIELDS)
    if ('unknown' in sorted) return new Refusal(words.unknownField(sorted.unknown, sorted.nearest))
    const fields = { ...customerAndAmount(bare, scope.workspace.currency, sorted), ...sorted }
    const { read, problems } = await readDeal(scope, fields)
    const deal = complete(scope, read, problems)
    if (!deal) return notUnderstood(scope, read, problems)
    return (await askAboutUnusual(scope, deal)) ?? logAndAnnounce(scope, deal, around)
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
