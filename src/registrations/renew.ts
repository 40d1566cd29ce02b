import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { addDays } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { say } from '../view/view.ts'
import { daysOf, protects, type Registration } from './registration.ts'
import { putRegistration } from './store.ts'
import { texts } from './texts.ts'
import { readCustomer, whichOwn } from './which-customer.ts'

/** `/register renew 华为`: as many days again, from today; also when it has lapsed and nobody else has taken it. */
export async function renew(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const read = readCustomer(scope, text)
  if (read instanceof Refusal) return read
  const own = await whichOwn(scope, read.customer, read.customerKey)
  if (own instanceof Refusal) return own
  const line = await renewed(scope, own)
  return say(line)
}

/** The button of the reminder. */
export async function renewPressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const own = await whichOwn(scope, value, value)
  if (own instanceof Refusal) return own
  return say(await renewed(scope, own))
}

/** `/register release 华为`: back to the common pool, from now on. */
export async function release(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const read = readCustomer(scope, text)
  if (read instanceof Refusal) return read
  const own = await whichOwn(scope, read.customer, read.customerKey)
  if (own instanceof Refusal) return own
  if (!protects(own, scope.today)) return new Refusal(words.lapsed(own.customer))
  await change(scope, 'registration.released', own, { ...own, untilOn: addDays(scope.today, -1) })
  return say(words.released(own.customer))
}

async function renewed(scope: Acting<WriteScope>, own: Registration): Promise<string> {
  const untilOn = addDays(scope.today, daysOf(scope.workspace))
  const fromOn = protects(own, scope.today) ? own.fromOn : scope.today
  const after = { ...own, fromOn, untilOn: later(own.untilOn, untilOn) }
  await change(scope, 'registration.renewed', own, after)
  return texts[scope.locale].renewed(own.customer, showPeriod(after.untilOn, scope.locale, scope.today))
}

/** A registration made when they protected longer is not cut short. */
const later = (one: LocalDate, other: LocalDate) => [one, other].sort()[1] ?? other

async function change(
  scope: WriteScope,
  what: string,
  before: Registration,
  after: Registration,
): Promise<void> {
  await putRegistration(scope, after)
  await scope.record(what, `customer:${before.customerKey}`, before, after)
}
