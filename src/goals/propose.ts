import type { WatchPay } from '../deals/watch-pay.ts'
import type { Prompt } from '../kernel/feature.ts'
import { newId } from '../kernel/id.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { actions, fields, heading, say, type View } from '../view/view.ts'
import { changeGoal } from './change-goal.ts'
import { amendGoal } from './change-store.ts'
import { decidesPay } from './decides-pay.ts'
import type { Goal, Phase } from './goal.ts'
import { type GoalWords, wordsFor } from './names.ts'
import { adminsOf, isManagerOf, managersFor } from './owner.ts'
import { addProposal, decide, openProposals, type Proposal, proposalById } from './proposal-store.ts'
import { goalById } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/**
 * Stores the wish to change a goal (value in the metric's measure) and asks those who decide: in the thread of a post
 * if one is given, else privately. A manager's own proposal carries their yes already.
 */
export async function proposeChange(
  scope: Acting<WriteScope>,
  goal: Goal,
  value: number,
  why: string,
  thread?: string,
): Promise<Proposal | Refusal> {
  const named = await wordsFor(scope, goal)
  if (value === goal.value) return new Refusal(texts[scope.locale].sameValue(named.label, named.value))
  return put(scope, goal, { value }, why, thread)
}

/** The same for how a goal's value is split over its months. */
export function proposePhases(
  scope: Acting<WriteScope>,
  goal: Goal,
  phases: readonly Phase[],
  why: string,
  thread?: string,
): Promise<Proposal | Refusal> {
  const wish = { value: goal.value, phases: { before: goal.phases ?? [], after: phases } }
  return put(scope, goal, wish, why, thread)
}

async function put(
  scope: Acting<WriteScope>,
  goal: Goal,
  wish: Pick<Proposal, 'value' | 'phases'>,
  why: string,
  thread: string | undefined,
): Promise<Proposal | Refusal> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  if ((await openProposals(scope, goal.id)).length > 0)
    return new Refusal(words.proposal.alreadyOpen(named.label))
  const yes = await yesOf(scope, goal)
  const proposal: Proposal = {
    id: newId(scope.now),
    goal: goal.id,
    beforeValue: goal.value,
    ...wish,
    reason: why,
    status: 'open',
    proposedBy: scope.person.id,
    managerBy: yes.manager,
    adminBy: yes.admin,
    thread,
  }
  await addProposal(scope, proposal)
  await scope.record('goal.proposed', `goal:${goal.id}`, { value: goal.value }, { ...wish, why })
  if (thread) {
    const view = await proposalView(scope, goal, proposal, scope.workspace.locale)
    await scope.post({ to: { thread }, view, subject: `proposal:${proposal.id}` })
  } else await askPrivately(scope, goal, proposal)
  return proposal
}

export interface Decided {
  proposal: Proposal
  /** What is said about it, in the workspace's language. */
  view: View
}

/** Says yes for the actor. With the last yes that is needed the goal gets its revision, and it is announced. */
export async function approveProposal(
  scope: Acting<WriteScope>,
  id: string,
  watchPay?: WatchPay,
): Promise<Decided | Refusal> {
  const words = texts[scope.locale]
  const found = await deciding(scope, id)
  if (found instanceof Refusal) return found
  const { goal, proposal } = found
  if (goal.value !== proposal.beforeValue) {
    const named = await wordsFor(scope, goal)
    return new Refusal(words.proposal.stale(named.label, named.value))
  }
  const yes = await yesOf(scope, goal)
  const agreed = {
    ...proposal,
    managerBy: proposal.managerBy ?? yes.manager,
    adminBy: proposal.adminBy ?? yes.admin,
  }
  if (agreed.managerBy === proposal.managerBy && agreed.adminBy === proposal.adminBy)
    return new Refusal(words.proposal.again)
  const missing = await missingYes(scope, goal, agreed)
  if (missing) {
    if (!(await decide(scope, agreed, {}))) return new Refusal(words.proposal.closed)
    await scope.record('goal.agreed', `goal:${goal.id}`, undefined, { proposal: id })
    if (missing === 'admin' && !proposal.thread) await askPrivately(scope, goal, agreed)
    return { proposal: agreed, view: await proposalView(scope, goal, agreed, scope.workspace.locale) }
  }
  if (!(await decide(scope, agreed, { status: 'approved' }))) return new Refusal(words.proposal.closed)
  const change = () => carryOut(scope, goal, proposal)
  await tellingOwner(scope, watchPay, goal, change, async ({ locale }) => {
    const { summary } = await outcomeView(scope, goal, proposal, 'approved', locale)
    return { happened: summary, always: !readsIt(proposal, goal.owner) }
  })
  const view = await announce(scope, goal, proposal, 'approved')
  return { proposal: { ...agreed, status: 'approved' }, view }
}

