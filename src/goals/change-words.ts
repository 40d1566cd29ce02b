import { joinNames } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import type { Change } from './change-store.ts'
import type { Goal, Phase, Weight } from './goal.ts'
import { phaseLines } from './split-goal.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'
import { showWeight } from './weigh-goal.ts'

/** A change of something else than the value, in words: `权重：一样重 → 60%`. */
export async function changeWords(scope: Scope, goal: Goal, change: Change): Promise<string> {
  const words = texts[scope.locale].change
  const [before, after] = await Promise.all(
    [change.before, change.after].map((state) => stateWords(scope, goal, change.part, state)),
  )
  return words[change.part](before ?? words.nothing, after ?? words.nothing)
}

async function stateWords(
  scope: Scope,
  goal: Goal,
  part: Change['part'],
  state: unknown,
): Promise<string | undefined> {
  switch (part) {
    case 'weight':
      return showWeight(scope, (state ?? undefined) as Weight | undefined)
    case 'parent': {
      const parent = typeof state === 'string' ? await goalById(scope, state) : undefined
      return parent && `G-${parent.number}`
    }
    case 'owner':
    case 'lead':
    case 'contributors':
      return peopleWords(scope, state)
    case 'phases': {
      const phases = (state ?? []) as Phase[]
      return phases.length === 0
        ? undefined
        : (await phaseLines(scope, { ...goal, phases })).join(scope.locale === 'en' ? '; ' : '；')
    }
    case 'locked':
    case 'unlocked':
    case 'dropped':
      return undefined
  }
}

async function peopleWords(scope: Scope, state: unknown): Promise<string | undefined> {
  const ids = [state].flat().filter((id): id is string => typeof id === 'string')
  const names = [...(await namesOf(scope, ids)).values()]
  return names.length === 0 ? undefined : joinNames(names, scope.locale)
}
