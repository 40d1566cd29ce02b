import { dealById } from '../deals/deal-store.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Dispute } from './dispute-store.ts'
import { disputeTexts } from './dispute-texts.ts'

/** What a dispute is about: the deal's number, or the statement as a whole. */
export async function aboutInWords(
  scope: Scope,
  { deal }: Pick<Dispute, 'deal'>,
  locale: Locale,
): Promise<string> {
  const found = deal === undefined ? undefined : await dealById(scope, deal)
  return found ? `D-${found.number} ${found.customer}`.trim() : disputeTexts[locale].wholeStatement
}
