import { type Minor, showShort } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Obstacle } from './changes.ts'
import type { Deal } from './deal.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

/** Says why a change cannot be made, with the figures. */
export function obstacleRefusal(scope: Scope, deal: Deal, obstacle: Obstacle): Refusal {
  return new Refusal(sentence(scope, deal, obstacle))
}

function sentence(scope: Scope, deal: Deal, obstacle: Obstacle): string {
  const words = texts[scope.locale].obstacle
  const number = numberOf(deal)
  const money = (minor: Minor) => showShort(minor, deal.currency, scope.locale)
  switch (obstacle.why) {
    case 'voided':
      return words.voided(number)
    case 'nothing-changes':
      return words.nothingChanges(number)
    case 'below-collected':
      return words.belowCollected(number, money(obstacle.collectedMinor))
    case 'currency-collected':
      return words.currencyCollected(number, money(obstacle.collectedMinor))
    case 'over-collected':
      return words.overCollected(number, money(obstacle.leftMinor), money(obstacle.collectedMinor))
    case 'over-refunded':
      return words.overRefunded(number, money(obstacle.signedMinor))
    case 'above-amount':
      return words.aboveAmount(
        number,
        texts[scope.locale].form.labels[obstacle.figure],
        money(obstacle.amountMinor),
      )
    case 'already-confirmed':
      return words.alreadyConfirmed(number)
    case 'owner-without-share':
      return words.ownerWithoutShare(number)
  }
}
