import type { Selectable } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { DealTables } from '../db/tables/deals.ts'
import type { Minor } from '../kernel/money.ts'
import type { Span } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Share } from './deal.ts'

/** A person's part of a deal, with what is needed to name the deal. */
export interface DealCredit {
  deal: string
  number: number
  customer: string
  product: string | undefined
  channel: string | undefined
  signedOn: LocalDate
  shareBps: number
  /** The person's part, signed and collected, in the workspace's currency. */
  minor: Minor
  collectedMinor: Minor
  confirmed: boolean
  repeatCustomer: boolean
  /** The deal's own currency, and the whole deal in it. */
  currency: string
  dealMinor: Minor
  /** The person's part of what the deal leaves, and of what it is without tax; undefined: nobody has said. */
  marginMinor?: Minor
  exVatMinor?: Minor
  discountBps?: number
}

/** What a part consists of; `asCredit` reads it. */
export const CREDIT = [
  'deal.id',
  'deal.number',
  'deal.customer',
  'deal.product',
  'deal.channel',
  'deal.currency',
  'deal.amount_minor',
  'deal.repeat_customer',
  'deal.discount_bps',
  'credit.signed_on',
  'credit.share_bps',
  'credit.base_minor',
  'credit.base_collected_minor',
  'credit.confirmed',
  'credit.base_margin_minor',
  'credit.base_ex_vat_minor',
] as const

/** A person's parts of the deals signed in a span, in order of the signing; voided deals are not among them. */
export async function creditsOf(scope: Scope, person: string, { from, to }: Span): Promise<DealCredit[]> {
  return (await oneCredits(rowsOf(scope), { workspace: scope.workspace.id, person, from, to })).map(asCredit)
}

const oneCredits = compiledOnce(
  ['workspace', 'person', 'from', 'to'],
  (tables, { workspace, person, from, to }) =>
    tables
      .selectFrom('credit')
      .innerJoin('deal', (join) =>
        join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
      )
      .select(CREDIT)
      .where('credit.workspace', '=', workspace)
      .where('credit.person', '=', person)
      .where('credit.signed_on', '>=', from)
      .where('credit.signed_on', '<=', to)
      .orderBy('credit.signed_on')
      .orderBy('credit.deal'),
)

export const asCredit = (row: Selectable<CreditRow>): DealCredit => {
  const { base_margin_minor, base_ex_vat_minor, discount_bps } = row
  const credit = {
    deal: row.id,
    number: row.number,
    customer: row.customer,
    product: row.product ?? undefined,
    channel: row.channel ?? undefined,
    signedOn: row.signed_on,
    shareBps: row.share_bps,
    minor: row.base_minor,
    collectedMinor: row.base_collected_minor,
    confirmed: row.confirmed === 1,
    repeatCustomer: row.repeat_customer === 1,
    currency: row.currency,
    dealMinor: row.amount_minor,
  }
  const figures = base_margin_minor !== null || base_ex_vat_minor !== null || discount_bps !== null
  return figures
    ? { ...credit, ...creditFigures(base_margin_minor, base_ex_vat_minor, discount_bps) }
    : credit
}

/** The figures that are known. */
export const creditFigures = (
  margin: Minor | null,
  exVat: Minor | null,
  discount: number | null,
): Pick<DealCredit, 'marginMinor' | 'exVatMinor' | 'discountBps'> => ({
  ...(margin === null ? {} : { marginMinor: margin }),
  ...(exVat === null ? {} : { exVatMinor: exVat }),
  ...(discount === null ? {} : { discountBps: discount }),
})

type CreditRow = Pick<
  DealTables['deal'],
  | 'id'
  | 'number'
  | 'customer'
  | 'product'
  | 'channel'
  | 'currency'
  | 'amount_minor'
  | 'repeat_customer'
  | 'discount_bps'
> &
  Pick<
    DealTables['credit'],
    | 'signed_on'
    | 'share_bps'
    | 'base_minor'
    | 'base_collected_minor'
    | 'confirmed'
    | 'base_margin_minor'
    | 'base_ex_vat_minor'
  >
/** What the whole deals come to of which a person has a part, by deal, in the workspace's currency. */
export async function wholesOf(scope: Scope, person: string, span: Span): Promise<Map<string, Minor>> {
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('credit as part', (join) =>
      join.onRef('part.workspace', '=', 'credit.workspace').onRef('part.deal', '=', 'credit.deal'),
    )
    .select((eb) => ['credit.deal', eb.fn.sum<number>('part.base_minor').as('whole')])
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', '=', person)
    .where('credit.signed_on', '>=', span.from)
    .where('credit.signed_on', '<=', span.to)
    .groupBy('credit.deal')
    .execute()
  return new Map(rows.map((row) => [row.deal, Number(row.whole)]))
}

/** Who has a share in a deal now, the largest first. */
export async function sharesOf(scope: Scope, deal: string): Promise<(Share & { baseMinor: Minor })[]> {
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .select(['person', 'share_bps', 'base_minor'])
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', deal)
    .orderBy('share_bps', 'desc')
    .orderBy('person')
    .execute()
  return rows.map((row) => ({ person: row.person, bps: row.share_bps, baseMinor: row.base_minor }))
}

const DEALS_AT_ONCE = 400

/** Who has a share in each of some deals now. */
export async function holdersByDeal(scope: Scope, deals: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (let at = 0; at < deals.length; at += DEALS_AT_ONCE) {
    const rows = await rowsOf(scope)
      .selectFrom('credit')
      .select(['deal', 'person'])
      .where('workspace', '=', scope.workspace.id)
      .where('deal', 'in', deals.slice(at, at + DEALS_AT_ONCE))
      .orderBy('person')
      .execute()
    for (const { deal, person } of rows) found.set(deal, [...(found.get(deal) ?? []), person])
  }
  return found
}

/** What the people named signed and collected in a span, by the deals signed in it, in the workspace's currency. */
export async function creditSums(
  scope: Scope,
  span: Span,
  people?: readonly string[],
): Promise<{ signedMinor: Minor; confirmedMinor: Minor; collectedMinor: Minor }> {
  if (people?.length === 0) return { signedMinor: 0, confirmedMinor: 0, collectedMinor: 0 }
  let query = rowsOf(scope)
    .selectFrom('credit')
    .select((credit) => [
      'confirmed',
      credit.fn.sum<number>('base_minor').as('signed'),
      credit.fn.sum<number>('base_collected_minor').as('collected'),
    ])
    .where('workspace', '=', scope.workspace.id)
    .where('signed_on', '>=', span.from)
    .where('signed_on', '<=', span.to)
    .groupBy('confirmed')
  if (people) query = query.where('person', 'in', [...people])
  const rows = await query.execute()
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    signedMinor: sum((row) => Number(row.signed)),
    confirmedMinor: sum((row) => (row.confirmed === 1 ? Number(row.signed) : 0)),
    collectedMinor: sum((row) => Number(row.collected)),
  }
}
