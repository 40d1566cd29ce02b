import { watchPay } from '../../commission/pay-news.ts'
import type { Goal } from '../../goals/goal.ts'
import { type Proposal, proposalById } from '../../goals/proposal-store.ts'
import { approveProposal, askedPeople, declineProposal } from '../../goals/propose.ts'
import { goalById } from '../../goals/store.ts'
import type { Answer, Press, Prompt } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { isAway } from '../../people/at-work.ts'
import { namesOf } from '../../people/who.ts'
import { actions, type Block, say, text, type View } from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { type Session, sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { proposalLine } from './outcome-view.ts'
import { inputsOf } from './store.ts'
import { texts } from './texts.ts'

/** Before the close: one private word to each one for whom proposals wait, with the buttons to decide them. */
export async function remind(scope: WriteScope, { ritual, occurrence }: Serving): Promise<void> {
  const session = await sessionOf(scope, ritual.id, occurrence)
  if (!session || session.closedAt !== undefined || session.closesAt <= scope.now) return
  const waiting = new Map<string, { person: Person; open: Open[] }>()
  for (const one of await openIn(scope, session)) {
    for (const person of await askedFor(scope, one)) {
      if (await isAway(scope, person)) continue
      const known = waiting.get(person.id) ?? { person, open: [] }
      waiting.set(person.id, { person, open: [...known.open, one] })
    }
  }
  for (const { person, open } of waiting.values())
    await scope.post({
      to: { person: person.id },
      view: await reminderView(scope, person, ritual, session, open),
      prompt: { name: 'calibration', about: `${session.ritual} ${session.occurrence}` },
      until: session.closesAt,
    })
}

/** Asked again as long as something waits for the reader. */
export const calibrationAsked: Prompt = {
  name: 'calibration',
  async asked(scope, about, person) {
    const [ritualId = '', occurrence = ''] = about.split(' ')
    const session = await sessionOf(scope, ritualId, occurrence)
    if (!session || session.closedAt !== undefined) return false
    for (const one of await openIn(scope, session))
      if ((await askedFor(scope, one)).some(({ id }) => id === person)) return true
    return false
  },
}

/** The buttons in that message: they decide, and show what still waits. */
export async function approveReminded(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  return decided(scope, press, (id) => approveProposal(scope, id, watchPay))
}

export async function declineReminded(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  return decided(scope, press, (id) => declineProposal(scope, id))
}

async function decided(
  scope: Acting<WriteScope>,
  { value }: Press,
  decide: (id: string) => Promise<{ view: View } | Refusal>,
): Promise<Answer> {
  const [ritualId = '', occurrence = '', id = ''] = value.split(' ')
  const ritual = await ritualById(scope, ritualId)
  const session = await sessionOf(scope, ritualId, occurrence)
  const made = await decide(id)
  if (made instanceof Refusal || !ritual || !session) return made instanceof Refusal ? made : made.view
  const mine: Open[] = []
  for (const one of await openIn(scope, session))
    if ((await askedFor(scope, one)).some(({ id }) => id === scope.person.id)) mine.push(one)
  return { view: made.view, replace: await reminderView(scope, scope.person, ritual, session, mine) }
}

/** Whom a proposal waits for: not for who has made it. */
async function askedFor(scope: Scope, { goal, proposal }: Open): Promise<Person[]> {
  const asked = await askedPeople(scope, goal, proposal)
  return asked.filter((person) => person.id !== proposal.proposedBy)
}

interface Open {
  proposal: Proposal
  goal: Goal
}

async function openIn(scope: Scope, { ritual, occurrence }: Session): Promise<Open[]> {
  const found: Open[] = []
  for (const { proposal: id } of await inputsOf(scope, ritual, occurrence)) {
    const proposal = id === undefined ? undefined : await proposalById(scope, id)
    const goal = proposal?.status === 'open' ? await goalById(scope, proposal.goal) : undefined
    if (proposal && goal) found.push({ proposal, goal })
  }
  return found
}

async function reminderView(
  asker: Scope,
  person: Person,
  ritual: Ritual,
  session: Session,
  open: readonly Open[],
): Promise<View> {
  const scope = { ...asker, locale: person.locale }
  const words = texts[scope.locale]
  if (open.length === 0) return say(words.remindDone)
  const closes = showMoment(session.closesAt, ritual.zone, scope.locale, scope.now)
  const title = words.remindTitle(open.length, ritual.team.name, closes)
  const people = open.flatMap(({ proposal: one }) => [one.proposedBy, one.managerBy, one.adminBy])
  const names = await namesOf(
    scope,
    people.filter((id) => id !== undefined),
  )
  const blocks: Block[] = []
  for (const { proposal, goal } of open) {
    const value = `${session.ritual} ${session.occurrence} ${proposal.id}`
    blocks.push(
      text(await proposalLine(scope, { names }, proposal, goal)),
      actions(
        { label: words.approve, action: 'calibration.approve', value, tone: 'primary' },
        { label: words.decline, action: 'calibration.decline', value },
      ),
    )
  }
  return { summary: title, blocks: [text(title), ...blocks] }
}
