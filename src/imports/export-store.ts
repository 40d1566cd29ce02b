import { rowsOf, type Scope } from '../kernel/scope.ts'

export interface ExportedDeal {
  number: number
  externalId: string | null
  customer: string
  amountMinor: number
  collectedMinor: number
  currency: string
  product: string | null
  channel: string | null
  referrer: string | null
  contract: string | null
  note: string | null
  marginMinor: number | null
  exVatMinor: number | null
  discountBps: number | null
  signedOn: string
  firstContactOn: string | null
  owner: string
  splits: { name: string; bps: number }[]
  repeatCustomer: boolean
  confirmed: boolean
  voided: boolean
}

const PAGE = 1000

/** Every deal of the workspace, by number, a page at a time. */
export async function* exportedDeals(scope: Scope): AsyncGenerator<ExportedDeal[]> {
  const names = await peopleNames(scope)
  for (let last = 0; ; ) {
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('number', '>', last)
      .orderBy('number')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    const splits = await splitsOf(
      scope,
      rows.map((row) => row.id),
      names,
    )
    yield rows.map((row) => ({
      number: row.number,
      externalId: row.external_id,
      customer: row.customer,
      amountMinor: row.amount_minor,
      collectedMinor: row.collected_minor,
      currency: row.currency,
      product: row.product,
      channel: row.channel,
      referrer: row.referrer,
      contract: row.contract,
      note: row.note,
      marginMinor: row.margin_minor,
      exVatMinor: row.ex_vat_minor,
      discountBps: row.discount_bps,
      signedOn: row.signed_on,
      firstContactOn: row.first_contact_on,
      owner: names.get(row.owner) ?? row.owner,
      splits: splits.get(row.id) ?? [],
      repeatCustomer: row.repeat_customer === 1,
      confirmed: row.confirmed === 1,
      voided: row.voided === 1,
    }))
    last = rows.at(-1)?.number ?? last
  }
}

async function splitsOf(scope: Scope, deals: readonly string[], names: ReadonlyMap<string, string>) {
  const credits = await rowsOf(scope)
    .selectFrom('credit')
    .select(['deal', 'person', 'share_bps'])
    .where('workspace', '=', scope.workspace.id)
    .where('deal', 'in', [...deals])
    .orderBy('share_bps', 'desc')
    .orderBy('person')
    .execute()
  const splits = new Map<string, { name: string; bps: number }[]>()
  for (const { deal, person, share_bps } of credits)
    splits.set(deal, [...(splits.get(deal) ?? []), { name: names.get(person) ?? person, bps: share_bps }])
  return splits
}

async function peopleNames(scope: Scope): Promise<Map<string, string>> {
  const rows = await rowsOf(scope)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('workspace', '=', scope.workspace.id)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
