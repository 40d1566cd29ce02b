import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { inFolder } from './drumbeat.ts'

type Folder = ReturnType<typeof inFolder>
type Row = Record<string, string>

/** One column of a closed period's payroll, in cents, by name. */
export async function payroll(place: Folder, period: string, column: string): Promise<Map<string, bigint>> {
  const rows = await exported(place, 'payroll', '--period', period)
  return new Map(rows.map((row) => [row.person ?? '', BigInt((row[column] ?? '').replace('.', ''))]))
}

/** The deals' numbers by their ids in the CRM. */
export async function numbersOf(place: Folder): Promise<Map<string, string>> {
  const rows = await exported(place, 'deals')
  return new Map(rows.map((row) => [row['external id'] ?? '', row.number ?? '']))
}

export const total = (amounts: Map<string, bigint>): bigint =>
  [...amounts.values()].reduce((sum, one) => sum + one, 0n)

/** What `drumbeat export` writes, row by row; none of its cells may hold a comma. */
async function exported(place: Folder, what: string, ...options: string[]): Promise<Row[]> {
  const file = `${what}-${Math.random()}.csv`
  const { err } = await place.drumbeat('export', what, file, ...options)
  if (err !== '') throw new Error(err)
  const csv = readFileSync(join(place.folder, file), 'utf8').replace('\uFEFF', '')
  const [header = '', ...lines] = csv.trim().split('\n')
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}
