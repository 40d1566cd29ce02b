import { readAmount } from '../kernel/words.ts'
import { findColumns, type KnownHeaders } from './columns.ts'
import type { Product } from './product-store.ts'
import type { TableFile } from './table-file.ts'
import { type Problem, Unreadable } from './unreadable.ts'

type Field = 'name' | 'series' | 'price'

const HEADERS: KnownHeaders<Field> = {
  name: ['product', 'name', 'productname', '产品', '产品名称', '名称'],
  series: ['series', 'line', 'category', '系列', '类别', '分类'],
  price: ['price', 'salesprice', 'listprice', '价格', '单价', '标价'],
}

/** Reads a price list. Throws Unreadable with every bad cell. */
export async function readProducts(file: TableFile, currency: string, mapping?: string): Promise<Product[]> {
  const columns = findColumns<Field>(file.columns, HEADERS, ['name'], mapping)
  const problems: Problem[] = []
  const products: Product[] = []
  for await (const { line, cells } of file.rows()) {
    const cell = (field: Field) => (cells[columns[field]?.index ?? -1] ?? '').normalize('NFC').trim()
    const [name, series, price] = [cell('name'), cell('series'), cell('price')]
    const amount = price === '' ? undefined : readAmount(price, currency)
    if (name === '') problems.push({ line, column: columns.name?.name ?? 'name', says: 'is empty.' })
    if (price !== '' && amount?.currency !== currency)
      problems.push({
        line,
        column: columns.price?.name ?? 'price',
        says: `“${price}” is not an amount in ${currency}.`,
      })
    products.push({ name, ...(series ? { series } : {}), ...(amount ? { priceMinor: amount.minor } : {}) })
  }
  if (problems.length > 0) throw new Unreadable(problems)
  return products
}
