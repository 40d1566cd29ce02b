import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { reviseAnnouncement, withholdAnnouncement } from './announcement.ts'
import { isObstacle, voidDeal as voiding } from './changes.ts'
import type { Around } from './claim.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { holdersOf, watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { readChange } from './which-deal.ts'
import { amountOf, numberOf } from './words.ts'

/** `/deal void D-12 记错了`: the deal counts for nothing from now on. */
export const voidDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const change = await readChange(scope, text, words.example.void, ['reason'])
    if (change instanceof Refusal) return change
    const { deal, fields, rest } = change
    const reason = fields.reason || rest.join(' ') || null
    const entry = voiding(scope, await ledgerOf(scope, deal), reason)
    if (isObstacle(entry)) return obstacleRefusal(scope, deal, entry)
    const holders = await holdersOf(scope, deal)
    const tellHolders = await watchHolders(scope, around, holders, [deal.signedOn], {
      deal: deal.id,
      customers: [deal.customer],
    })
    const stored = await addEntries(scope, deal, [entry])
    if (!(await withholdAnnouncement(scope, deal))) await reviseAnnouncement(scope, stored.deal)
    await tellHolders(stored, { kind: 'voided', reason })
    return say(words.voided(numberOf(deal), deal.customer, amountOf(deal, scope.locale)))
  }
