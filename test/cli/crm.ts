import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { writeDeals, writePeople } from '../bench/crm-file.ts'
import { temporaryFolder } from '../support/databases.ts'

/** A CRM's export of 2017: who sells under whom, and all opportunities. */
export interface Crm {
  name: string
  people: string
  deals: string
  /** Somebody who leads a team, and becomes admin. */
  admin: string
}

/** The public data set “CRM Sales Opportunities” of Maven Analytics, where `DRUMBEAT_CRM` names its folder. */
const FOLDER = process.env.DRUMBEAT_CRM

/** Every export that there is to run on: one that is written for the test, and the public one. */
export async function crms(): Promise<Crm[]> {
  return [await written(), ...(FOLDER ? [publicOne(FOLDER)] : [])]
}

/** Says by name what was not tested, and what would be needed. */
export function sayWithoutCrm(what: string): void {
  if (FOLDER) return
  const words = `SKIPPED: ${what} on the public CRM data needs DRUMBEAT_CRM, the folder with sales_pipeline.csv and sales_teams.csv; it ran on written data instead`
  process.stderr.write(`\n${words}\n\n`)
  test.skip(words, () => {})
}

const AGENTS = 12

async function written(): Promise<Crm> {
  const folder = temporaryFolder()
  writePeople(join(folder, 'people.csv'), AGENTS)
  await writeDeals(join(folder, 'deals.csv'), {
    rows: 1200,
    agents: AGENTS,
    customers: 60,
    wonPercent: 60,
    today: new Date('2017-12-31'),
  })
  return read('a written CRM', folder, 'people.csv', 'deals.csv', 'Manager 1')
}

function publicOne(folder: string): Crm {
  if (!existsSync(join(folder, 'sales_pipeline.csv')))
    throw new Error(`DRUMBEAT_CRM: ${folder} has no sales_pipeline.csv.`)
  return read('the public CRM', folder, 'sales_teams.csv', 'sales_pipeline.csv', 'Dustin Brinkmann')
}

function read(name: string, folder: string, people: string, deals: string, admin: string): Crm {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  return { name, admin, people: text(people), deals: text(deals) }
}

/** What a deal is worth, as the export writes it. */
export const valueIn = ({ deals }: Crm, id: string): number =>
  Number(
    deals
      .split('\n')
      .find((line) => line.startsWith(`${id},`))
      ?.split(',')[7],
  )

export const managersOf = ({ people }: Crm): Set<string> =>
  new Set(
    people
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? ''),
  )
