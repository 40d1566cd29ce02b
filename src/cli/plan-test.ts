import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Misused, type Terminal } from '../cli.ts'
import { backtest, whoSigned } from '../commission/backtest.ts'
import { backtestCsv } from '../commission/backtest-csv.ts'
import { backtestView } from '../commission/backtest-view.ts'
import type { Plan } from '../commission/plan.ts'
import { planFrom } from '../commission/plan-from.ts'
import { NotWhole } from '../commission/tried-periods.ts'
import { kindOf, type Period, shift } from '../kernel/period.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { readPeriod } from '../kernel/words.ts'
import { everyone, membersOf, personById } from '../people/store.ts'
import { toText } from '../view/text.ts'
import { keepHeapSmall } from './keep-heap-small.ts'
import { chooseWorkspace, withApp } from './opening.ts'
import { readPlan, teamNamed, withPeopleOf } from './plan-words.ts'

/** From here on there are enough deals for their garbage to matter. */
const MANY_PEOPLE = 200

export interface TryOptions {
  from: string
  to: string
  team?: string
  csv?: string
  workspace?: string
}

/** `drumbeat plan test FILE --from 2026-01 --to 2026-06`: what a draft would have cost, against the plans in force. */
export function tryPlan(terminal: Terminal, path: string, options: TryOptions): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const scope = await app.reading(workspace.id)
    const document = await readPlan(terminal, path, workspace.currency)
    const plan = planFrom(await withPeopleOf(terminal, path, scope, document), workspace.currency)
    const months = monthsFrom(scope, options)
    const people = await peopleTried(scope, plan, months, options.team)
    if (people.length > MANY_PEOPLE) keepHeapSmall()
    const result = await backtest(scope, plan, months, people).catch((error) => {
      throw error instanceof NotWhole
        ? new Misused(
            `--from and --to: a plan counts by the ${error.kind}, so take whole ones, such as 2026-01 to 2026-12.`,
          )
        : error
    })
    if (options.csv !== undefined) {
      const file = resolve(terminal.cwd, options.csv)
      await writeFile(file, backtestCsv(result, workspace.currency), { flag: 'wx' }).catch(() => {
        throw new Misused(`${file} cannot be written, or exists already; choose another name.`)
      })
    }
    terminal.out(toText(backtestView(scope, plan.name, months, result), scope.locale))
  })
}

function monthsFrom(scope: Scope, { from, to }: TryOptions): Period[] {
  const month = (option: string, typed: string) => {
    const period = readPeriod(typed, scope.today, scope.workspace.fiscalStartMonth)
    if (period && kindOf(period) === 'month') return period
    throw new Misused(`--${option}: “${typed}” is not a month. Try 2026-01.`)
  }
  const [first, last] = [month('from', from), month('to', to)]
  if (first > last) throw new Misused(`--from ${first} is later than --to ${last}.`)
  const months: Period[] = []
  for (let one = first; one <= last; one = shift(one, 1)) months.push(one)
  return months
}

/** With a draw also those who have signed nothing: it is paid to them as well. */
async function peopleTried(
  scope: Scope,
  { terms }: Plan,
  months: readonly Period[],
  team: string | undefined,
): Promise<Person[]> {
  if (team !== undefined) return membersOf(scope, await teamNamed(scope, team))
  const others = terms.draw ? (await everyone(scope)).map((one) => one.id) : []
  const ids = [...new Set([...(await whoSigned(scope, months)), ...others])]
  const people = await Promise.all(ids.map((id) => personById(scope, id)))
  return people.filter((person) => person !== undefined)
}
