import { Misused, type Terminal } from '../cli.ts'
import { Endless } from '../commission/active-plan.ts'
import type { Reader } from '../commission/figures.ts'
import { showRate } from '../commission/fraction.ts'
import { rateAboveAll } from '../commission/high-rates.ts'
import type { Plan } from '../commission/plan.ts'
import { type PlanDocument, planSchema } from '../commission/plan-document.ts'
import { planFrom } from '../commission/plan-from.ts'
import { planName } from '../commission/plan-name.ts'
import { planTexts } from '../commission/plan-texts.ts'
import { planView } from '../commission/plan-view.ts'
import { putInForce } from '../commission/put-in-force.ts'
import { setThemselves } from '../commission/set-themselves.ts'
import { type AssignedTo, planVersions } from '../commission/store.ts'
import { LOCALES } from '../kernel/locale.ts'
import { isCurrency } from '../kernel/money.ts'
import { addDays, periodOf, shift, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readAmount, readDate } from '../kernel/words.ts'
import { allTeams } from '../people/store.ts'
import { nameOf, whoIsMeant } from '../people/who.ts'
import { toText } from '../view/text.ts'
import { chooseWorkspace, withApp } from './opening.ts'
import { readPlan, teamNamed, withPeopleOf } from './plan-words.ts'

/** `drumbeat plan check FILE`: the plan in words, in both languages, with what it pays; or all that is wrong with it. */
export async function checkPlan(
  terminal: Terminal,
  path: string,
  options: { currency: string; target: string },
): Promise<void> {
  const currency = options.currency.toUpperCase()
  if (!isCurrency(currency))
    throw new Misused(`--currency: “${options.currency}” is no currency. Try CNY or USD.`)
  const target = readAmount(options.target, currency)
  if (!target || target.currency !== currency || target.minor <= 0)
    throw new Misused(`--target: “${options.target}” is not an amount in ${currency}. Try 100000.`)
  const plan = planFrom(await readPlan(terminal, path, currency), currency)
  const shown = LOCALES.map((locale) => {
    const reader: Reader = { locale, workspace: { currency } }
    return toText(planView(reader, plan.name, plan, BigInt(target.minor)), locale)
  })
  terminal.out(shown.join('\n\n'))
}

/** `drumbeat plan schema`: the plan language as a JSON schema, for editors. */
export async function printSchema(terminal: Terminal): Promise<void> {
  terminal.out(JSON.stringify(planSchema(), null, 2))
}

export interface ActivateOptions {
  from: string
  until?: string
  team?: string
  person?: string
  workspace?: string
}

/** `drumbeat plan activate FILE --from DATE`: puts a plan in force for everyone, a team or a person. */
export function activateFile(terminal: Terminal, path: string, options: ActivateOptions): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const document = await readPlan(terminal, path, workspace.currency)
    const plan = planFrom(document, workspace.currency)
    const above = rateAboveAll(plan)
    if (above) terminal.out(planTexts.en.rateAboveAll(showRate(above)))
    const said = await app.writing(workspace.id, undefined, `plan activate ${path}`, async (scope) =>
      activate(scope, await withPeopleOf(terminal, path, scope, document), plan, options),
    )
    terminal.out(said)
  })
}

async function activate(
  scope: WriteScope,
  document: PlanDocument,
  plan: Plan,
  options: ActivateOptions,
): Promise<string> {
  const from = readDate(options.from, scope.today)
  if (!from) throw new Misused(`--from: “${options.from}” is not a date. Try 2026-12-01.`)
  const to = await addressee(scope, options)
  const until = lastDay(scope, from, options)
  const { version } = await putInForce(scope, document, from, to, until && addDays(until, 1)).catch(
    async (error) => {
      throw error instanceof Endless
        ? new Misused(
            `--until: ${await named(scope, to)} already has a plan without an end; a new version of it can only begin.`,
          )
        : error
    },
  )
  const past = from < scope.today ? ' Figures since then change with it.' : ''
  const said = `“${plan.name}” is version ${version} for ${await named(scope, to)}, from ${from}${until ? ` until ${until}` : ''}.${past}`
  return `${said}${stretchesFollowing(scope, plan, from)}${await setAlone(scope, plan, from)}`
}

