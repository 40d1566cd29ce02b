import { totalsOf } from '../deals/store.ts'
import type { Locale } from '../kernel/locale.ts'
import { periodOf } from '../kernel/period.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { watchPay } from './pay-news.ts'

/**
 * Makes a change, and lets everybody know privately whose pay of the running period it has changed: before, after, and
 * why. One message for each person, in the change's own transaction. Who may be concerned: whoever is named, else
 * whoever has signed anything this year; nobody else's pay is other than nothing.
 */
export async function tellChangedPay<Result>(
  scope: WriteScope,
  why: (locale: Locale) => string,
  change: () => Promise<Result>,
  concerned?: readonly string[],
): Promise<Result> {
  const people = await peopleAmong(scope, concerned ?? (await whoHasSigned(scope)))
  const touched = people.map(({ id }) => ({ person: id, on: scope.today }))
  const tellPay = await watchPay(scope, touched)
  const result = await change()
  for (const person of people) await tellPay(person, { happened: why(person.locale) })
  return result
}

async function whoHasSigned(scope: WriteScope): Promise<string[]> {
  const year = periodOf(scope.today, 'year', scope.workspace.fiscalStartMonth)
  return (await totalsOf(scope, year)).map((total) => total.person)
}

async function peopleAmong(scope: WriteScope, ids: readonly string[]): Promise<Person[]> {
  const people = await Promise.all(ids.map((id) => personById(scope, id)))
  return people.filter((person) => person !== undefined)
}
