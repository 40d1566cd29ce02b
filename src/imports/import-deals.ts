import type { NewDeal } from '../deals/new-deal.ts'
import { logInChunks } from '../deals/store.ts'
import { counted } from '../kernel/counted.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import { nearest } from '../kernel/understand.ts'
import { everyone } from '../people/store.ts'
import { type RowOptions, rowReader } from './deal-rows.ts'
import { knownExternalIds } from './external-id-store.ts'
import type { DateFormat } from './file-dates.ts'
import { ImportedPay } from './imported-pay.ts'
import { productNames } from './product-store.ts'
import type { TableFile } from './table-file.ts'
import { Unreadable } from './unreadable.ts'

export interface DealImportOptions extends RowOptions {
  /** Told now and then how much of the file has been read. */
  onProgress?: (bytes: number) => void
}

export interface DealImportReport {
  rows: number
  /** Won rows: deals that are new, and deals that an earlier run has stored. */
  deals: number
  known: number
  /** The new deals' sum, in minor units. */
  amountMinor: number
  /** Rows that are no deals (yet), by stage. */
  otherStages: Record<string, number>
  dateFormat: DateFormat | undefined
  warnings: string[]
}

/** Rows looked up and stored at once. */
const CHUNK = 2000

/**
 * Goes through a file of deals and finds every bad cell; `store` gets the deals that are new, in chunks, in the
 * file's order. Called once without storing and once with, so that nothing is stored unless everything can be.
 * Throws Unreadable with all problems.
 */
export async function readDeals(
  scope: Scope,
  file: TableFile,
  options: DealImportOptions,
  store: (deals: NewDeal[]) => Promise<void> = async () => {},
): Promise<DealImportReport> {
  const reader = rowReader(file, options, await namesOf(scope))
  const products = await productNames(scope)
  const unknownProducts = new Map<string, { line: number; count: number }>()
  const report = { rows: 0, deals: 0, known: 0, amountMinor: 0, otherStages: {} as Record<string, number> }
  let chunk: NewDeal[] = []
  const flush = async () => {
    const ids = chunk.map((deal) => deal.externalId ?? '')
    const known = await knownExternalIds(scope, ids)
    const fresh = chunk.filter((deal) => !known.has(deal.externalId ?? ''))
    report.known += chunk.length - fresh.length
    report.deals += fresh.length
    for (const deal of fresh) report.amountMinor += deal.amountMinor
    chunk = []
    await store(fresh)
  }
  for await (const row of file.rows()) {
    report.rows += 1
    const read = reader.read(row)
    if (typeof read === 'string') report.otherStages[read] = (report.otherStages[read] ?? 0) + 1
    else if (read) {
      chunk.push(read)
      noteProduct(read.product, row.line)
    }
    if (chunk.length >= CHUNK) await flush()
    if (report.rows % CHUNK === 0) options.onProgress?.(row.read)
  }
  if (reader.problemCount() > 0) throw new Unreadable(reader.problems, reader.problemCount())
  await flush()
  options.onProgress?.(file.size)
  return { ...report, dateFormat: reader.format(), warnings: productWarnings() }

  function noteProduct(product: string | undefined, line: number): void {
    if (product === undefined || products.length === 0 || products.includes(product)) return
    const noted = unknownProducts.get(product)
    unknownProducts.set(product, { line: noted?.line ?? line, count: (noted?.count ?? 0) + 1 })
  }

  function productWarnings(): string[] {
    return [...unknownProducts].map(([name, { line, count }]) => {
      const close = nearest(name, products)
      const hint = close ? ` Did you mean “${close}”?` : ''
      return `“${name}” is not in the product list (${counted(count, 'row')}, first in line ${line}); stored as written.${hint}`
    })
  }
}

/** Stores a file's new deals in the transaction of `scope`. They count as confirmed and are not announced. */
export async function takeInDeals(
  scope: WriteScope,
  file: TableFile,
  options: DealImportOptions,
): Promise<DealImportReport> {
  const log = logInChunks(scope)
  const holders = new ImportedPay(scope)
  const report = await readDeals(scope, file, options, async (deals) => {
    await holders.before(deals)
    await log.add(deals)
  })
  await log.finish()
  await holders.tell(report.deals)
  return report
}

async function namesOf(scope: Scope): Promise<ReadonlyMap<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { name, id } of await everyone(scope)) names.set(name, [...(names.get(name) ?? []), id])
  return names
}