/** Which goals the plan measures by that people have set for themselves, or reported alone, before it did. */
async function setAlone(scope: Scope, plan: Plan, from: LocalDate): Promise<string> {
  const { fiscalStartMonth } = scope.workspace
  const first = periodOf(from, plan.period, fiscalStartMonth)
  const periods = Array.from({ length: PERIODS_AHEAD }, (_, steps) => shift(first, steps, fiscalStartMonth))
  const goals = await setThemselves(scope, periods)
  if (goals.length === 0) return ''
  const each = goals.map(async ({ number, owner }) => `G-${number} (${await nameOf(scope, owner)})`)
  return ` Pay depends on goals now that people have set or reported alone: ${(await Promise.all(each)).join(', ')}.`
}

const PERIODS_AHEAD = 12

function lastDay(scope: Scope, from: LocalDate, { until }: ActivateOptions): LocalDate | null {
  if (until === undefined) return null
  const day = readDate(until, scope.today)
  if (!day) throw new Misused(`--until: “${until}” is not a date. Try 2027-01-31, its last day.`)
  if (day < from) throw new Misused(`--until ${day} is before --from ${from}.`)
  return day
}

/** What a plan that begins within one of its periods makes of that period. */
function stretchesFollowing({ workspace }: Scope, plan: Plan, from: LocalDate): string {
  const period = periodOf(from, plan.period, workspace.fiscalStartMonth)
  const { from: begins, to: ends } = spanOf(period, workspace.fiscalStartMonth)
  if (begins === from) return ''
  const next = addDays(ends, 1)
  return ` ${period} has two stretches, ${begins} to ${addDays(from, -1)} by the plan before and ${from} to ${ends} by this one, ${HOW[plan.stretches]}. Whoever had no plan before has this one for all of ${period}; for whoever had one by another period it begins ${next} at the earliest, with a period of both.`
}

const HOW = {
  separate: 'each worked out by itself (stretches: separate)',
  blended: 'measured as one and paid by their credit (stretches: blended)',
}

async function addressee(scope: Scope, { team, person }: ActivateOptions): Promise<AssignedTo> {
  if (team !== undefined && person !== undefined) throw new Misused('Either --team or --person, not both.')
  if (person !== undefined) {
    const found = await whoIsMeant({ ...scope, locale: 'en' }, person)
    if (found instanceof Refusal) throw new Misused(found.view.summary)
    return { kind: 'person', id: found.id }
  }
  return team === undefined ? { kind: 'everyone' } : { kind: 'team', id: await teamNamed(scope, team) }
}

/** `drumbeat plan list`: every version that is or was in force, for whom and since when. */
export function listPlans(terminal: Terminal, options: { workspace?: string }): Promise<void> {
  return withApp(terminal, async (app) => {
    const workspace = chooseWorkspace(await app.workspaces(), options.workspace)
    const scope = await app.reading(workspace.id)
    const versions = await planVersions(scope)
    if (versions.length === 0)
      return terminal.out('There is no plan yet. Try: drumbeat plan activate FILE --from 2026-12-01')
    for (const { to, version, effectiveFrom, until, ...plan } of versions) {
      const ends = until === null ? '' : `, until ${addDays(until, -1)}`
      terminal.out(
        `${effectiveFrom}  ${await named(scope, to)}: “${planName(plan, 'en')}”, version ${version}${ends}`,
      )
    }
  })
}

async function named(scope: Scope, to: AssignedTo): Promise<string> {
  if (to.kind === 'everyone') return 'everyone'
  if (to.kind === 'person') return nameOf(scope, to.id)
  return (await allTeams(scope)).find((team) => team.id === to.id)?.name ?? to.id
}
