import { itemsOfSource, openItemsOf } from '../../improvements/store.ts'
import { dateAt } from '../../kernel/calendar.ts'
import { shift } from '../../kernel/period.ts'
import type { Person, Scope, WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { onLeave } from '../../people/store.ts'
import { almanacOf } from '../almanac.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual, Serving, Stage } from '../ritual.ts'
import { addSession, type Session } from '../session-store.ts'
import { awayAt } from './counted.ts'
import { addHeld, type Held } from './held-store.ts'
import { promptView } from './prompt.ts'
import { settingOf } from './setting-store.ts'
import { addPart } from './store.ts'
import { type Retro, retroKey, retroSource } from './taking.ts'
import { closing, isMonthEnd, lateUntil, nudgeFor, politely } from './times.ts'
import { type Opening, openingView } from './views.ts'
import { weekOf } from './week.ts'

/**
 * Opens the thread with the team's week and asks each member privately, but nobody on leave. Where nobody is there, it
 * has nothing to open.
 */
export async function openRetro(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual, occurrence } = serving
  const almanac = almanacOf(scope, ritual)
  const times = closing(occurrence, scope.now, almanac)
  const members = await ownMembers(scope, ritual.team.id)
  const asked = await whomToAsk(scope, ritual, members, times.nudgeAt)
  if (asked.length === 0) return undefined

  const { minimum, monthEnd } = await settingOf(scope, ritual.id)
  const short = monthEnd === 'short' && isMonthEnd(dateAt(scope.now, ritual.zone), ritual.team.workdays)
  const key = { ritual: ritual.id, occurrence }
  const planned = {
    ...key,
    openedAt: scope.now,
    closesAt: times.closesAt,
    closedAt: undefined,
    threads: [],
  }
  const held: Held = {
    ...key,
    minimum,
    short,
    lateUntil: lateUntil(times.closesAt, almanac),
    summaries: [],
    asked: undefined,
    answered: 0,
    late: 0,
    erased: 0,
  }
  const facts = await openingFacts(scope, { ritual, session: planned, held }, members, asked.length)
  const view = openingView(scope, {
    ...facts,
    lateMinutes: serving.lateMinutes,
    startedBy: scope.person?.name,
  })
  const to = { channel: ritual.channel, team: ritual.team.id }
  const threads = await scope.post({ to, view, subject: `retro:${ritual.id}:${occurrence}` })
  const session: Session = { ...planned, threads }
  await addSession(scope, session)
  await addHeld(scope, held)
  for (const one of asked) await ask(scope, { ritual, session, held }, one)
  return stages({ ...times, lateUntil: held.lateUntil }, short ? [] : asked, ritual)
}

/** Asks a person privately, at a moment of their own day. */
export async function ask(
  scope: WriteScope,
  retro: Retro,
  { person, askAt }: { person: Person; askAt: Instant },
): Promise<void> {
  const { ritual, session } = retro
  const view = await promptView(scope, { ...retro, person, answered: false })
  const prompts = await scope.post({
    to: { person: person.id },
    view,
    dueAt: askAt,
    prompt: { name: 'retro', about: retroKey(session) },
    until: session.closesAt,
  })
  await addPart(scope, {
    ritual: ritual.id,
    occurrence: session.occurrence,
    person: person.id,
    prompts,
    askAt,
  })
}

/** What the thread begins with, as it stands now. */
export async function openingFacts(
  scope: Scope,
  { ritual, session, held }: Retro,
  members: readonly Person[],
  asked: number,
): Promise<Opening> {
  const ids = members.map((one) => one.id)
  const { team: week } = await weekOf(scope, { ritual, session }, ids)
  const before = { ritual: ritual.id, occurrence: shift(session.occurrence, -1) }
  return {
    ritual,
    session,
    held,
    week,
    members,
    asked,
    lastWeek: await itemsOfSource(scope, retroSource(before)),
    unfinished: await openItemsOf(scope, ids),
    lateMinutes: 0,
    startedBy: undefined,
    answered: undefined,
  }
}

/** Who is there, today and at the moment at which the prompt would reach them. */
async function whomToAsk(
  scope: Scope,
  ritual: Ritual,
  members: readonly Person[],
  nudgeAt: Instant,
): Promise<{ person: Person; askAt: Instant }[]> {
  const awayNow = await awayAt(scope, ritual, scope.now)
  const asked: { person: Person; askAt: Instant }[] = []
  for (const person of members) {
    const askAt = politely(scope.now, person.zone, nudgeAt, ritual.team.workdays)
    const awayThen = await onLeave(scope, dateAt(askAt, person.zone))
    if (!awayNow.has(person.id) && !awayThen.has(person.id)) asked.push({ person, askAt })
  }
  return asked
}

/** Those who live in other zones are nudged before the others where that is their own working time. */
function stages(
  times: { nudgeAt: Instant; closesAt: Instant; lateUntil: Instant },
  nudged: readonly { person: Person; askAt: Instant }[],
  ritual: Ritual,
): Stage[] {
  const moments = nudged.flatMap(
    ({ person, askAt }) => nudgeFor({ zone: person.zone, askAt }, times, ritual.team.workdays) ?? [],
  )
  const [abroad] = moments.filter((at) => at !== times.nudgeAt).sort()
  return [
    ...(nudged.length > 0 ? [{ name: 'nudge', dueAt: times.nudgeAt }] : []),
    ...(abroad ? [{ name: 'nudge-abroad', dueAt: abroad }] : []),
    { name: 'close', dueAt: times.closesAt },
    { name: 'late', dueAt: times.lateUntil },
  ]
}
