import type { Scope } from '../kernel/scope.ts'
import { allTeams, membersOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import type { Goal } from './goal.ts'
import { wordsFor } from './names.ts'
import { type AddedUp, addUp } from './roll-up.ts'
import { texts } from './texts.ts'

/** What stands under a goal against its own target, in words: `下级 3 个合计 50 万，比目标少 250 万`. */
export async function addedUpWords(scope: Scope, goal: Goal, under: readonly Goal[]): Promise<string[]> {
  if (under.length === 0) return []
  const words = texts[scope.locale].addedUp
  const { own, others } = addUp(goal, under, scope.workspace.fiscalStartMonth, await belonging(scope, under))
  const { show } = await wordsFor(scope, goal)
  const against = ({ surplus }: AddedUp) =>
    surplus === 0 ? words.exact : surplus < 0 ? words.gap(show(-surplus)) : words.surplus(show(surplus))
  const comma = scope.locale === 'en' ? ', ' : '，'
  return [
    ...(others ? [`${words.others(others.count, show(others.sum))}${comma}${against(others)}`] : []),
    ...(own ? [`${words.own(own.count, show(own.sum))}${comma}${against(own)}`] : []),
  ]
}

/** Whether a person's or a team's part lies within a team's. */
async function belonging(scope: Scope, under: readonly Goal[]) {
  const teams = await allTeams(scope)
  const owners = [...new Set(under.filter((one) => one.level === 'team').map((one) => one.owner))]
  const members = new Map<string, Set<string>>()
  for (const team of owners) members.set(team, new Set((await membersOf(scope, team)).map((one) => one.id)))
  return (part: Goal, whole: Goal): boolean => {
    if (whole.level !== 'team') return false
    if (part.level === 'person') return members.get(whole.owner)?.has(part.owner) ?? false
    return part.level === 'team' && ancestorsOf(teams, part.owner).slice(1).includes(whole.owner)
  }
}
