import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Misused, type Terminal } from '../cli.ts'
import type { PlanDocument } from '../commission/plan-document.ts'
import { lineIn, readPlanFile } from '../commission/plan-file.ts'
import { withPeople } from '../commission/plan-people.ts'
import type { Scope } from '../kernel/scope.ts'
import { allTeams, findTeam } from '../people/store.ts'

/** A plan file's document. Throws Misused with every problem and its line. */
export async function readPlan(terminal: Terminal, path: string, currency: string): Promise<PlanDocument> {
  const read = readPlanFile(await textOf(terminal, path), currency)
  if (!Array.isArray(read)) return read
  throw new Misused(read.map(({ line, sentence }) => `${path}:${line}: ${sentence}`).join('\n'))
}

/** A plan of that file in which people are meant by id. Throws Misused with every name that is not clear, and its line. */
export async function withPeopleOf(
  terminal: Terminal,
  path: string,
  scope: Scope,
  document: PlanDocument,
): Promise<PlanDocument> {
  const known = await withPeople(scope, document)
  if (!Array.isArray(known)) return known
  const text = await textOf(terminal, path)
  const problems = known.map((one) => `${path}:${lineIn(text, one.path)}: ${one.sentence}`)
  throw new Misused(problems.join('\n'))
}

const textOf = (terminal: Terminal, path: string): Promise<string> =>
  readFile(resolve(terminal.cwd, path), 'utf8').catch(() => {
    throw new Misused(`${path} cannot be read.`)
  })

/** The id of the team that is named. Throws Misused with the names there are. */
export async function teamNamed(scope: Scope, name: string): Promise<string> {
  const found = await findTeam(scope, name)
  if (found) return found.id
  const names = (await allTeams(scope)).map((one) => one.name).join(', ')
  throw new Misused(`There is no team “${name}”. There are: ${names || 'none'}.`)
}
