import type { Goal } from './goal.ts'

/** A goal with what stands under it. */
export interface Node {
  goal: Goal
  under: Node[]
}

export interface Forest {
  /** The company's goals, and what stands under a goal that is not among those shown. */
  roots: Node[]
  /** Teams' and people's goals that serve nothing. */
  orphans: Node[]
}

/** Puts goals under those that they serve; each stands once, also where they went round in a circle. */
export function forestOf(goals: readonly Goal[]): Forest {
  const byParent = new Map<string, Goal[]>()
  const ids = new Set(goals.map((one) => one.id))
  for (const one of goals)
    if (one.parent !== undefined && ids.has(one.parent))
      byParent.set(one.parent, [...(byParent.get(one.parent) ?? []), one])
  const placed = new Set<string>()
  const tops = goals.filter((one) => one.parent === undefined || !ids.has(one.parent)).map(nodeOf)
  const circled = goals
    .filter((one) => !placed.has(one.id))
    .flatMap((one) => (placed.has(one.id) ? [] : [nodeOf(one)]))
  const aligned = (node: Node) => node.goal.level === 'company' || node.goal.parent !== undefined
  return { roots: [...tops.filter(aligned), ...circled], orphans: tops.filter((node) => !aligned(node)) }

  function nodeOf(goal: Goal): Node {
    placed.add(goal.id)
    const under = (byParent.get(goal.id) ?? []).filter((one) => !placed.has(one.id))
    return { goal, under: under.map(nodeOf) }
  }
}

/** A node and everything under it, the upper first. */
export const everyNode = (node: Node): Node[] => [node, ...node.under.flatMap(everyNode)]
