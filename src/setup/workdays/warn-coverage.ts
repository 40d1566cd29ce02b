import { instantAt } from '../../kernel/calendar.ts'
import { SAY, type Ticker } from '../../kernel/feature.ts'
import { postedUnder } from '../../kernel/outbox-store.ts'
import type { Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { coverageOn, type Workdays, warnedFrom, workdayFrom } from '../../kernel/workdays.ts'
import { allTeams, everyone, personById } from '../../people/store.ts'
import { isAdmin } from '../../people/who.ts'
import { say } from '../../view/view.ts'
import { texts } from './texts.ts'

const WARN_AT = '10:00'

/** In autumn, where the public holidays of the next year are not known, each admin is told so once. */
export const coverageWarning: Ticker = {
  name: 'calendar coverage',

  async due(scope) {
    const warning = await nextWarning(scope)
    if (!warning || warning.at > scope.now) return []
    const jobs = []
    for (const { id } of (await everyone(scope)).filter(isAdmin)) {
      const key = `calendar ${warning.until} ${id}`
      if (await postedUnder(scope, key)) continue
      const run = (writing: WriteScope) => warn(writing, id, warning.until, key)
      jobs.push({ at: warning.at, name: key, run })
    }
    return jobs
  },

  async next(scope) {
    const warning = await nextWarning(scope)
    return warning && warning.at > scope.now ? warning.at : undefined
  },
}

/** Every calendar by which somebody counts: the workspace's and those of the teams. */
export async function calendarsInUse(scope: Scope): Promise<Workdays[]> {
  return [scope.workspace.workdays, ...(await allTeams(scope)).map((team) => team.workdays)]
}

async function nextWarning(scope: Scope): Promise<{ at: Instant; until: LocalDate } | undefined> {
  for (const workdays of await calendarsInUse(scope)) {
    const coverage = coverageOn(workdays, scope.today)
    if (!coverage) continue
    const day = workdayFrom(workdays, warnedFrom(coverage.until))
    return { at: instantAt(day, WARN_AT, scope.workspace.zone), until: coverage.until }
  }
  return undefined
}

async function warn(scope: WriteScope, admin: string, until: LocalDate, key: string): Promise<void> {
  const person: Person | undefined = await personById(scope, admin)
  if (!person) return
  const words = texts[person.locale]
  const year = String(Number(until.slice(0, 4)) + 1)
  const sentence = words.warning(year, showPeriod(until, person.locale, scope.today))
  const button = { label: words.enter, action: SAY, value: '/drumbeat days' }
  await scope.post({ to: { person: admin }, view: say(sentence, button), key })
}
