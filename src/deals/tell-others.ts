import { joinSentences } from '../kernel/locale.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { say } from '../view/view.ts'
import { monthMoved, sayMoved } from './attainment.ts'
import { sharesOf } from './credit-store.ts'
import type { Share } from './deal.ts'
import type { Stored } from './ledger-store.ts'
import type { PayAfter } from './pay-after.ts'
import { texts } from './texts.ts'
import { amountOf, numberOf } from './words.ts'

export type WhatHappened =
  | { kind: 'signed' }
  | { kind: 'amended'; changes: (scope: Scope) => Promise<string[]>; reason: string | null }
  | { kind: 'refunded'; amountMinor: number; reason: string | null }
  | { kind: 'voided'; reason: string | null }

/**
 * Lets everybody know, privately and in their own language, whose part of a deal somebody else has changed: what
 * happened, what it does to their month, and why.
 */
export async function tellOthers(
  scope: Acting<WriteScope>,
  stored: Stored,
  happened: WhatHappened,
  payAfter: PayAfter | undefined,
  holdersBefore: readonly Share[] = [],
): Promise<void> {
  const now = (await sharesOf(scope, stored.deal.id)).map((share) => share.person)
  const holders = new Set([...holdersBefore.map((share) => share.person), ...now])
  holders.delete(scope.person.id)
  for (const holder of holders) {
    const person = await personById(scope, holder)
    const moved = monthMoved(scope, stored, holder)
    if (!person || !moved || moved.before.signedMinor === moved.after.signedMinor) continue
    const theirs = { ...scope, person, locale: person.locale }
    const sentences = [
      await whatHappened(theirs, stored, happened, scope.person.name),
      await sayMoved(theirs, stored.deal, moved, payAfter),
      ...('reason' in happened && happened.reason ? [texts[person.locale].told.reason(happened.reason)] : []),
    ]
    await scope.post({ to: { person: holder }, view: say(joinSentences(sentences, person.locale)) })
  }
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
