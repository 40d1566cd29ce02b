import { createHash } from 'node:crypto'
import { isTooLong, LONGEST, TEXT_FIELDS } from '../deals/fields.ts'
import type { SaidFigures } from '../deals/figures.ts'
import type { NewDeal } from '../deals/new-deal.ts'
import { readDiscount, readFigure } from '../deals/read-figures.ts'
import type { LocalDate } from '../kernel/time.ts'
import { nearest } from '../kernel/understand.ts'
import { readAmount } from '../kernel/words.ts'
import { findColumns, type KnownHeaders } from './columns.ts'
import { DATE_FORMATS, type DateFormat, formatOf, readFileDate } from './file-dates.ts'
import type { Row, TableFile } from './table-file.ts'
import type { Problem } from './unreadable.ts'

const HEADERS = {
  customer: [
    'customer',
    'account',
    'accountname',
    'client',
    'company',
    '客户',
    '客户名称',
    '公司',
    '公司名称',
  ],
  amount: ['amount', 'closevalue', 'value', 'dealvalue', 'total', '金额', '成交金额', '签约金额', '合同金额'],
  signedOn: ['signedon', 'signeddate', 'closedate', 'date', '签约日期', '成交日期', '签单日期', '日期'],
  firstContactOn: [
    'firstcontact',
    'firstcontactdate',
    'engagedate',
    'createdate',
    '首次接触',
    '首次接触日期',
    '跟进日期',
  ],
  owner: ['owner', 'salesagent', 'agent', 'rep', 'salesperson', '销售', '负责人', '业务员', '签单人'],
  product: ['product', 'productname', '产品', '产品名称'],
  channel: ['channel', 'source', 'leadsource', '渠道', '来源'],
  referrer: ['referrer', 'referredby', '转介绍人', '介绍人'],
  contract: ['contract', 'contractnumber', 'contractno', '合同号', '合同编号'],
  margin: ['margin', 'grossmargin', 'grossprofit', '毛利', '毛利额'],
  exVat: ['exvat', 'exvatamount', 'withouttax', 'netamount', '未税金额', '不含税金额', '未税'],
  discount: ['discount', '折扣'],
  note: ['note', 'notes', 'comment', '备注', '说明'],
  stage: ['stage', 'dealstage', 'status', '阶段', '状态', '销售阶段'],
  externalId: ['externalid', 'id', 'opportunityid', 'dealid', '商机编号', '编号', '外部编号'],
} satisfies KnownHeaders<string>

type Field = keyof typeof HEADERS

const FIGURES = [
  ['margin', 'marginMinor'],
  ['exVat', 'exVatMinor'],
] as const

/** The stages in which an opportunity is a deal. */
const WON = ['won', 'closedwon', 'closed won', '赢单', '成交', '已成交', '签约', '已签约']

/** Every problem is counted, but only so many are kept. */
const MOST_PROBLEMS = 1000

/** How a file's rows are to be read. */
export interface RowOptions {
  currency: string
  /** Which header means which field, as a mapping file says it. */
  mapping?: string
  /** Decided by the file's first date where it is not said. */
  dates?: DateFormat
  /** Take won rows without a customer, too. */
  unknownCustomer?: boolean
}

/**
 * Reads a file's rows one by one, and collects what is wrong with them; `names` are the people's ids by name.
 * Throws Unreadable where a column that a deal needs is not there.
 */
