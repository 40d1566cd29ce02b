import { joinSentences } from '../kernel/locale.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { personById } from '../people/store.ts'
import { say } from '../view/view.ts'
import { monthMoved, sayMoved } from './attainment.ts'
import type { Around } from './claim.ts'
import { sharesOf } from './credit-store.ts'
import { foldCustomer } from './customer.ts'
import type { Share } from './deal.ts'
import { firstSalesOf } from './deal-store.ts'
import type { Stored } from './ledger-store.ts'
import { texts } from './texts.ts'
import type { TellPay } from './watch-pay.ts'
import { amountOf, numberOf } from './words.ts'

export type WhatHappened =
  | { kind: 'signed' }
  | { kind: 'amended'; changes: (scope: Scope) => Promise<string[]>; reason: string | null }
  | { kind: 'collected'; amountMinor: number }
  | { kind: 'refunded'; amountMinor: number; reason: string | null }
  | { kind: 'voided'; reason: string | null }

/** The customers that a deal has, or is getting, and its id where it is stored already. */
interface CustomersTouched {
  deal?: string
  customers: readonly string[]
}

/**
 * Takes note of what a change of a deal may do to its holders, before and after it, on the dates that it is about, and
 * to those of its customers' first other deals, which can become a new customer's or a repeat one's by it. What it gives
 * back lets everybody know, privately and in their own language, whose part of the deal somebody else has changed: what
 * happened, what it does to their month or their pay, and why; the others only where their pay has changed.
 */
export async function watchHolders(
  scope: Acting<WriteScope>,
  around: Pick<Around, 'payAfter' | 'watchPay'>,
  holders: readonly Pick<Share, 'person'>[],
  dates: readonly LocalDate[],
  touchedCustomers: CustomersTouched,
): Promise<(stored: Stored, happened: WhatHappened) => Promise<void>> {
  const people = [...new Set(holders.map((share) => share.person))].filter((one) => one !== scope.person.id)
  const touched = people.flatMap((person) => dates.map((on) => ({ person, on })))
  const others = around.watchPay ? await holdersOfOthers(scope, touchedCustomers) : []
  const tellPay = await around.watchPay?.(scope, [...touched, ...others])
  return async (stored, happened) => {
    for (const holder of people) {
      const person = await personById(scope, holder)
      if (person) await tell(scope, person, stored, happened, { ...around, tellPay })
    }
    for (const { person: id, deal, customer } of others) {
      const person = people.includes(id) ? undefined : await personById(scope, id)
      if (person && tellPay)
        await tellPay(person, {
          happened: texts[person.locale].told.otherDeal(customer, scope.person.name),
          deal,
        })
    }
  }
}

/** Who has a part in the first other deal of each of these customers, and when it was signed. */
async function holdersOfOthers(scope: Scope, { deal = '', customers }: CustomersTouched) {
  const sales = await firstSalesOf(scope, customers.map(foldCustomer).filter(Boolean), deal)
  const found: { person: string; on: LocalDate; deal: string; customer: string }[] = []
  for (const [key, sale] of sales) {
    const customer = customers.find((one) => foldCustomer(one) === key) ?? ''
    for (const { person } of await sharesOf(scope, sale.deal))
      found.push({ person, on: sale.signedOn, deal: sale.deal, customer })
  }
  return found
}

/** The holders of a deal and of what it becomes. */
export const holdersOf = async (
  scope: Scope,
  deal: { id: string },
  becoming: readonly Share[] = [],
): Promise<Pick<Share, 'person'>[]> => [...(await sharesOf(scope, deal.id)), ...becoming]

async function tell(
  scope: Acting<WriteScope>,
  person: Person,
  stored: Stored,
  happened: WhatHappened,
  { payAfter, tellPay }: Pick<Around, 'payAfter'> & { tellPay: TellPay | undefined },
): Promise<void> {
  const theirs = { ...scope, person, locale: person.locale }
  const what = await whatHappened(theirs, stored, happened, scope.person.name)
  const words = texts[person.locale].told
  const reason = 'reason' in happened ? happened.reason : null
  const moved = monthMoved(scope, stored, person.id)
  const month =
    moved && moved.before.signedMinor !== moved.after.signedMinor
      ? [
          what,
          await sayMoved(theirs, stored.deal, moved, payAfter),
          ...(reason ? [words.reason(reason)] : []),
        ]
      : undefined
  const otherwise = month && joinSentences(month, person.locale)
  const why = reason ? [words.because(reason)] : []
  if (tellPay)
    await tellPay(person, {
      happened: joinSentences([what, ...why], person.locale),
      deal: stored.deal.id,
      ...(otherwise === undefined ? {} : { otherwise }),
    })
  else if (otherwise !== undefined)
    await scope.post({ to: { person: person.id }, view: say(otherwise), kind: 'pay-news' })
}

async function whatHappened(
  scope: Scope,
  { deal }: Stored,
  happened: WhatHappened,
  by: string,
): Promise<string> {
  const { locale } = scope
  const words = texts[locale].told
  const number = numberOf(deal)
  switch (happened.kind) {
    case 'signed':
      return words.signed(number, deal.customer, by, amountOf(deal, locale))
    case 'amended':
      return words.amended(number, deal.customer, by, await happened.changes(scope))
    case 'collected':
      return words.collected(
        number,
        deal.customer,
        by,
        amountOf({ ...deal, amountMinor: happened.amountMinor }, locale),
      )
    case 'refunded':
      return words.refunded(
        number,
        deal.customer,
        by,
        amountOf({ ...deal, amountMinor: happened.amountMinor }, locale),
      )
    case 'voided':
      return words.voided(number, deal.customer, by)
  }
}