/** Gives the goal its new value, or its months. */
async function carryOut(scope: Acting<WriteScope>, goal: Goal, proposal: Proposal): Promise<Goal> {
  if (!proposal.phases) return changeGoal(scope, goal, proposal.value, proposal.reason)
  const { after } = proposal.phases
  const change = { part: 'phases' as const, before: goal.phases, after, reason: proposal.reason }
  await amendGoal(scope, goal, { phases: after }, change)
  return { ...goal, phases: after }
}

/** Says no: the goal stays as it is, and it is announced. */
export async function declineProposal(scope: Acting<WriteScope>, id: string): Promise<Decided | Refusal> {
  const found = await deciding(scope, id)
  if (found instanceof Refusal) return found
  const { goal, proposal } = found
  if (!(await decide(scope, proposal, { status: 'declined', declinedBy: scope.person.id })))
    return new Refusal(texts[scope.locale].proposal.closed)
  await scope.record('goal.declined', `goal:${goal.id}`, { proposal: id }, undefined)
  const view = await announce(scope, goal, proposal, 'declined')
  return { proposal: { ...proposal, status: 'declined' }, view }
}

/** The card that asks for a decision. */
export async function proposalView(
  scope: Scope,
  goal: Goal,
  proposal: Proposal,
  locale: Locale,
): Promise<View> {
  const words = texts[locale].proposal
  const named = await wordsFor(scope, goal, locale)
  const by = proposal.proposedBy && (await personById(scope, proposal.proposedBy))
  const agreed = await agreement(scope, proposal, locale)
  const title = words.title(named.label, named.name)
  const change = words.change(...proposedChange(scope, named, proposal, locale))
  return {
    summary: `${title}: ${change}`,
    blocks: [
      heading(title),
      fields(
        [named.metric, change],
        [words.by, by ? by.name : texts[locale].bot],
        [words.why, proposal.reason],
      ),
      ...agreed,
      actions(
        { label: words.approve, action: 'goal.approve', value: proposal.id, tone: 'primary' },
        { label: words.decline, action: 'goal.decline', value: proposal.id },
      ),
    ],
  }
}

/** What it is and what it should be: the value, or its months. */
export function proposedChange(
  scope: Scope,
  { show, value }: Pick<GoalWords, 'show' | 'value'>,
  { beforeValue, value: wished, phases }: Proposal,
  locale: Locale = scope.locale,
): [before: string, after: string] {
  if (!phases) return [show(beforeValue), show(wished)]
  const said = (some: readonly Phase[]) =>
    some.length === 0
      ? value
      : some
          .map(({ month, name, amount }) =>
            [showPeriod(month, locale, scope.today), name, show(amount)].filter(Boolean).join(' '),
          )
          .join(locale === 'en' ? ', ' : '、')
  return [said(phases.before), said(phases.after)]
}

/** Whether the actor's yes is still wanted. */
export async function mayDecide(scope: Acting, goal: Goal, proposal: Proposal): Promise<boolean> {
  const yes = await yesOf(scope, goal)
  return Boolean((yes.manager && !proposal.managerBy) || (yes.admin && !proposal.adminBy))
}

async function agreement(scope: Scope, proposal: Proposal, locale: Locale) {
  const words = texts[locale].proposal
  const who = async (id: string) => (await personById(scope, id))?.name ?? texts[locale].someone
  if (proposal.managerBy) return say(words.needsAdmin(await who(proposal.managerBy))).blocks
  if (proposal.adminBy) return say(words.needsManager(await who(proposal.adminBy))).blocks
  return []
}

