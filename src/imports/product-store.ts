import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'

export interface Product {
  name: string
  series?: string
  /** In minor units of the workspace's currency. */
  priceMinor?: number
}

/** Stores products; what is known under the same name is brought up to date. */
export async function addProducts(scope: WriteScope, products: readonly Product[]): Promise<void> {
  for (const { name, series, priceMinor } of products) {
    const facts = { series: series ?? null, price_minor: priceMinor ?? null }
    await rowsOf(scope)
      .insertInto('product')
      .values({ workspace: scope.workspace.id, name, ...facts, created_at: scope.now })
      .onConflict((conflict) => conflict.columns(['workspace', 'name']).doUpdateSet(facts))
      .execute()
  }
}

export async function productNames(scope: Scope): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('product')
    .select('name')
    .where('workspace', '=', scope.workspace.id)
    .orderBy('name')
    .execute()
  return rows.map((row) => row.name)
}
