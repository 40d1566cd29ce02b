import { z } from 'zod'
import type { Answer, Press } from '../kernel/feature.ts'
import { newId } from '../kernel/id.ts'
import type { Minor } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { nameOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { readCarried, replacing } from './carried.ts'
import type { Around } from './claim.ts'
import { complete, notUnderstood } from './complete-deal.ts'
import { convert } from './convert.ts'
import { recentAmounts } from './deal-store.ts'
import { DEAL_FIELDS, type NamedFields, sortFields } from './fields.ts'
import { logAndAnnounce } from './log-deal.ts'
import type { NewDeal } from './new-deal.ts'
import { readDeal } from './read-deal.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, typedAmount, typedFigures } from './words.ts'

const UNUSUAL_TIMES = 3 // as much as the largest until now
const FEWEST_DEALS = 3 // with fewer, nothing is usual yet
const LONGEST_VALUE = 1500 // characters that a button carries

/**
 * Asks once before a deal is stored that is worth more than three times the largest of its owner's latest deals.
 * Undefined: nothing unusual about it.
 */
export async function askAboutUnusual(scope: Acting<Scope>, deal: NewDeal): Promise<Answer | undefined> {
  const rate = deal.exchange?.rate ?? '1'
  const baseMinor = convert(deal.amountMinor, deal.currency, scope.workspace.currency, rate)
  return askIfUnusual(scope, { ...deal, baseMinor }, 'deal.sure', {
    id: newId(scope.now),
    fields: fieldsOf(deal),
  })
}

/** The question with a button that carries what was said, where the amount is unusual for the deal's owner. */
export async function askIfUnusual(
  scope: Acting<Scope>,
  deal: { owner: string; amountMinor: Minor; currency: string; baseMinor: Minor },
  action: string,
  carries: unknown,
): Promise<Answer | undefined> {
  const words = texts[scope.locale]
  const amounts = await recentAmounts(scope, deal.owner)
  const largest = Math.max(0, ...amounts)
  if (amounts.length < FEWEST_DEALS || largest === 0) return undefined
  if (deal.baseMinor <= largest * UNUSUAL_TIMES) return undefined
  const value = JSON.stringify(carries)
  if (value.length > LONGEST_VALUE) return new Refusal(words.tooLongToAsk)
  const amount = amountOf(deal, scope.locale)
  const owner = deal.owner === scope.person.id ? undefined : await nameOf(scope, deal.owner)
  return say(words.unusual(amount, inOwn(scope, largest), owner), {
    label: words.unusualYes(amount),
    action,
    value,
    tone: 'primary',
  })
}

/** What a deal was read from, without anything that means something else on another day. */
function fieldsOf(deal: NewDeal): NamedFields {
  const { customer, product, channel, referrer, contract, note, signedOn, firstContactOn, owner, shares } =
    deal
  const split = shares.map((share) => `<@${share.person}>:${showPercent(share.bps)}`)
  return {
    customer,
    amount: typedAmount(deal, ''),
    date: signedOn,
    owner: `<@${owner}>`,
    ...(split.length > 1 || deal.splitSaid ? { split: split.join(',') } : {}),
    ...(product === undefined ? {} : { product }),
    ...(channel === undefined ? {} : { channel }),
    ...(referrer === undefined ? {} : { referrer }),
    ...(contract === undefined ? {} : { contract }),
    ...(note === undefined ? {} : { note }),
    ...(firstContactOn === undefined ? {} : { firstContact: firstContactOn }),
    ...typedFigures(deal),
  }
}

const carried = z.object({ id: z.string().min(1).max(40), fields: z.record(z.string(), z.string()) })

/** The amount is right: the deal is read once more and stored, once, under the id that it was asked about with. */
export const logAfterAsking =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const words = texts[scope.locale]
    const asked = readCarried(value, carried)
    const fields = asked && sortFields(asked.fields, DEAL_FIELDS)
    if (!asked || !fields || 'unknown' in fields) return new Refusal(words.staleButton)
    const { read, problems } = await readDeal(scope, fields)
    const deal = complete(scope, read, problems)
    if (!deal) return notUnderstood(scope, read, problems)
    return replacing(await logAndAnnounce(scope, { ...deal, id: asked.id }, around))
  }
