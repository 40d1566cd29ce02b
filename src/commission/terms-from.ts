import { exactly } from './fraction.ts'
import { PLAIN_TERMS, type Terms } from './terms.ts'
import type { TermsDocument } from './terms-document.ts'

/** Terms of payment as the engine takes them; `money` reads an amount, and knows where it stands. */
export function termsFrom(
  { draw, advance, deferred, negative, clawback, leaving }: TermsDocument,
  money: (text: string, ...path: string[]) => bigint,
): Terms {
  const plain = PLAIN_TERMS
  return {
    draw: draw && {
      amountMinor: money(draw.amount, 'draw', 'amount'),
      recoverable: draw.recoverable === 'true',
      forMonths: draw.for === undefined ? undefined : Number(draw.for),
    },
    advance: advance && { share: exactly(advance.share), trueUp: advance.trueUp },
    deferred: deferred && { share: exactly(deferred.share), release: releaseFrom(deferred.release) },
    negative: negative ?? plain.negative,
    clawback: clawback ? clawbackFrom(clawback) : plain.clawback,
    leaving: {
      collections: collectionsFrom(leaving?.collections ?? 'pay'),
      deferred: leaving?.deferred ?? plain.leaving.deferred,
    },
  }
}

const releaseFrom = (release: NonNullable<TermsDocument['deferred']>['release']) =>
  release === 'year-end' ? release : { afterMonths: Number(release.after) }

/** A refund that only costs what it has paid leaves attainment alone unless the plan says otherwise. */
const clawbackFrom = ({ rate, attainment }: NonNullable<TermsDocument['clawback']>): Terms['clawback'] => ({
  rate,
  attainment: attainment ?? (rate === 're-rate' ? 'lowers' : 'keeps'),
})

type Collections = NonNullable<NonNullable<TermsDocument['leaving']>['collections']>

const collectionsFrom = (collections: Collections): Terms['leaving']['collections'] =>
  typeof collections === 'string' ? collections : { days: Number(collections.days) }
