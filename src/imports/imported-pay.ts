import { newsTexts } from '../commission/news-texts.ts'
import { watchPay } from '../commission/pay-news.ts'
import type { NewDeal } from '../deals/new-deal.ts'
import type { TellPay } from '../deals/watch-pay.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'

interface Holder {
  deals: number
  tellPay: TellPay
}

/**
 * Whose pay of the running period an import changes. Everybody's is noted before the first of their deals is stored, and
 * compared once at the end, however many deals there are.
 */
export class ImportedPay {
  readonly #scope: WriteScope
  readonly #holders = new Map<string, Holder>()

  constructor(scope: WriteScope) {
    this.#scope = scope
  }

  /** Takes note of who has a part in deals that are about to be stored. */
  async before(deals: readonly NewDeal[]): Promise<void> {
    for (const { person } of deals.flatMap((deal) => deal.shares)) {
      const known = this.#holders.get(person)
      if (known) known.deals += 1
      else this.#holders.set(person, { deals: 1, tellPay: await this.#watch(person) })
    }
  }

  /** Lets each of them know once, privately, what all the deals have made of their pay. */
  async tell(all: number): Promise<void> {
    for (const [id, { deals, tellPay }] of this.#holders) {
      const person = await personById(this.#scope, id)
      if (person) await tellPay(person, { happened: newsTexts[person.locale].imported(all, deals) })
    }
  }

  #watch = (person: string) => watchPay(this.#scope, [{ person, on: this.#scope.today }])
}
