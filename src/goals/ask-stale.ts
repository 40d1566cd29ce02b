import type { Prompt } from '../kernel/feature.ts'
import { addDays, periodOf, shift } from '../kernel/period.ts'
import { reminding } from '../kernel/reminding.ts'
import type { Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { workdaysBetween } from '../kernel/workdays.ts'
import { whenAtWork } from '../people/at-work.ts'
import { everyone } from '../people/store.ts'
import { actions, list, text } from '../view/view.ts'
import type { Goal } from './goal.ts'
import { workdaysOf } from './goal-workdays.ts'
import { wordsFor } from './names.ts'
import { managersFor } from './owner.ts'
import { silentSince, staleAfter, staleFrom } from './stale.ts'
import { claimAsking, type ReportedGoal, reportedGoals } from './stale-store.ts'
import { checkinsOf, goalById } from './store.ts'
import { texts } from './texts.ts'

/** Asks the owner of a goal, once, that nobody has checked in to for some workdays: on a morning at work. */
export const askAboutStale = reminding('stale goals', whenAtWork({ due, next, remind: ask }))

interface Silent {
  goal: Goal
  since: LocalDate
  person: Person
  at: Instant
}

async function due(scope: Scope): Promise<{ person: string; at: Instant }[]> {
  const first = new Map<string, Instant>()
  for (const { person, at } of await silentGoals(scope)) {
    const known = first.get(person.id)
    if (known === undefined || at < known) first.set(person.id, at)
  }
  return [...first].map(([person, at]) => ({ person, at }))
}

/** Of what may fall silent first only as much is looked at as it takes to be sure. */
async function next(scope: Scope): Promise<Instant | undefined> {
  const goals = await unasked(scope, 'later')
  if (goals.length === 0) return undefined
  const here = await peopleHere(scope)
  let first: Instant | undefined
  for (const one of goals.sort((a, b) => (a.earliest < b.earliest ? -1 : 1))) {
    if (first !== undefined && one.earliest > first) break
    const silent = await silence(scope, one, here)
    if (silent && silent.at > scope.now && (first === undefined || silent.at < first)) first = silent.at
  }
  return first
}

async function ask(scope: WriteScope, owner: string): Promise<void> {
  const silent = (await silentGoals(scope)).filter(({ person }) => person.id === owner)
  const asked: Silent[] = []
  for (const one of silent) if (await claimAsking(scope, one.goal.id, one.since)) asked.push(one)
  const [first] = asked
  if (!first) return
  const { locale } = first.person
  const words = texts[locale]
  const sentence = words.stale(asked.length)
  const lines = await Promise.all(asked.map((one) => lineFor(scope, one)))
  const buttons = asked.slice(0, MAX_BUTTONS).map(({ goal }) => ({
    label: words.checkinButton(`G-${goal.number}`),
    action: 'goal.checkin-form',
    value: goal.id,
  }))
  await scope.post({
    to: { person: owner },
    view: { summary: `${sentence} ${lines[0]}`, blocks: [text(sentence), list(lines), actions(...buttons)] },
    subject: `goal:${first.goal.id}`,
    prompt: { name: staleAsked.name, about: [scope.now, ...asked.map(({ goal }) => goal.id)].join(' ') },
  })
}

/** Asked again as long as one of the goals has had no check-in since. */
export const staleAsked: Prompt = {
  name: 'stale-goals',
  async asked(scope, about) {
    const [asked = '', ...goals] = about.split(' ')
    for (const goal of goals) {
      const [last] = await checkinsOf(scope, goal)
      if ((last === undefined || last.recordedAt <= asked) && (await stands(scope, goal))) return true
    }
    return false
  },
}

const stands = async (scope: Scope, goal: string) => {
  const found = await goalById(scope, goal)
  return found !== undefined && !found.dropped
}

const MAX_BUTTONS = 5 // more than those are no longer a row

async function lineFor(scope: Scope, { goal, since, person: { locale } }: Silent): Promise<string> {
  const words = texts[locale]
  const named = await wordsFor(scope, goal, locale)
  const days = workdaysBetween(await workdaysOf(scope, goal), addDays(since, 1), addDays(scope.today, -1))
  const [last] = await checkinsOf(scope, goal.id)
  const on = last && words.staleLast(showPeriod(since, locale, scope.today), named.show(last.value))
  return words.staleLine(named.label, named.name, days, on)
}

/** What has been silent for long enough by now, with whom to ask about it. */
async function silentGoals(scope: Scope): Promise<Silent[]> {
  const goals = (await unasked(scope, 'now')).filter((one) => one.earliest <= scope.today)
  if (goals.length === 0) return []
  const here = await peopleHere(scope)
  const found: Silent[] = []
  for (const one of goals) {
    const silent = await silence(scope, one, here)
    if (silent && silent.at <= scope.now) found.push(silent)
  }
  return found
}

interface Unasked extends ReportedGoal {
  since: LocalDate
  /** So many workdays take as many days at least. */
  earliest: LocalDate
}

/** What nobody has been asked about since it fell silent. */
async function unasked(scope: Scope, which: 'now' | 'later'): Promise<Unasked[]> {
  const { fiscalStartMonth } = scope.workspace
  return (await reportedGoals(scope, periodsAround(scope, which))).flatMap((one) => {
    const since = silentSince(one, fiscalStartMonth)
    if (one.askedSince !== undefined && one.askedSince >= since) return []
    return [{ ...one, since, earliest: addDays(since, staleAfter(one.goal.period)) }]
  })
}

const peopleHere = async (scope: Scope) =>
  new Map((await everyone(scope)).map((person) => [person.id, person]))

async function silence(
  scope: Scope,
  one: Unasked,
  here: ReadonlyMap<string, Person>,
): Promise<Silent | undefined> {
  const person = here.get((await whoseGoal(scope, one.goal)) ?? '')
  if (!person || (await isReached(scope, one))) return undefined
  const at = staleFrom(one.goal.period, one.since, {
    workdays: await workdaysOf(scope, one.goal),
    fiscalStartMonth: scope.workspace.fiscalStartMonth,
    zone: person.zone,
  })
  return at === undefined ? undefined : { goal: one.goal, since: one.since, person, at }
}

function periodsAround({ today, workspace }: Scope, which: 'now' | 'later') {
  const { fiscalStartMonth } = workspace
  const now = (['month', 'quarter', 'year'] as const).map((kind) => periodOf(today, kind, fiscalStartMonth))
  return which === 'now' ? now : [...now, ...now.map((period) => shift(period, 1, fiscalStartMonth))]
}

async function whoseGoal(scope: Scope, goal: Goal): Promise<string | undefined> {
  if (goal.level === 'person') return goal.owner
  return goal.lead ?? (await managersFor(scope, goal))[0]?.id
}

async function isReached(scope: Scope, { goal, reportedOn }: ReportedGoal): Promise<boolean> {
  if (reportedOn === undefined) return false
  const [last] = await checkinsOf(scope, goal.id)
  return last !== undefined && last.value >= goal.value
}
