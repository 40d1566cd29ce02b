import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { Failed, type Terminal } from '../cli.ts'
import type { Scope } from '../kernel/scope.ts'
import { accrualRows } from '../statements/accrual.ts'
import { payrollRows, payrollSummary, type Rows } from '../statements/payroll.ts'
import { closedPeriod } from '../statements/period-store.ts'
import { chooseWorkspace, withApp } from './opening.ts'
import { noteReading, payPeriod } from './statement.ts'

/** `drumbeat export payroll FILE --period 2026-10 [--summary]`: what the statements of a closed period come to. */
export function exportPayroll(
  terminal: Terminal,
  path: string,
  options: { period: string; summary?: boolean; workspace?: string },
): Promise<void> {
  return exportRows(terminal, path, options.workspace, async (scope) => {
    const period = payPeriod(scope, options.period)
    const closed = await closedPeriod(scope, period)
    if (!closed) throw new Failed(`${period} has not been closed yet: /commission close ${period}`)
    const rows = options.summary ? await payrollSummary(scope, closed) : await payrollRows(scope, closed)
    return { rows, what: `the payroll of ${period}`, subject: `period:${period}` }
  })
}

/** `drumbeat export accrual FILE`: what is signed and confirmed but not collected. */
export function exportAccrual(
  terminal: Terminal,
  path: string,
  options: { workspace?: string },
): Promise<void> {
  return exportRows(terminal, path, options.workspace, async (scope) => ({
    rows: await accrualRows(scope),
    what: 'what is signed but not collected',
    subject: 'accrual',
  }))
}

/** With a BOM, so that Excel opens Chinese correctly; an existing file is not overwritten. */
function exportRows(
  terminal: Terminal,
  path: string,
  id: string | undefined,
  rowsIn: (scope: Scope) => Promise<{ rows: Rows; what: string; subject: string }>,
): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), id)
    const { rows, what, subject } = await rowsIn(await app.reading(workspace.id))
    const file = resolve(terminal.cwd, path)
    await noteReading(app, workspace.id, subject)
    await writeFile(
      file,
      stringify(
        rows.map((row) => row.map(neutralised)),
        { bom: true },
      ),
      { flag: 'wx' },
    ).catch((error: Error) => {
      throw 'code' in error && error.code === 'EEXIST'
        ? new Error(`${file} exists already; choose another name.`)
        : error
    })
    terminal.out(`Exported ${what} of “${workspace.id}” to ${file}.`)
  })
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe; a negative amount is none. */
function neutralised(cell: string | number): string | number {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !/^-\d+(?:\.\d+)?$/.test(cell)
    ? `'${cell}`
    : cell
}
