import type { Answer, CommandInput } from '../kernel/feature.ts'
import { spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { nameOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { canServe } from './above.ts'
import { refuseStranger } from './ask-target.ts'
import { amendGoal } from './change-store.ts'
import { decidesPay } from './decides-pay.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal } from './goal.ts'
import { reasonIn, refuseChange } from './lock.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { peopleNamed } from './people-named.ts'
import { goalById, goalFor } from './store.ts'
import { texts } from './texts.ts'

/**
 * `/goal owner G-3 @李雷 [reason]`: a person's goal becomes somebody else's; a team's or the company's gets who is
 * responsible for it.
 */
export async function handOver(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].owning
  if (text.trim() === '') return new Refusal(words.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const refused = await refuseChange(scope, found.goal)
  if (refused) return refused
  const named = await peopleNamed(scope, found.rest)
  if (named instanceof Refusal) return named
  const [who] = named.people
  if (!who || named.people.length > 1) return new Refusal(words.format)
  const changed = await giveTo(scope, found.goal, who, reasonIn(named.rest))
  return changed instanceof Refusal ? changed : say(changed)
}

/** Does the same; the sentence says what has happened. */
export async function giveTo(
  scope: Acting<WriteScope>,
  goal: Goal,
  who: Person,
  reason: string | undefined,
): Promise<string | Refusal> {
  const words = texts[scope.locale].owning
  const label = `G-${goal.number}`
  if (who.id === (goal.level === 'person' ? goal.owner : goal.lead))
    return new Refusal(words.same(label, who.name))
  if (goal.level !== 'person') {
    await amendGoal(scope, goal, { lead: who.id }, { part: 'lead', before: goal.lead, after: who.id, reason })
    await tell(scope, { ...goal, lead: who.id }, who)
    return words.led(label, who.name)
  }
  const moved: Goal = { ...goal, owner: who.id }
  for (const one of [goal, moved])
    if (await decidesPay(scope, one)) return new Refusal(words.pays(await nameOf(scope, one.owner)))
  if (spanOf(goal.period, scope.workspace.fiscalStartMonth).to < scope.today)
    return new Refusal(words.over(label))
  if ((await maySet(scope, moved)) !== 'yes') return refuseStranger(scope, moved)
  const existing = await goalFor(scope, moved)
  if (existing) {
    const named = await wordsFor(scope, existing)
    return new Refusal(texts[scope.locale].exists(named.label, named.name, named.value))
  }
  const parent = goal.parent && (await goalById(scope, goal.parent))
  const parentStays = parent && (await canServe(scope, moved, parent))
  await amendGoal(
    scope,
    goal,
    { owner: who.id, ...(parentStays ? {} : { parent: undefined }) },
    { part: 'owner', before: goal.owner, after: who.id, reason },
  )
  await tell(scope, moved, who)
  const before = await nameOf(scope, goal.owner)
  return words.moved(label, (await wordsFor(scope, moved)).name, before)
}

/** Lets those know privately whose goal it is now and was before, except who did it. */
async function tell(scope: Acting<WriteScope>, goal: Goal, who: Person): Promise<void> {
  if (who.id === scope.person.id) return
  const person = await personById(scope, who.id)
  if (!person) return
  const { label, name } = await wordsFor(scope, goal, person.locale)
  const sentence = texts[person.locale].owning.told(scope.person.name, label, name)
  await scope.post({ to: { person: who.id }, view: say(sentence) })
}
