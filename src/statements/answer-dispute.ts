import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { isAbove, whoDecidesFor } from '../people/who.ts'
import { say, type View } from '../view/view.ts'
import { addDisputeEvent, type Dispute, disputeByNumber, moveDispute } from './dispute-store.ts'
import { disputeTexts as texts } from './dispute-texts.ts'
import { disputeView } from './dispute-view.ts'
import { MOST_SAID } from './most-said.ts'

type Verdict = 'accepted' | 'rejected' | 'carried'

const SAID: Record<string, Verdict | 'note'> = {
  accept: 'accepted',
  同意: 'accepted',
  reject: 'rejected',
  不同意: 'rejected',
  carry: 'carried',
  留: 'carried',
  note: 'note',
  补充: 'note',
}

/** `/commission dispute 3 [accept|reject|carry|note …]`: shows a dispute, answers it, or adds to it. */
export async function answerDispute(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const [number, said, ...rest] = text.trim().split(/\s+/)
  const dispute = await disputeNamed(scope, number)
  if (dispute instanceof Refusal) return dispute
  if (said === undefined) return disputeView(scope, dispute, await mayDecide(scope, dispute))
  const meant = SAID[said.toLowerCase()]
  const note = rest.join(' ')
  if (meant === undefined) return new Refusal(words.unknownVerdict(said, dispute.number))
  if (note.length > MOST_SAID) return new Refusal(words.tooLong(MOST_SAID))
  return meant === 'note' ? addNote(scope, dispute, note) : decide(scope, dispute, meant, note)
}

/** The two answers on a card. */
export const verdictPressed =
  (verdict: 'accepted' | 'rejected') =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const dispute = await disputeNamed(scope, value)
    if (dispute instanceof Refusal) return dispute
    const said = await decide(scope, dispute, verdict, '')
    return said instanceof Refusal ? said : { replace: said }
  }

async function decide(
  scope: Acting<WriteScope>,
  dispute: Dispute,
  verdict: Verdict,
  note: string,
): Promise<View | Refusal> {
  const words = texts[scope.locale]
  if (!(await mayDecide(scope, dispute))) return new Refusal(words.notYoursToDecide)
  if (verdict === 'carried' && note === '') return new Refusal(words.carryReason(dispute.number))
  if (!(await moveDispute(scope, dispute, verdict)))
    return new Refusal(words.settled(dispute.number, words.states[dispute.state]))
  await addDisputeEvent(scope, dispute.id, verdict, note || undefined)
  const after = { state: verdict, note: note || undefined }
  await scope.record(`dispute.${verdict}`, `dispute:${dispute.id}`, { state: dispute.state }, after)
  await tell(scope, dispute, dispute.person, verdict, note)
  return say(words.decided(dispute.number, words.states[verdict]))
}

/** Both sides add notes; the other side gets them. */
async function addNote(scope: Acting<WriteScope>, dispute: Dispute, note: string): Promise<Answer> {
  const words = texts[scope.locale]
  if (note === '') return new Refusal(words.noteEmpty(dispute.number))
  await addDisputeEvent(scope, dispute.id, 'note', note)
  await scope.record('dispute.noted', `dispute:${dispute.id}`, undefined, { note })
  const own = dispute.person === scope.person.id
  const other = own ? (await whoDecidesFor(scope, dispute.person))?.id : dispute.person
  if (other !== undefined) await tell(scope, dispute, other, 'note', note)
  return say(words.noted(dispute.number))
}

async function tell(
  scope: Acting<WriteScope>,
  dispute: Dispute,
  reader: string,
  kind: Verdict | 'note',
  note: string,
): Promise<void> {
  const person = await personById(scope, reader)
  if (!person) return
  const words = texts[person.locale]
  const { number } = dispute
  const who = scope.person.name
  const sentence =
    kind === 'note'
      ? words.noteCard({ number, who, reason: note })
      : words.told({ number, who, state: words.kinds[kind], note: note || undefined }) +
        (kind === 'rejected' && note === '' ? words.askWhy(number) : '')
  await scope.post({ to: { person: reader }, view: say(sentence), subject: `dispute:${dispute.id}` })
}

/** A dispute that the actor may see: their own, and those of people whom they lead; admins and finance see all. */
async function disputeNamed(scope: Acting, word: string | undefined): Promise<Dispute | Refusal> {
  const words = texts[scope.locale]
  const digits = /^#?(\d{1,12})$/.exec(word?.normalize('NFKC') ?? '')?.[1]
  if (!word) return new Refusal(words.whichOne)
  const dispute = digits === undefined ? undefined : await disputeByNumber(scope, Number(digits))
  return dispute && (await maySeeDispute(scope, dispute)) ? dispute : new Refusal(words.notFound(word))
}

export async function maySeeDispute(scope: Acting<Scope>, { person }: Dispute): Promise<boolean> {
  return person === scope.person.id || scope.person.roles.includes('finance') || isAbove(scope, person)
}

/** Never one's own. */
const mayDecide = async (scope: Acting, { person }: Dispute): Promise<boolean> =>
  person !== scope.person.id && isAbove(scope, person)
