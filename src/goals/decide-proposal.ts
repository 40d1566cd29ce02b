import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { approveProposal, type Decided, declineProposal } from './propose.ts'

/** The buttons on a proposal's card; the card then says what became of it. */
export const approve =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, press: Press): Promise<Answer> =>
    replaced(await approveProposal(scope, press.value, watchPay))

export async function decline(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  return replaced(await declineProposal(scope, press.value))
}

const replaced = (decided: Decided | Refusal): Answer =>
  decided instanceof Refusal ? decided : { replace: decided.view }
