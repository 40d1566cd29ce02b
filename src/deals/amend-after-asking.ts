import { z } from 'zod'
import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { readAndAmend } from './amend-deal.ts'
import { readCarried, replacing } from './carried.ts'
import type { Around } from './claim.ts'
import { lockDeal } from './deal-store.ts'
import { DEAL_FIELDS, sortFields } from './fields.ts'
import { texts } from './texts.ts'

const carried = z.object({
  deal: z.string().min(1).max(40),
  from: z.string().max(40),
  fields: z.record(z.string(), z.string()),
})

/** The amount is right: what was said is read once more and stored, if the deal still has the amount that it had. */
export const amendAfterAsking =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const stale = new Refusal(texts[scope.locale].staleButton)
    const asked = readCarried(value, carried)
    const fields = asked && sortFields(asked.fields, [...DEAL_FIELDS, 'reason'])
    if (!asked || !fields || 'unknown' in fields) return stale
    const deal = await lockDeal(scope, asked.deal)
    if (!deal) return stale
    const amended = await readAndAmend(scope, deal, fields, around, asked.from)
    return 'problems' in amended ? stale : replacing(amended)
  }
