import { compiledOnce } from '../db/compiled-once.ts'
import { addDays, type Span } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import { asCredit, CREDIT, type DealCredit } from './credit-store.ts'
import { bySigning } from './deal-credits.ts'

const DAYS_AT_ONCE = 31

/**
 * Everybody's parts of the deals signed in a span, by person, each person's in order of the signing. The deals are read in
 * the order in which they lie in the file, a month at a time: for many people that takes a quarter of the time of asking
 * for one after the other.
 */
export async function creditsSigned(scope: Scope, { from, to }: Span): Promise<Map<string, DealCredit[]>> {
  const found = new Map<string, DealCredit[]>()
  const once = new Names()
  for (let first = from; first <= to; first = addDays(first, DAYS_AT_ONCE)) {
    const last = addDays(first, DAYS_AT_ONCE - 1)
    const span = { from: first, to: last < to ? last : to }
    for (const row of await allCredits(rowsOf(scope), { workspace: scope.workspace.id, ...span })) {
      const credits = found.get(row.person)
      const credit = once.sharing(asCredit(row))
      if (credits) credits.push(credit)
      else found.set(row.person, [credit])
    }
  }
  for (const credits of found.values()) credits.sort(bySigning)
  return found
}

const allCredits = compiledOnce(['workspace', 'from', 'to'], (tables, { workspace, from, to }) =>
  tables
    .selectFrom('deal')
    .innerJoin('credit', (join) =>
      join.onRef('credit.workspace', '=', 'deal.workspace').onRef('credit.deal', '=', 'deal.id'),
    )
    .select('credit.person')
    .select(CREDIT)
    .where('deal.workspace', '=', workspace)
    .where('deal.signed_on', '>=', from)
    .where('deal.signed_on', '<=', to)
    .orderBy('deal.signed_on')
    .orderBy('deal.number'),
)

/** Every row brings texts of its own: of those that are the same, one is kept. */
class Names {
  readonly #known = new Map<string, string>()

  sharing(credit: DealCredit): DealCredit {
    const { customer, product, channel, signedOn, currency } = credit
    credit.customer = this.#one(customer)
    credit.product = product && this.#one(product)
    credit.channel = channel && this.#one(channel)
    credit.signedOn = this.#one(signedOn)
    credit.currency = this.#one(currency)
    return credit
  }

  #one(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, text)
    return text
  }
}
