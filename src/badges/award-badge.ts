import { newId } from '../kernel/id.ts'
import type { Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { secondsAfter } from '../kernel/time.ts'
import { managersOf, personById, teamsOf } from '../people/store.ts'
import { isAbove, isAdmin } from '../people/who.ts'
import { say, type View } from '../view/view.ts'
import { announcementView, revokedView } from './award-view.ts'
import { ANNOUNCED_AFTER_SECONDS, type Award, type Badge } from './badge.ts'
import { type AwardDecision, decideAward, mayRevoke } from './decide-award.ts'
import { announcedIn, awardById, awardsFor, badgesOf, hold, holderOf, release, seedBadges } from './store.ts'
import { texts } from './texts.ts'

export interface Occasion {
  badge: Badge
  /** Who is to get it; undefined: nobody whom we know. */
  person: string | undefined
  /** What it is for: the same cause awards the same person once. */
  cause: string
  month: Period
  team?: string
  reason?: string | undefined
  beside?: string[]
}

/** Awards a badge in the actor's name, to be announced in five minutes; or says why not. */
export async function award(scope: Acting<WriteScope>, occasion: Occasion): Promise<Award | Refusal> {
  const { badge, person, cause, month } = occasion
  const team = occasion.team ?? (person ? ((await teamsOf(scope, person))[0]?.id ?? '') : '')
  const before = (await awardsFor(scope, badge.id, cause)).find((one) => one.person === person)
  const decision = decideAward({
    badge,
    by: scope.person.id,
    person,
    mayAward: person !== undefined && (await isAbove(scope, person)),
    before,
    holder: badge.monthly ? await holderOf(scope, badge.id, month, team) : undefined,
  })
  if (person === undefined || (decision.outcome !== 'award' && decision.outcome !== 'again'))
    return refusalFor(scope, occasion, decision)
  await seedBadges(scope)
  const given: Award = {
    id: before?.id ?? newId(scope.now),
    badge: badge.id,
    person,
    team,
    month,
    cause,
    held: true,
    reason: occasion.reason,
    beside: occasion.beside ?? [],
    by: scope.person.id,
    at: scope.now,
    announcedAt: secondsAfter(scope.now, ANNOUNCED_AFTER_SECONDS),
    posts: [],
  }
  const time = await hold(scope, given, badge.monthly)
  await scope.record('badge.awarded', `award:${given.id}`, undefined, given)
  const posts = await scope.post({
    to: { channel: 'sales', team },
    view: await announcementView(scope, badge, given),
    subject: `award:${given.id}`,
    dueAt: given.announcedAt,
    key: `award:${given.id}:${time}`,
  })
  await announcedIn(scope, given.id, posts)
  return { ...given, posts }
}

/** Takes an award back: before it is announced nobody hears of it, afterwards the announcement says so. */
export async function revoke(scope: Acting<WriteScope>, id: string): Promise<View | Refusal> {
  const words = texts[scope.locale]
  const given = await awardById(scope, id)
  const badge = (await badgesOf(scope)).find((one) => one.id === given?.badge)
  if (!given?.held || !badge) return new Refusal(words.gone)
  if (given.by !== scope.person.id && !isAdmin(scope.person)) return new Refusal(words.notYours)
  const name = badge.name[scope.locale]
  if (!mayRevoke(given, { now: scope.now, month: scope.today.slice(0, 7) }))
    return new Refusal(words.closed(name, showPeriod(given.month, scope.locale, scope.today)))
  await release(scope, given.id, scope.person.id)
  await scope.record('badge.revoked', `award:${given.id}`, given, undefined)
  for (const post of given.posts) {
    if (!(await scope.cancel(post))) await scope.revise(post, revokedView(scope, badge, given))
  }
  const who = (await personById(scope, given.person))?.name ?? ''
  return say(words.revoked(who, name))
}

async function refusalFor(scope: Scope, occasion: Occasion, decision: AwardDecision): Promise<Refusal> {
  const words = texts[scope.locale]
  const badge = occasion.badge.name[scope.locale]
  const month = showPeriod(occasion.month, scope.locale, scope.today)
  const nameOf = async (id: string | undefined) => (id && (await personById(scope, id))?.name) || ''
  if (decision.outcome !== 'refused') return new Refusal(words.held(await nameOf(occasion.person), badge))
  switch (decision.why) {
    case 'unknown':
      return new Refusal(words.unknown(badge))
    case 'self':
      return new Refusal(words.self)
    case 'not-manager': {
      const [manager] = occasion.person ? await managersOf(scope, occasion.person) : []
      return new Refusal(words.notManager(badge, manager?.name ?? words.anAdmin))
    }
    case 'taken':
      return new Refusal(words.taken(await nameOf(decision.holder.person), badge, month))
  }
}
