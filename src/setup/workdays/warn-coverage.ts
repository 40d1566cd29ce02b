import { instantAt } from '../../kernel/calendar.ts'
import { type Prompt, SAY, type Ticker } from '../../kernel/feature.ts'
import { postedUnder } from '../../kernel/outbox-store.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { coverageOn, type Workdays, warnedFrom, workdayFrom } from '../../kernel/workdays.ts'
import { allTeams, everyone, personById } from '../../people/store.ts'
import { isAdmin } from '../../people/who.ts'
import { say } from '../../view/view.ts'
import { texts } from './texts.ts'

const WARN_AT = '10:00'

/** Each autumn in which the public holidays of the next year are not known, each admin is told so once. */
export const coverageWarning: Ticker = {
  name: 'calendar coverage',

  async due(scope) {
    const warning = await nextWarning(scope)
    if (!warning || warning.at > scope.now) return []
    const jobs = []
    for (const { id } of (await everyone(scope)).filter(isAdmin)) {
      const key = `calendar ${warning.year} ${id}`
      if (await postedUnder(scope, key)) continue
      const run = (writing: WriteScope) => warn(writing, id, warning, key)
      jobs.push({ at: warning.at, name: key, run })
    }
    return jobs
  },

  async next(scope) {
    const warning = await nextWarning(scope)
    if (!warning || warning.at > scope.now) return warning?.at
    return autumnOf(scope, warning.year + 1, warning.workdays)
  },
}

/** Asked again as long as the holidays of the year after are not known. */
export const coverageAsked: Prompt = {
  name: 'calendar',
  asked: async (scope, year) =>
    (await calendarsInUse(scope)).some(
      (one) => (coverageOn(one, scope.today)?.until ?? '9999') <= `${year}-12-31`,
    ),
}

/** Every calendar by which somebody counts: the workspace's and those of the teams. */
export async function calendarsInUse(scope: Scope): Promise<Workdays[]> {
  return [scope.workspace.workdays, ...(await allTeams(scope)).map((team) => team.workdays)]
}

interface Warning {
  /** The year in whose autumn it is given: the next one is not known. */
  year: number
  at: Instant
  until: LocalDate
  workdays: Workdays
}

/** The latest warning that has come, or else the first one to come. */
async function nextWarning(scope: Scope): Promise<Warning | undefined> {
  for (const workdays of await calendarsInUse(scope)) {
    const coverage = coverageOn(workdays, scope.today)
    if (!coverage) continue
    const lastYear = Number(coverage.until.slice(0, 4))
    const thisYear = Number(scope.today.slice(0, 4))
    const latest = autumnOf(scope, thisYear, workdays) <= scope.now ? thisYear : thisYear - 1
    const year = Math.max(lastYear, latest)
    return { year, at: autumnOf(scope, year, workdays), until: coverage.until, workdays }
  }
  return undefined
}

/** When admins are told in a year: by then it is mostly published how the next one goes. */
const autumnOf = (scope: Scope, year: number, workdays: Workdays): Instant =>
  instantAt(workdayFrom(workdays, warnedFrom(String(year))), WARN_AT, scope.workspace.zone)

async function warn(scope: WriteScope, admin: string, warning: Warning, key: string): Promise<void> {
  const person = await personById(scope, admin)
  if (!person) return
  const words = texts[person.locale]
  const until = showPeriod(warning.until, person.locale, scope.today)
  const button = { label: words.enter, action: SAY, value: '/drumbeat days' }
  const view = say(words.warning(String(warning.year + 1), until), button)
  await scope.post({
    to: { person: admin },
    view,
    key,
    prompt: { name: 'calendar', about: String(warning.year) },
  })
}
