import type { Answer } from '../kernel/feature.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { askIfUnusual } from './ask-about-unusual.ts'
import type { Deal, Entry, Standing } from './deal.ts'
import type { NamedFields } from './fields.ts'
import type { ReadDeal } from './read-deal.ts'
import { typedAmount } from './words.ts'

/**
 * Asks once before a deal becomes worth an unusual amount. The button carries what was said and the amount that the
 * deal had then. Undefined: nothing unusual about it.
 */
export async function askAboutAmended(
  scope: Acting<Scope>,
  deal: Deal,
  standing: Standing,
  entry: Entry,
  { read, fields }: { read: ReadDeal; fields: NamedFields },
): Promise<Answer | undefined> {
  if (!read.amount || entry.baseMinor <= 0) return undefined
  const after = {
    owner: entry.facts.owner ?? standing.owner,
    currency: entry.facts.currency ?? standing.currency,
    amountMinor: standing.amountMinor + entry.amountMinor,
    baseMinor: standing.baseMinor + entry.baseMinor,
  }
  return askIfUnusual(scope, after, 'deal.sure-amended', {
    deal: deal.id,
    from: typedAmount(standing, ''),
    fields: {
      ...fields,
      amount: typedAmount(after, ''),
      ...(read.signedOn ? { date: read.signedOn } : {}),
      ...(read.firstContactOn ? { firstContact: read.firstContactOn } : {}),
    },
  })
}
