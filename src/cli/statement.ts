import { Failed, Misused, type Terminal } from '../cli.ts'
import type { App } from '../kernel/app.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { readPeriod } from '../kernel/words.ts'
import { whoIsMeant } from '../people/who.ts'
import { composeStatement } from '../statements/compose.ts'
import { documentOf } from '../statements/document.ts'
import { revisionsOfStatement } from '../statements/store.ts'
import { chooseWorkspace, withApp } from './opening.ts'

interface Options {
  period: string
  person: string
  asOf?: string
  workspace?: string
}

/**
 * `drumbeat statement --period 2026-10 --person 李雷`: the statement's document, byte for byte as it was issued last;
 * with `--as-of` worked out anew from what had been recorded by that moment.
 */
export function printStatement(terminal: Terminal, options: Options): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const reading = await app.reading(workspace.id)
    const period = payPeriod(reading, options.period)
    const person = await whoIsMeant({ ...reading, locale: 'en' }, options.person)
    if (person instanceof Refusal) throw new Misused(person.view.summary)
    const at = options.asOf === undefined ? undefined : instant(options.asOf)
    const document = await documentFor(reading, period, person.id, at)
    if (document === undefined) throw new Failed(`There is no statement of ${period} for ${person.name}.`)
    await noteReading(app, workspace.id, `person:${person.id}`)
    terminal.out(document.trimEnd())
  })
}

/** The pay period that an option names. */
export function payPeriod(scope: Scope, typed: string): Period {
  const period = readPeriod(typed, scope.today, scope.workspace.fiscalStartMonth)
  if (period === undefined || ['day', 'week'].includes(kindOf(period)))
    throw new Misused(`“${typed}” is no pay period. Write it like 2026-10, 2026-Q4 or 2026.`)
  return period
}

/** What is printed or exported of people's pay is in the audit log as well. */
export const noteReading = (app: App, workspace: string, subject: string): Promise<void> =>
  app.writing(workspace, undefined, 'command line', (scope) => scope.saw('pay.read', subject))

async function documentFor(
  scope: Scope,
  period: Period,
  person: string,
  at: Instant | undefined,
): Promise<string | undefined> {
  if (at === undefined) return (await revisionsOfStatement(scope, period, person)).at(-1)?.document
  const statement = await composeStatement(scope, period, person, at)
  return statement && documentOf(statement)
}

function instant(typed: string): Instant {
  const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/
  const at = shape.test(typed) ? Date.parse(typed) : Number.NaN
  if (Number.isNaN(at)) throw new Misused(`“${typed}” is no moment. Write it like 2026-11-01T09:00:00Z.`)
  return new Date(at).toISOString()
}
