import { stringify } from 'csv-stringify'
import { plainDecimal } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { exportedDeals } from './export-store.ts'

/** The export's columns; the importer knows them all, so that what is exported can be imported elsewhere. */
const COLUMNS = [
  'number',
  'external id',
  'customer',
  'amount',
  'currency',
  'collected',
  'product',
  'channel',
  'referrer',
  'contract',
  'signed date',
  'first contact date',
  'owner',
  'splits',
  'repeat customer',
  'confirmed',
  'voided',
  'margin',
  'ex vat',
  'discount',
  'note',
] as const

/**
 * Every deal as CSV with a BOM, so that Excel opens Chinese correctly; cells that a spreadsheet would take for a
 * formula are neutralised with an apostrophe. Amounts are decimals in the deal's own currency. In order of number.
 */
export async function* exportDeals(scope: Scope): AsyncGenerator<string> {
  const csv = stringify({ bom: true, header: true, columns: [...COLUMNS], escape_formulas: true })
  const rows = writeRows()
  for await (const text of csv) yield String(text)
  await rows

  async function writeRows(): Promise<void> {
    for await (const page of exportedDeals(scope)) {
      for (const deal of page) {
        const cells = [
          `D-${deal.number}`,
          deal.externalId,
          deal.customer,
          plainDecimal(deal.amountMinor, deal.currency),
          deal.currency,
          plainDecimal(deal.collectedMinor, deal.currency),
          deal.product,
          deal.channel,
          deal.referrer,
          deal.contract,
          deal.signedOn,
          deal.firstContactOn,
          deal.owner,
          deal.splits.map(({ name, bps }) => `${name}:${bps / 100}`).join(', '),
          yes(deal.repeatCustomer),
          yes(deal.confirmed),
          yes(deal.voided),
          deal.marginMinor === null ? null : plainDecimal(deal.marginMinor, deal.currency),
          deal.exVatMinor === null ? null : plainDecimal(deal.exVatMinor, deal.currency),
          deal.discountBps === null ? null : showPercent(deal.discountBps),
          deal.note,
        ]
        if (!csv.write(cells)) await new Promise((resume) => csv.once('drain', resume))
      }
    }
    csv.end()
  }
}

const yes = (value: boolean) => (value ? 'yes' : 'no')
