import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, Press, Prompt } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { nameOf, whoDecidesFor } from '../people/who.ts'
import { actions, type Block, context, say, type View } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { addClaim, type Claim, claimById, decideClaim } from './claim-store.ts'
import { decidesPay } from './decides-pay.ts'
import type { Checkin, Goal } from './goal.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { addCheckin, goalById } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** Whether what the actor reports of a goal waits: pay depends on it, and they neither lead whose it is nor are an admin. */
export async function waitsForYes(scope: Acting, goal: Goal): Promise<boolean> {
  return (await maySet(scope, goal)) !== 'yes' && (await decidesPay(scope, goal))
}

/** Keeps a check-in until it is confirmed, and asks who decides, privately. */
export async function claimCheckin(
  scope: Acting<WriteScope>,
  goal: Goal,
  said: Pick<Checkin, 'value' | 'note' | 'confidence'>,
): Promise<Answer> {
  const words = texts[scope.locale]
  const decider = await whoDecidesFor(scope, goal.owner)
  if (!decider || decider.id === scope.person.id) return new Refusal(words.nobodyToAsk)
  const claim = await addClaim(scope, goal.id, said, scope.person.id)
  await scope.record('goal.checkin-entered', `goal:${goal.id}`, undefined, {
    value: said.value,
    note: said.note,
  })
  await scope.post({
    to: { person: decider.id },
    view: await claimView(scope, goal, claim, decider.locale),
    subject: `goal:${goal.id}`,
    prompt: { name: 'check-in', about: claim.id },
  })
  const named = await wordsFor(scope, goal)
  return say(words.claimed(named.label, named.name, named.show(said.value), decider.name))
}

/** Whether a check-in still waits to be confirmed. */
export const claimAsked: Prompt = {
  name: 'check-in',
  asked: async (scope, about) => (await claimById(scope, about))?.state === 'open',
}

/** A yes: from now on it counts, and its owner is told with what it makes of their pay. */
export const confirmCheckin =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { value: id }: Press): Promise<Answer> => {
    const found = await deciding(scope, id)
    if (found instanceof Refusal) return found
    const { goal, claim } = found
    const confirm = async () => {
      const { value, note, confidence } = claim
      await addCheckin(scope, goal.id, { value, note, confidence })
      await decideClaim(scope, id, 'confirmed')
      return goal
    }
    const told = (locale: Locale) => outcome(scope, goal, claim, 'claimConfirmed', locale)
    await tellingOwner(scope, watchPay, goal, confirm, async ({ locale }) => ({
      happened: await told(locale),
      always: true,
    }))
    await scope.record('goal.checked-in', `goal:${goal.id}`, undefined, {
      value: claim.value,
      note: claim.note,
      enteredBy: claim.enteredBy,
    })
    if (claim.enteredBy !== goal.owner) await tellWhoEntered(scope, claim, told)
    return { replace: say(await told(scope.locale)) }
  }

/** A no: nothing is noted, and who has reported it is told. */
export async function declineCheckin(scope: Acting<WriteScope>, { value: id }: Press): Promise<Answer> {
  const found = await deciding(scope, id)
  if (found instanceof Refusal) return found
  const { goal, claim } = found
  await decideClaim(scope, id, 'declined')
  await scope.record('goal.checkin-declined', `goal:${goal.id}`, { value: claim.value }, undefined)
  const told = (locale: Locale) => outcome(scope, goal, claim, 'claimDeclined', locale)
  await tellWhoEntered(scope, claim, told)
  return { replace: say(await told(scope.locale)) }
}

/** What waits, with the buttons that decide it. */
async function claimView(scope: Scope, goal: Goal, claim: Claim, locale: Locale): Promise<View> {
  const words = texts[locale]
  const named = await wordsFor(scope, goal, locale)
  const by = await nameOf(scope, claim.enteredBy)
  const view = say(words.claim(by, named.label, named.name, named.show(claim.value), named.value))
  return {
    ...view,
    blocks: [...view.blocks, ...noteOf(claim), context(words.claimPays), decisions(claim, locale)],
  }
}

/** The buttons below a check-in that waits. */
export const decisions = ({ id }: Pick<Claim, 'id'>, locale: Locale): Block => {
  const words = texts[locale]
  return actions(
    { label: words.confirmClaim, action: 'goal.confirm-checkin', value: id, tone: 'primary' },
    { label: words.declineClaim, action: 'goal.decline-checkin', value: id },
  )
}

const noteOf = ({ note }: Claim): Block[] => (note ? say(`“${note}”`).blocks : [])

async function deciding(scope: Acting, id: string): Promise<{ goal: Goal; claim: Claim } | Refusal> {
  const claim = await claimById(scope, id)
  const goal = claim && (await goalById(scope, claim.goal))
  if (!goal || claim.state !== 'open') return new Refusal(texts[scope.locale].claimDecided)
  return (await mayConfirm(scope, goal, claim)) ? { goal, claim } : refuseStranger(scope, goal)
}

/** Managers and admins, of what somebody else has reported of somebody else's goal. */
export async function mayConfirm(scope: Acting, goal: Goal, { enteredBy }: Claim): Promise<boolean> {
  const own = [enteredBy, goal.owner].includes(scope.person.id)
  return !own && (await maySet(scope, goal)) === 'yes'
}

async function outcome(
  scope: Acting,
  goal: Goal,
  claim: Claim,
  what: 'claimConfirmed' | 'claimDeclined',
  locale: Locale,
): Promise<string> {
  const named = await wordsFor(scope, goal, locale)
  return texts[locale][what](scope.person.name, named.label, named.name, named.show(claim.value))
}

async function tellWhoEntered(
  scope: WriteScope,
  { enteredBy }: Claim,
  told: (locale: Locale) => Promise<string>,
): Promise<void> {
  const person = await personById(scope, enteredBy)
  if (person)
    await scope.post({ to: { person: person.id }, view: say(await told(person.locale)), kind: 'team-news' })
}
