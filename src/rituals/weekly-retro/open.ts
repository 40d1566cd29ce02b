import { openItemsOf } from '../../improvements/store.ts'
import type { Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { almanacOf } from '../almanac.ts'
import { ownMembers } from '../audience-store.ts'
import type { Serving, Stage } from '../ritual.ts'
import { addSession, type Session } from '../session-store.ts'
import { awayAt } from './counted.ts'
import { partKey, promptView } from './prompt.ts'
import { addPart } from './store.ts'
import { closing } from './times.ts'
import { type Opening, openingView } from './views.ts'
import { weekOf } from './week.ts'

/**
 * Opens the thread with the team's week and asks each member privately, but nobody on leave. Where nobody is there, it
 * has nothing to open.
 */
export async function openRetro(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual, occurrence } = serving
  const members = await ownMembers(scope, ritual.team.id)
  const away = await awayAt(scope, ritual, scope.now)
  const present = members.filter((one) => !away.has(one.id))
  if (present.length === 0) return undefined
  const { nudgeAt, closesAt } = closing(occurrence, scope.now, almanacOf(scope, ritual))
  const planned = {
    ritual: ritual.id,
    occurrence,
    openedAt: scope.now,
    closesAt,
    closedAt: undefined,
    threads: [],
  }

  const opening = await openingFacts(scope, serving, planned, members, present.length)
  const threads = await scope.post({
    to: { channel: ritual.channel, team: ritual.team.id },
    view: openingView(scope, { ...opening, startedBy: scope.person?.name }),
    subject: `retro:${ritual.id}:${occurrence}`,
  })
  const session = { ...planned, threads }
  await addSession(scope, session)
  for (const person of present) {
    const view = await promptView(scope, { ritual, session, person, answered: false })
    const prompts = await scope.post({
      to: { person: person.id },
      view,
      prompt: { name: 'retro', about: partKey(session) },
      until: closesAt,
    })
    await addPart(scope, { ritual: ritual.id, occurrence, person: person.id, prompts })
  }
  return [
    { name: 'nudge', dueAt: nudgeAt },
    { name: 'close', dueAt: closesAt },
  ]
}

/** What the thread begins with, as it stands now. */
export async function openingFacts(
  scope: Scope,
  { ritual, occurrence, lateMinutes }: Serving,
  session: Session,
  members: readonly Person[],
  asked: number,
): Promise<Opening> {
  const ids = members.map((one) => one.id)
  const { team: week } = await weekOf(scope, occurrence, ids)
  const unfinished = await openItemsOf(scope, ids)
  return {
    ritual,
    session,
    week,
    members,
    asked,
    unfinished,
    lateMinutes,
    startedBy: undefined,
    answered: undefined,
  }
}