async function deciding(scope: Acting, id: string): Promise<{ goal: Goal; proposal: Proposal } | Refusal> {
  const words = texts[scope.locale].proposal
  const proposal = await proposalById(scope, id)
  const goal = proposal && (await goalById(scope, proposal.goal))
  if (!goal || proposal.status !== 'open') return new Refusal(words.closed)
  const yes = await yesOf(scope, goal)
  if (yes.manager || yes.admin) return { goal, proposal }
  const managers = (await managersFor(scope, goal)).slice(0, 1).map((one) => one.name)
  return new Refusal(words.notYours([...managers, words.anAdmin].join(words.or)))
}

/** In which parts the actor can say yes. */
async function yesOf(scope: Acting, goal: Goal): Promise<{ manager?: string; admin?: string }> {
  const { id } = scope.person
  return {
    ...((await isManagerOf(scope, id, goal)) ? { manager: id } : {}),
    ...(isAdmin(scope.person) ? { admin: id } : {}),
  }
}

/** Any yes will do, but a target that pay depends on needs the manager's (where there is one) and an admin's. */
async function missingYes(
  scope: Scope,
  goal: Goal,
  proposal: Proposal,
): Promise<'manager' | 'admin' | undefined> {
  if (!(await decidesPay(scope, goal))) return proposal.managerBy || proposal.adminBy ? undefined : 'manager'
  if (!proposal.adminBy) return 'admin'
  if (proposal.managerBy) return undefined
  return (await managersFor(scope, goal)).length > 0 ? 'manager' : undefined
}

async function askPrivately(scope: WriteScope, goal: Goal, proposal: Proposal): Promise<void> {
  for (const person of await askedPeople(scope, goal, proposal)) {
    const view = await proposalView(scope, goal, proposal, person.locale)
    await scope.post({
      to: { person: person.id },
      view,
      subject: `proposal:${proposal.id}`,
      prompt: { name: 'proposal', about: proposal.id },
    })
  }
}

/** Asked again as long as it is open. */
export const proposalAsked: Prompt = {
  name: 'proposal',
  asked: async (scope, id) => (await proposalById(scope, id))?.status === 'open',
}

/** Whose yes is asked for next: the nearest manager's, or the admins'. */
export async function askedPeople(scope: Scope, goal: Goal, proposal: Proposal): Promise<Person[]> {
  const [nearest] = proposal.managerBy ? [] : await managersFor(scope, goal)
  return nearest ? [nearest] : adminsOf(scope)
}

/** Tells the thread, the proposer and the goal's owner; what was approved, its owner is told with what it changes. */
async function announce(
  scope: Acting<WriteScope>,
  goal: Goal,
  proposal: Proposal,
  outcome: Outcome,
): Promise<View> {
  const told = (locale: Locale) => outcomeView(scope, goal, proposal, outcome, locale)
  const { thread, proposedBy } = proposal
  if (thread) await scope.post({ to: { thread }, view: await told(scope.workspace.locale) })
  const owner = goal.level === 'person' ? goal.owner : undefined
  for (const id of new Set([proposedBy, owner])) {
    if (!id || id === scope.person.id || readsIt(proposal, id)) continue
    if (id === owner && outcome === 'approved') continue
    const person = await personById(scope, id)
    if (person) await scope.post({ to: { person: id }, view: await told(person.locale), kind: 'team-news' })
  }
  return told(scope.workspace.locale)
}

type Outcome = 'approved' | 'declined'

/** Whoever proposed it in a thread reads there what became of it. */
const readsIt = ({ thread, proposedBy }: Proposal, person: string) =>
  thread !== undefined && person === proposedBy

async function outcomeView(
  scope: Acting<WriteScope>,
  goal: Goal,
  proposal: Proposal,
  outcome: Outcome,
  locale: Locale,
): Promise<View> {
  const words = texts[locale].proposal
  const named = await wordsFor(scope, goal, locale)
  const { label, name } = named
  const [before, after] = proposedChange(scope, named, proposal, locale)
  return outcome === 'approved'
    ? say(words.approved(label, name, before, after, scope.person.name))
    : say(words.declined(label, name, before, scope.person.name))
}
