import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Failed, Misused, type Terminal } from '../cli.ts'
import { DATE_FORMATS, type DateFormat } from '../imports/file-dates.ts'
import { type DealImportReport, readDeals, takeInDeals } from '../imports/import-deals.ts'
import { localeOfNames, readPeople, takeInPeople } from '../imports/import-people.ts'
import { readProducts } from '../imports/import-products.ts'
import { addProducts } from '../imports/product-store.ts'
import { openTable } from '../imports/table-file.ts'
import { counted } from '../kernel/counted.ts'
import { isCurrency, showMoney } from '../kernel/money.ts'
import type { Workspace } from '../kernel/scope.ts'
import { changeWorkspace } from '../people/store.ts'
import { withApp } from './opening.ts'
import { progressOf } from './progress.ts'
import { existingForImport, workspaceForImport } from './workspace.ts'

export interface ImportOptions {
  workspace?: string
  map?: string
  dryRun?: boolean
}

/** From here on a file is long enough for its garbage to matter. */
const LONG_FILE_BYTES = 5 * 1024 * 1024

const CURRENCY_IF_NEW = 'CNY'

/** Long before any deal: imported people belonged to their teams from the start. */
const FROM_THE_START = '1970-01-01'

/** `drumbeat import people FILE --admin NAME` */
export function importPeople(
  terminal: Terminal,
  path: string,
  options: ImportOptions & { admin?: string[] },
): Promise<void> {
  return withApp(terminal, async (app, database) => {
    const file = await openTable(resolve(terminal.cwd, path))
    const mapping = await mappingOf(terminal, options)
    const locale = localeOfNames(await readPeople(file, 'en', mapping))
    const people = await readPeople(file, locale, mapping)
    if (options.dryRun) return terminal.out(`${people.length} people can be imported; nothing was stored.`)
    const workspace = await workspaceForImport(app, database, options.workspace, { locale })
    const report = await app.writing(workspace.id, undefined, `import ${path}`, (scope) =>
      takeInPeople(scope, people, options.admin ?? [], FROM_THE_START),
    )
    terminal.out(
      `${counted(report.rows, 'row')}: ${counted(report.people, 'new person', 'new people')}, ${counted(report.managers, 'manager')}, ${counted(report.teams, 'team')} in workspace “${workspace.id}”.`,
    )
  })
}

/** `drumbeat import products FILE` */
export function importProducts(terminal: Terminal, path: string, options: ImportOptions): Promise<void> {
  return withApp(terminal, async (app, database) => {
    const file = await openTable(resolve(terminal.cwd, path))
    const known = await existingForImport(app, options.workspace)
    const currency = known?.currency ?? CURRENCY_IF_NEW
    const products = await readProducts(file, currency, await mappingOf(terminal, options))
    if (options.dryRun)
      return terminal.out(`${products.length} products can be imported; nothing was stored.`)
    const workspace = await workspaceForImport(app, database, options.workspace, { locale: 'en' })
    await app.writing(workspace.id, undefined, `import ${path}`, (scope) => addProducts(scope, products))
    terminal.out(`${counted(products.length, 'product')} in workspace “${workspace.id}”.`)
  })
}

/** `drumbeat import deals FILE --currency USD`: everything or nothing; a second run changes nothing. */
export function importDeals(
  terminal: Terminal,
  path: string,
  options: ImportOptions & { currency?: string; dates?: string; unknownCustomer?: boolean },
): Promise<void> {
  return withApp(terminal, async (app) => {
    const file = await openTable(resolve(terminal.cwd, path))
    if (file.size > LONG_FILE_BYTES) saveMemory()
    const chosen = await existingForImport(app, options.workspace)
    if (!chosen)
      throw new Failed('Nobody is known here yet. Import the people first: drumbeat import people FILE')
    const currency = options.currency?.toUpperCase() ?? chosen.currency
    const workspace = inCurrency(chosen, currency, options.dryRun === true)
    const mapping = await mappingOf(terminal, options)
    const settings = {
      currency,
      ...(mapping === undefined ? {} : { mapping }),
      ...(options.dates ? { dates: dateFormat(options.dates) } : {}),
      unknownCustomer: options.unknownCustomer === true,
    }
    const checking = progressOf(terminal, 'Checking', file.size)
    const checked = await readDeals({ ...(await app.reading(workspace.id)), workspace }, file, {
      ...settings,
      onProgress: checking.at,
    }).finally(checking.done)
    if (options.dryRun) {
      for (const line of reportLines(checked, workspace, 'would be')) terminal.out(line)
      return terminal.out('Dry run: nothing was stored.')
    }
    const storing = progressOf(terminal, 'Storing', file.size)
    const report = await app
      .writing(workspace.id, undefined, `import ${path}`, async (scope) => {
        if (!workspace.currencyChosen) await changeWorkspace(scope, { currency })
        return takeInDeals(
          { ...scope, workspace: { ...scope.workspace, currency: workspace.currency } },
          file,
          {
            ...settings,
            onProgress: storing.at,
          },
        )
      })
      .finally(storing.done)
    for (const line of reportLines(report, workspace, report.deals === 1 ? 'was' : 'were')) terminal.out(line)
  })
}

/** Collects garbage early rather than letting it grow: a million rows then need 200 MB rather than 500. */
function saveMemory(): void {
  for (const flag of ['--semi-space-growth-factor=1', '--optimize-for-size']) setFlagsFromString(flag)
}

/** The workspace as it is when deals in a currency come in: its first import chooses its own. */
function inCurrency(workspace: Workspace, currency: string, dryRun: boolean): Workspace {
  if (!isCurrency(currency))
    throw new Misused(`“${currency}” is no currency. Write its three letters, such as CNY or USD.`)
  if (workspace.currencyChosen && workspace.currency !== currency)
    throw new Misused(
      `Workspace “${workspace.id}” keeps its books in ${workspace.currency}; import ${currency} into another one with --workspace.`,
    )
  return dryRun || !workspace.currencyChosen ? { ...workspace, currency } : workspace
}

function reportLines(report: DealImportReport, workspace: Workspace, verb: string): string[] {
  const others = Object.entries(report.otherStages).sort(([a], [b]) => (a < b ? -1 : 1))
  const sum = showMoney(report.amountMinor, workspace.currency, 'en')
  return [
    `${counted(report.rows, 'row')}: ${counted(report.deals, 'new deal')} ${verb} stored, ${sum} in all.`,
    ...(report.known > 0 ? [`Already there and left as they were: ${counted(report.known, 'deal')}.`] : []),
    ...(others.length > 0
      ? [`Not deals: ${others.map(([stage, count]) => `${count} ${stage}`).join(', ')}.`]
      : []),
    ...report.warnings.map((warning) => `Warning: ${warning}`),
  ]
}

function dateFormat(name: string): DateFormat {
  const formats = Object.keys(DATE_FORMATS) as DateFormat[]
  const format = formats.find((one) => one === name.toLowerCase())
  if (!format) throw new Misused(`--dates is one of ${formats.join(', ')}, not “${name}”.`)
  return format
}

async function mappingOf(terminal: Terminal, options: ImportOptions): Promise<string | undefined> {
  if (options.map === undefined) return undefined
  const path = resolve(terminal.cwd, options.map)
  return readFile(path, 'utf8').catch(() => {
    throw new Failed(`There is no mapping file ${path}.`)
  })
}
