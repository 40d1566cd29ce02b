import { AsyncLocalStorage } from 'node:async_hooks'

type Write<Transaction> = <T>(work: (transaction: Transaction) => Promise<T>, queue?: string) => Promise<T>

/**
 * Wraps a database's `write` so that calling it inside its own transaction throws.
 * On SQLite it would wait for itself for ever; on PostgreSQL the inner half could stay when the outer is undone.
 */
export function neverNested<Transaction>(write: Write<Transaction>): Write<Transaction> {
  const current = new AsyncLocalStorage<{ open: boolean }>()
  return async (work, queue) => {
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
    }, queue)
  }
}
