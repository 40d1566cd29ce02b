import { LONGEST } from '../deals/fields.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { addDays } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { listRegistrations } from './list.ts'
import { daysOf, isEntitled, type Registration } from './registration.ts'
import { sayHeld, takeToRuling } from './rule-view.ts'
import { claimCustomer, registrationOf } from './store.ts'
import { texts } from './texts.ts'
import { readCustomer } from './which-customer.ts'

/** `/register 华为 老客户介绍`: protects the customer for who registers it; alone it lists one's own. */
export async function register(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  if (text.trim() === '') return listRegistrations(scope, { text: '' })
  const words = texts[scope.locale]
  const read = readCustomer(scope, text)
  if (read instanceof Refusal) return read
  const note = read.named.note ?? read.named.备注 ?? read.rest.join(' ')
  if ([...note].length > LONGEST.note) return new Refusal(words.tooLong(LONGEST.note))
  const wanted: Registration = {
    customerKey: read.customerKey,
    customer: read.customer,
    holder: scope.person.id,
    note: note === '' ? null : note,
    fromOn: scope.today,
    untilOn: addDays(scope.today, daysOf(scope.workspace)),
    splits: [],
  }
  const before = await registrationOf(scope, read.customerKey)
  if (!(await claimCustomer(scope, wanted))) return heldAlready(scope, read.customerKey)
  await scope.record('registration.made', `customer:${read.customerKey}`, before, wanted)
  const until = showPeriod(wanted.untilOn, scope.locale, scope.today)
  return say(words.registered(read.customer, until, wanted.note ?? undefined))
}

async function heldAlready(scope: Acting<WriteScope>, customerKey: string): Promise<Answer> {
  const words = texts[scope.locale]
  const held = await registrationOf(scope, customerKey)
  if (!held) throw new Error(`The registration of ${customerKey} is gone.`)
  const until = showPeriod(held.untilOn, scope.locale, scope.today)
  if (held.holder === scope.person.id) return say(words.yoursAlready(held.customer, until))
  if (isEntitled(held, scope.person.id, scope.today))
    return say(words.sharedAlready(held.customer, await nameOf(scope, held.holder)))
  const ruling = await takeToRuling(scope, held, scope.person.id)
  return say(joinSentences([await sayHeld(scope, held), ruling], scope.locale))
}
