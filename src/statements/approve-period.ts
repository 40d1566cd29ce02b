import type { Answer, CommandInput, Prompt } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone, managersOf } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { say } from '../view/view.ts'
import { openDisputes } from './dispute-store.ts'
import { type ClosedPeriod, closedPeriod, lockPeriod, movePeriod } from './period-store.ts'
import { approveStatements, type Issued, statementsOf } from './store.ts'
import { texts } from './texts.ts'
import { readOnlyPayPeriod } from './which-period.ts'

/**
 * `/commission approve 2026-10`: a manager approves the statements of their people; when all of them are approved and no
 * dispute is open, an admin approves the period, which stays as it is from then on.
 */
export async function approvePeriod(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const period = readOnlyPayPeriod(scope, text, 'approve')
  if (period instanceof Refusal) return period
  const named = showPeriod(period, scope.locale, scope.today)
  const closed = await lockPeriod(scope, period)
  if (closed?.state !== 'frozen')
    return new Refusal(words.notFrozen(named, words.states[closed?.state ?? 'open']))
  const { mine, others } = await waitingFor(scope, closed)
  if (mine.length > 0) await approveMine(scope, closed, mine)
  const said = mine.length > 0 ? [words.approvedMine(mine.length, named)] : []
  if (!isAdmin(scope.person)) {
    if (others.size === 0 && mine.length > 0) await tellAdmins(scope, closed)
    return said.length > 0 ? say(said.join('')) : new Refusal(await nothingForMe(scope, named, others))
  }
  if (others.size > 0) {
    const missing = words.approvalMissing(named, period, namesIn(scope, others))
    return said.length > 0 ? say(joinSentences([...said, missing], scope.locale)) : new Refusal(missing)
  }
  return (await blockedByDisputes(scope, closed, said)) ?? approveForGood(scope, closed)
}

interface Waiting {
  /** People whose statements the actor approves now. */
  mine: string[]
  /** Those of others, by their nearest manager. */
  others: Map<string, { manager: Person; people: string[] }>
}

/** Statements that no manager has approved yet. Whoever nobody leads needs no manager's approval. */
async function waitingFor(scope: Acting, { period, revision }: ClosedPeriod): Promise<Waiting> {
  const waiting: Waiting = { mine: [], others: new Map() }
  for (const { person, approvedBy } of await statementsOf(scope, period, revision)) {
    if (approvedBy !== undefined) continue
    const managers = await managersOf(scope, person)
    const [nearest] = managers
    if (!nearest) continue
    if (managers.some((one) => one.id === scope.person.id)) {
      waiting.mine.push(person)
      continue
    }
    const known = waiting.others.get(nearest.id) ?? { manager: nearest, people: [] }
    known.people.push(person)
    waiting.others.set(nearest.id, known)
  }
  return waiting
}

async function approveMine(
  scope: Acting<WriteScope>,
  { period, revision }: ClosedPeriod,
  people: readonly Issued['person'][],
): Promise<void> {
  await approveStatements(scope, period, revision, people)
  await scope.record('statements.approved', `period:${period}`, undefined, { revision, people })
}

async function approveForGood(scope: Acting<WriteScope>, closed: ClosedPeriod): Promise<Answer> {
  const { period, revision } = closed
  await movePeriod(scope, closed, 'approved')
  await scope.record(
    'period.approved',
    `period:${period}`,
    { state: 'frozen' },
    { state: 'approved', revision },
  )
  return say(texts[scope.locale].approved(showPeriod(period, scope.locale, scope.today), period))
}

/** Open disputes hold the period back; what the actor has approved for their own people stays approved. */
async function blockedByDisputes(
  scope: Acting,
  { period }: ClosedPeriod,
  said: readonly string[],
): Promise<Answer | undefined> {
  const open = await openDisputes(scope, { period })
  if (open.length === 0) return undefined
  const words = texts[scope.locale]
  const which = joinNames(
    open.map((one) => `#${one.number}`),
    scope.locale,
  )
  const blocked = words.disputesBlock(showPeriod(period, scope.locale, scope.today), which)
  return said.length > 0 ? say(joinSentences([...said, blocked], scope.locale)) : new Refusal(blocked)
}

async function nothingForMe(scope: Acting, named: string, others: Waiting['others']): Promise<string> {
  const words = texts[scope.locale]
  const own = [...others.values()].find(({ people }) => people.includes(scope.person.id))
  const nothing = words.nothingToApprove(named)
  return own ? joinSentences([nothing, words.ownByAbove(own.manager.name)], scope.locale) : nothing
}

function namesIn(scope: Acting, others: Waiting['others']): string {
  const words = texts[scope.locale]
  return joinNames(
    [...others.values()].map(({ manager, people }) => words.managerWaits(manager.name, people.length)),
    scope.locale,
  )
}

/** Asked again as long as the period is not approved. */
export const approvalAsked: Prompt = {
  name: 'approval',
  asked: async (scope, period) => (await closedPeriod(scope, period))?.state === 'frozen',
}

async function tellAdmins(scope: Acting<WriteScope>, { period, revision }: ClosedPeriod): Promise<void> {
  for (const admin of (await everyone(scope)).filter(isAdmin)) {
    const named = showPeriod(period, admin.locale, scope.today)
    const view = say(texts[admin.locale].readyForAdmin(named, period))
    await scope.post({
      to: { person: admin.id },
      view,
      key: `ready ${period} ${revision} ${admin.id}`,
      prompt: { name: 'approval', about: period },
    })
  }
}
