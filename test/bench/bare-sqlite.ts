import Sqlite from 'better-sqlite3'

export interface Statement {
  sql: string
  parameters: unknown[]
  reads: boolean
}

/** The same statements, with nothing of ours around them, each transaction as durable as ours. */
export function bareSqlite(file: string) {
  const sqlite = new Sqlite(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
    sqlite.pragma(pragma)
  const prepared = new Map<string, Sqlite.Statement>()
  const statementOf = (sql: string) => {
    const known = prepared.get(sql) ?? sqlite.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    transact(statements: readonly Statement[]) {
      sqlite.exec('BEGIN IMMEDIATE')
      for (const { sql, parameters, reads } of statements) {
        if (reads) statementOf(sql).all(...parameters)
        else statementOf(sql).run(...parameters)
      }
      sqlite.exec('COMMIT')
    },
    close: () => sqlite.close(),
  }
}

type Call = (this: Sqlite.Statement, ...parameters: unknown[]) => unknown

/** Notes every statement that runs inside a transaction of any connection in this process, from now on. */
export function recordTransactions(): { stop(): Statement[][] } {
  const transactions: Statement[][] = []
  const probe = new Sqlite(':memory:')
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<'run' | 'all', Call>
  const databases = Object.getPrototypeOf(probe) as { exec: (this: Sqlite.Database, sql: string) => unknown }
  probe.close()
  const { run, all } = statements
  const { exec } = databases
  const noted = (call: Call, reads: boolean): Call =>
    function (...parameters) {
      if (this.database.inTransaction) transactions.at(-1)?.push({ sql: this.source, parameters, reads })
      return call.apply(this, parameters)
    }
  Object.assign(statements, { run: noted(run, false), all: noted(all, true) })
  databases.exec = function (sql) {
    if (sql.includes('BEGIN')) transactions.push([])
    return exec.call(this, sql)
  }
  return {
    stop() {
      Object.assign(statements, { run, all })
      databases.exec = exec
      return transactions
    },
  }
}
