import { dateAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { isAdmin, nameOf } from '../people/who.ts'
import { one } from '../view/form.ts'
import { actions, type Button, context, say, text as textBlock } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { amendGoal } from './change-store.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal } from './goal.ts'
import { wordsFor } from './names.ts'
import { isManagerOf, managersFor, maySet } from './owner.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'

/** `/goal lock G-3`: from now on it changes by proposal only. For those who lead its owner, and admins. */
export async function lock(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].lock
  if (text.trim() === '') return new Refusal(words.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const { goal, rest } = found
  if (!(await mayLock(scope, goal))) return refuseLocking(scope, goal)
  const label = `G-${goal.number}`
  if (goal.lock) return new Refusal(words.already(label, ...(await lockedBy(scope, goal))))
  const held = { at: scope.now, by: scope.person.id }
  const reason = reasonIn(rest)
  await amendGoal(scope, goal, { lock: held }, { part: 'locked', before: undefined, after: held, reason })
  return say(words.done(label, (await wordsFor(scope, goal)).name))
}

/** `/goal unlock G-3 reason`. */
export async function unlock(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].lock
  if (text.trim() === '') return new Refusal(words.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const { goal, rest } = found
  const label = `G-${goal.number}`
  if (!(await mayLock(scope, goal))) return refuseLocking(scope, goal)
  if (!goal.lock) return new Refusal(words.open(label))
  const reason = reasonIn(rest)
  if (reason === undefined) return new Refusal(words.whyMissing(label))
  const { lock: before } = goal
  await amendGoal(scope, goal, { lock: undefined }, { part: 'unlocked', before, after: undefined, reason })
  return say(words.undone(label, (await wordsFor(scope, goal)).name))
}

/** The button beside a locked goal asks why. */
export async function unlockForm(scope: Acting, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const goal = await goalById(scope, press.value)
  if (!goal) return new Refusal(words.notAligned)
  if (!(await mayLock(scope, goal))) return refuseLocking(scope, goal)
  const { label, name } = await wordsFor(scope, goal)
  return {
    form: {
      form: 'goal.unlock',
      title: `${words.lock.unlock} ${label}`,
      submit: words.lock.unlock,
      state: label,
      fields: [
        { kind: 'note', text: name },
        { kind: 'text', name: 'why', label: words.edit.why },
      ],
    },
  }
}

export const unlockFromForm = (scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> =>
  unlock(scope, { text: `${state} ${one(values, 'why') ?? ''}` })

export async function mayLock(scope: Acting, goal: Goal): Promise<boolean> {
  return isAdmin(scope.person) || isManagerOf(scope, scope.person.id, goal)
}

/** Why the actor cannot change how a goal is set up: it is somebody else's, or locked; undefined: they can. */
export async function refuseChange(scope: Acting, goal: Goal): Promise<Refusal | undefined> {
  if ((await maySet(scope, goal)) !== 'yes') return refuseStranger(scope, goal)
  return goal.lock ? refuseLocked(scope, goal) : undefined
}

/** A locked goal says who locked it and how to go on; `propose` offers a new value that was wanted as a proposal. */
export async function refuseLocked(scope: Acting, goal: Goal, propose?: Button): Promise<Refusal> {
  const words = texts[scope.locale].lock
  const label = `G-${goal.number}`
  const sentence = words.refused(label, ...(await lockedBy(scope, goal)))
  const hints = [
    ...(propose ? [] : [words.propose(label)]),
    words.unlockHint(label, await whoUnlocks(scope, goal)),
  ]
  return new Refusal({
    summary: sentence,
    blocks: [
      textBlock(sentence),
      ...(propose ? [actions(propose)] : []),
      ...hints.map((hint) => context(hint)),
    ],
  })
}

/** Who locked a goal, and on which day, in words. */
export async function lockedBy(scope: Scope, { lock: held }: Goal): Promise<[who: string, on: string]> {
  const on = showPeriod(dateAt(held?.at ?? scope.now, scope.workspace.zone), scope.locale, scope.today)
  return [held ? await nameOf(scope, held.by) : texts[scope.locale].someone, on]
}

const MAX_REASON = 300 // characters: a sentence

/** The reason behind a line; undefined where there is none. */
export const reasonIn = (rest: string): string | undefined =>
  [...rest.trim()].slice(0, MAX_REASON).join('') || undefined

async function refuseLocking(scope: Acting, goal: Goal): Promise<Refusal> {
  const words = texts[scope.locale]
  const [manager] = await managersFor(scope, goal)
  return new Refusal(words.lock.only(manager?.name ?? words.theirManager))
}

async function whoUnlocks(scope: Scope, goal: Goal): Promise<string> {
  const words = texts[scope.locale]
  const [manager] = await managersFor(scope, goal)
  return manager ? `${manager.name}${words.proposal.or}${words.proposal.anAdmin}` : words.proposal.anAdmin
}
