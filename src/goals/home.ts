import type { Acting } from '../kernel/scope.ts'
import { actions, type Block, heading, text } from '../view/view.ts'
import { createProgress } from './progress.ts'
import { openProposals } from './proposal-store.ts'
import { mayDecide, proposalView } from './propose.ts'
import { checkinButtons, goalsOf, usualButtons } from './show-goals.ts'
import { goalBlocks } from './standing-view.ts'
import { goalById } from './store.ts'
import { texts } from './texts.ts'

const MAX_GOALS = 3 // the home tab is an overview
const MAX_PROPOSALS = 5

/** My goals, and the proposals that wait for my yes. */
export async function home(scope: Acting): Promise<Block[]> {
  const words = texts[scope.locale]
  const progress = createProgress(scope)
  const blocks: Block[] = [heading(words.home.title)]
  const goals = await goalsOf(scope, scope.person.id)
  for (const goal of goals.slice(0, MAX_GOALS))
    blocks.push(...(await goalBlocks(scope, goal, await progress.of(goal))))
  if (goals.length === 0) blocks.push(text(words.noGoals(words.you)))
  blocks.push(actions(...(await checkinButtons(scope, goals.slice(0, MAX_GOALS))), ...usualButtons(scope)))
  return [...blocks, ...(await waiting(scope))]
}

async function waiting(scope: Acting): Promise<Block[]> {
  const blocks: Block[] = []
  for (const proposal of (await openProposals(scope)).slice(0, MAX_PROPOSALS)) {
    const goal = await goalById(scope, proposal.goal)
    if (!goal || !(await mayDecide(scope, goal, proposal))) continue
    blocks.push(...(await proposalView(scope, goal, proposal, scope.locale)).blocks)
  }
  return blocks.length > 0 ? [heading(texts[scope.locale].proposal.open), ...blocks] : []
}
