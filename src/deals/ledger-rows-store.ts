import type { Insertable } from 'kysely'
import type { DealTables } from '../db/tables/deals.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Deal } from './deal.ts'
import type { DealPlan } from './plan.ts'

export async function insertDeals(scope: Scope, plans: readonly DealPlan[]): Promise<void> {
  const anyFigures = plans.some(({ deal }) => hasFigures(deal))
  const rows = plans.map((plan) => ({
    workspace: scope.workspace.id,
    id: plan.deal.id,
    number: plan.deal.number,
    source: plan.deal.source,
    logged_by: plan.deal.loggedBy,
    logged_at: plan.deal.loggedAt,
    ...dealColumns(plan),
    ...(anyFigures ? figureColumns(plan.deal) : {}),
  }))
  await rowsOf(scope).insertInto('deal').values(rows).execute()
}

/** What entries decide about a deal's row. */
export function dealColumns({ deal, customerKey }: Pick<DealPlan, 'deal' | 'customerKey'>) {
  return {
    customer: deal.customer,
    customer_key: customerKey,
    product: deal.product,
    channel: deal.channel,
    referrer: deal.referrer,
    contract: deal.contract,
    note: deal.note,
    external_id: deal.externalId,
    currency: deal.currency,
    amount_minor: deal.amountMinor,
    collected_minor: deal.collectedMinor,
    base_minor: deal.baseMinor,
    base_collected_minor: deal.baseCollectedMinor,
    signed_on: deal.signedOn,
    first_contact_on: deal.firstContactOn,
    owner: deal.owner,
    repeat_customer: flag(deal.repeatCustomer),
    confirmed: flag(deal.confirmed),
    voided: flag(deal.voided),
  }
}

/** Of most deals nobody has said them: then the columns are left out of the statement. */
const hasFigures = ({ marginMinor, exVatMinor, discountBps }: Deal): boolean =>
  marginMinor !== null || exVatMinor !== null || discountBps !== null

export const figureColumns = ({ marginMinor, exVatMinor, discountBps }: Deal) => ({
  margin_minor: marginMinor,
  ex_vat_minor: exVatMinor,
  discount_bps: discountBps,
})

export async function insertEntries(scope: Scope, plans: readonly DealPlan[]): Promise<void> {
  const rows = plans.flatMap((plan) =>
    plan.added.map(
      (entry, index): Insertable<DealTables['entry']> => ({
        workspace: scope.workspace.id,
        deal: plan.deal.id,
        sequence: plan.sequence + index,
        kind: entry.kind,
        effective_on: entry.effectiveOn,
        recorded_at: entry.recordedAt,
        recorded_by: entry.recordedBy,
        amount_minor: entry.amountMinor,
        collected_minor: entry.collectedMinor,
        base_minor: entry.baseMinor,
        base_collected_minor: entry.baseCollectedMinor,
        rate: entry.rate,
        rate_source: entry.rateSource,
        facts: JSON.stringify(entry.facts),
        reason: entry.reason,
        origin: entry.origin,
      }),
    ),
  )
  await rowsOf(scope).insertInto('entry').values(rows).execute()
}

export async function insertCredits(
  scope: WriteScope,
  plans: readonly Pick<DealPlan, 'deal' | 'credits'>[],
): Promise<void> {
  const anyFigures = plans.some(({ credits }) =>
    credits.some((one) => one.baseMarginMinor !== null || one.baseExVatMinor !== null),
  )
  const rows = plans.flatMap((plan) =>
    plan.credits.map((credit) => ({
      workspace: scope.workspace.id,
      deal: plan.deal.id,
      person: credit.person,
      share_bps: credit.shareBps,
      base_minor: credit.baseMinor,
      base_collected_minor: credit.baseCollectedMinor,
      signed_on: credit.signedOn,
      confirmed: flag(credit.confirmed),
      ...(anyFigures
        ? { base_margin_minor: credit.baseMarginMinor, base_ex_vat_minor: credit.baseExVatMinor }
        : {}),
    })),
  )
  if (rows.length > 0) await rowsOf(scope).insertInto('credit').values(rows).execute()
}

/** Marks other deals of a customer as repeat ones, or as the first again. */
export async function setRepeat(scope: Scope, overtaken: DealPlan['overtaken']): Promise<void> {
  for (const { sale, repeat } of overtaken)
    await rowsOf(scope)
      .updateTable('deal')
      .set({ repeat_customer: flag(repeat) })
      .where('workspace', '=', scope.workspace.id)
      .where('id', '=', sale.deal)
      .execute()
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)
