import { foldCustomer } from '../deals/customer.ts'
import { LONGEST } from '../deals/fields.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { answersFor, nameOf } from '../people/who.ts'
import { isBlank } from '../view/fit.ts'
import type { Registration } from './registration.ts'
import { registrationOf } from './store.ts'
import { texts } from './texts.ts'

export interface Named {
  customer: string
  customerKey: string
  /** What follows the customer's name. */
  rest: string[]
  named: Record<string, string>
}

/** The customer is the first word, or what stands in quotes. */
export function readCustomer(scope: Acting, text: string): Named | Refusal {
  const words = texts[scope.locale]
  const { bare, named } = splitWords(text)
  const [customer = '', ...rest] = bare
  const customerKey = foldCustomer(customer)
  if (isBlank(customer) || customerKey === '') return new Refusal(words.customerMissing)
  if ([...customer].length > LONGEST.customer) return new Refusal(words.tooLong(LONGEST.customer))
  return { customer, customerKey, rest, named }
}

/** A registration that the actor may change: the holder's own, or one of their people's. */
export async function whichOwn(
  scope: Acting,
  customer: string,
  customerKey: string,
): Promise<Registration | Refusal> {
  const words = texts[scope.locale]
  const known = await registrationOf(scope, customerKey)
  if (!known) return new Refusal(words.unknown(customer))
  if (await answersFor(scope, known.holder)) return known
  return new Refusal(words.notYours(known.customer, await nameOf(scope, known.holder)))
}
