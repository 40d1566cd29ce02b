import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Wraps a database's `write` so that calling it inside its own transaction throws.
 * On SQLite it would wait for itself for ever; on PostgreSQL the inner half could stay when the outer is undone.
 */
export function neverNested<Transaction>(
  write: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
): <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T> {
  const current = new AsyncLocalStorage<{ open: boolean }>()
  return async (work) => {
    if (current.getStore()?.open) {
      throw new Error('A transaction is already open here: use it instead of opening another one.')
    }
    return write((transaction) => {
      const state = { open: true }
      return current.run(state, async () => {
        try {
          return await work(transaction)
        } finally {
          state.open = false
        }
      })
    })
  }
}