export function rowReader(file: TableFile, options: RowOptions, names: ReadonlyMap<string, string[]>) {
  const columns = findColumns<Field>(
    file.columns,
    HEADERS,
    ['customer', 'amount', 'signedOn', 'owner'],
    options.mapping,
  )
  const problems: Problem[] = []
  let count = 0
  let format = options.dates
  let formatLine: number | undefined
  const seen = new Map<string, number>()
  const withoutId = new Map<string, number>()

  return { read, problems, problemCount: () => count, format: () => format }

  /** A deal; the stage of a row that is none; or nothing where the row has problems. */
  function read(row: Row): NewDeal | string | undefined {
    const cell = (field: Field) => (row.cells[columns[field]?.index ?? -1] ?? '').normalize('NFC').trim()
    const stage = cell('stage')
    if (columns.stage && !WON.includes(stage.toLowerCase())) return stage === '' ? '(none)' : stage
    const before = count
    const problem = (field: Field, says: string) => {
      count += 1
      if (problems.length < MOST_PROBLEMS)
        problems.push({ line: row.line, column: columns[field]?.name ?? field, says })
    }
    const customer = cell('customer')
    if (customer === '' && !options.unknownCustomer)
      problem('customer', 'is empty. Fill it in, or import such rows with --unknown-customer.')
    const amount = readAmount(cell('amount'), options.currency)
    if (!amount) problem('amount', `“${cell('amount')}” is not an amount above zero.`)
    else if (amount.currency !== options.currency)
      problem(
        'amount',
        `“${cell('amount')}” is in ${amount.currency}; this import is in ${options.currency}.`,
      )
    for (const field of TEXT_FIELDS)
      if (isTooLong(field, cell(field))) problem(field, `is longer than ${LONGEST[field]} characters.`)
    const owner = ownerOf(cell('owner'), problem)
    const signedOn = dateOf(cell('signedOn'), row.line, (says) => problem('signedOn', says))
    const contact = cell('firstContactOn')
    const firstContactOn =
      contact === '' ? undefined : dateOf(contact, row.line, (says) => problem('firstContactOn', says))
    const externalId = idOf(cell('externalId'), row, problem)
    const figures = figuresOf(cell, amount?.minor, problem)
    if (count > before || !amount || !owner || !signedOn) return undefined
    return {
      customer,
      amountMinor: amount.minor,
      currency: amount.currency,
      ...optional('product', cell('product')),
      ...optional('channel', cell('channel')),
      ...optional('referrer', cell('referrer')),
      ...optional('contract', cell('contract')),
      ...optional('note', cell('note')),
      ...figures,
      externalId,
      signedOn,
      ...(firstContactOn ? { firstContactOn } : {}),
      owner,
      shares: [{ person: owner, bps: 10_000 }],
      source: 'import',
    }
  }

  function figuresOf(
    cell: (field: Field) => string,
    amountMinor: number | undefined,
    problem: (field: Field, says: string) => void,
  ): SaidFigures {
    const figures: SaidFigures = {}
    for (const [field, name] of FIGURES) {
      // An export has marked a negative figure, so that no spreadsheet takes it for a formula.
      const typed = cell(field).replace(/^'(?=-)/, '')
      if (typed === '') continue
      const minor = readFigure(typed, options.currency, field === 'margin')
      if (minor === undefined) problem(field, `“${typed}” is not an amount in ${options.currency}.`)
      else if (minor > (amountMinor ?? minor)) problem(field, `“${typed}” is more than the amount.`)
      else figures[name] = minor
    }
    const typed = cell('discount')
    const discount = typed === '' ? undefined : readDiscount(typed)
    if (discount !== undefined) figures.discountBps = discount
    else if (typed !== '') problem('discount', `“${typed}” is not a discount such as 20% or 8折.`)
    return figures
  }

  function ownerOf(name: string, problem: (field: Field, says: string) => void): string | undefined {
    const [only, another] = names.get(name) ?? []
    if (only && !another) return only
    if (another) problem('owner', `“${name}” is the name of several people.`)
    else {
      const close = nearest(name, [...names.keys()])
      problem(
        'owner',
        `“${name}” is nobody in this workspace${close ? `; did you mean “${close}”?` : '; import the people first.'}`,
      )
    }
    return undefined
  }

  /** The first date decides for the whole file; a date written otherwise is a problem, never a guess. */
  function dateOf(text: string, line: number, problem: (says: string) => void): LocalDate | undefined {
    if (format === undefined) {
      format = formatOf(text)
      formatLine = line
    }
    const date = format && readFileDate(text, format)
    if (!date) {
      const example = format && DATE_FORMATS[format].example
      const since = formatLine === undefined || formatLine === line ? '' : ` since line ${formatLine}`
      problem(
        `“${text}” is not a date${example ? ` as this file writes them${since} (${example})` : '. Write 2026-11-20, 11/20/2026 or 2026年11月20日'}.`,
      )
    }
    return date
  }

  /** Where a file has no ids, a row is known by what it says; the same row twice is two deals. */
  function idOf(given: string, row: Row, problem: (field: Field, says: string) => void): string {
    if (given !== '') {
      const earlier = seen.get(given)
      if (earlier !== undefined) problem('externalId', `“${given}” stands in line ${earlier} already.`)
      seen.set(given, row.line)
      return given
    }
    const fingerprint = createHash('sha256')
      .update(JSON.stringify(row.cells))
      .digest('base64url')
      .slice(0, 22)
    const times = (withoutId.get(fingerprint) ?? 0) + 1
    withoutId.set(fingerprint, times)
    return `row:${fingerprint}:${times}`
  }
}

function optional<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  return value === '' ? {} : ({ [name]: value } as Partial<Record<Name, string>>)
}
