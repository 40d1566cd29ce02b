import type { Acting } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import {
  actions,
  type Block,
  type Button,
  context,
  details,
  heading,
  list,
  plain,
  plainText,
  type Spans,
  text as textBlock,
  type View,
} from '../view/view.ts'
import { goalsAbove } from './above.ts'
import { addedUpWords } from './added-up.ts'
import { type Goal, isCounted, isObjective } from './goal.ts'
import { goalLine } from './goal-view.ts'
import { maySet } from './owner.ts'
import { createProgress } from './progress.ts'
import { goalById, goalsUnder } from './store.ts'
import { texts } from './texts.ts'
import { everyNode, forestOf, type Node } from './tree.ts'
import { sumWords } from './weigh-goal.ts'
import { shownWeights } from './weights.ts'

const MAX_LINES = 60 // about what one message holds on every platform
const MAX_FOLDS = 15 // each takes a title and a list; Slack holds 50 blocks
const DEEPEST_FOLD = 3 // below that a line says what it stands under
const MAX_ALIGN = 5 // buttons in one row

/** Goals under those that they serve: the first two levels at once, what is below folded away. */
export async function treeView(scope: Acting, title: string, goals: readonly Goal[]): Promise<View> {
  const words = texts[scope.locale]
  const page: Button = { label: words.tree.open, action: 'goal.page' }
  if (goals.length === 0)
    return { summary: title, blocks: [heading(title), textBlock(words.treeEmpty), actions(page)] }
  const { roots, orphans } = forestOf(goals)
  const draw = drawing(scope)
  const blocks: Block[] = [heading(title)]
  for (const root of roots.filter((one) => one.under.length > 0)) blocks.push(...(await draw.branch(root)))
  blocks.push(...(await draw.lines(roots.filter((one) => one.under.length === 0))))
  if (orphans.length > 0) {
    blocks.push({ kind: 'divider' }, textBlock(words.tree.orphans(orphans.length)))
    blocks.push(...(await draw.lines(orphans.filter((one) => one.under.length === 0))))
    for (const one of orphans.filter((node) => node.under.length > 0))
      blocks.push(...(await draw.branch(one)))
  }
  if (draw.left() > 0) blocks.push(context(words.moreGoals(draw.left())))
  const align = await alignButtons(scope, orphans)
  return { summary: title, blocks: [...blocks, actions(...align, page)] }
}

/** Draws nodes while there is room; what has none is counted. */
function drawing(scope: Acting) {
  const words = texts[scope.locale]
  const progress = createProgress(scope, true)
  let [lines, folds, left] = [0, 0, 0]
  return { branch, lines: linesOf, left: () => left }

  async function branch(root: Node): Promise<Block[]> {
    const [line] = await drawn([root], undefined)
    return line ? [textBlock(line), ...(await inside(root, 1))] : skipped(root.under)
  }

  /** What stands under a goal: first what has nothing below it, then what can be unfolded. */
  async function inside(node: Node, depth: number): Promise<Block[]> {
    const flat = depth > DEEPEST_FOLD || folds >= MAX_FOLDS
    const all = flat ? node.under.flatMap(everyNode) : node.under.filter((one) => one.under.length === 0)
    const blocks = await linesOf(all, node, flat || depth > 1)
    for (const one of flat ? [] : node.under.filter((below) => below.under.length > 0)) {
      const [line] = await drawn([one], node, depth > 1)
      folds += 1
      if (!line) skipped(one.under)
      else blocks.push(details(`└ ${plainText(line)}`, ...(await inside(one, depth + 1))))
    }
    return [...blocks, ...(await notes(node))]
  }

  async function linesOf(nodes: readonly Node[], parent?: Node, named = false): Promise<Block[]> {
    const found = await drawn(nodes, parent, named)
    return found.length === 0 ? [] : [list(found.map((line) => (parent ? [plain('└ '), ...line] : line)))]
  }

  async function drawn(nodes: readonly Node[], parent: Node | undefined, named = false): Promise<Spans[]> {
    const found: Spans[] = []
    for (const { goal } of nodes) {
      if (lines >= MAX_LINES) left += 1
      else {
        lines += 1
        const line = await goalLine(scope, goal, await progress.of(goal))
        found.push([...line, plain(await marks(goal, parent, named))])
      }
    }
    return found
  }

  function skipped(nodes: readonly Node[]): Block[] {
    left += nodes.flatMap(everyNode).length
    return []
  }

  /** Its weight, whether it is locked, and what it serves where that does not stand right above it. */
  async function marks(goal: Goal, parent: Node | undefined, named: boolean): Promise<string> {
    const above = parent && parent.goal.id === goal.parent ? parent.goal : undefined
    const siblings = parent && above ? parent.under.map((one) => one.goal) : []
    const weighed = above !== undefined && isObjective(above)
    const share = shownWeights(siblings.map((one) => one.weight))[
      siblings.findIndex((one) => one.id === goal.id)
    ]
    const served = goal.parent && (named || !parent) ? await goalById(scope, goal.parent) : undefined
    return [
      ...(weighed && share !== undefined ? [words.weight.shown(showPercent(share))] : []),
      ...(goal.lock ? [words.lock.mark] : []),
      ...(served ? [words.tree.under(`G-${served.number}`)] : []),
    ]
      .map((mark) => ` · ${mark}`)
      .join('')
  }

  /** What stands under it adds up to, and what its weights do. */
  async function notes({ goal, under }: Node): Promise<Block[]> {
    if (lines >= MAX_LINES) return []
    const below = under.map((one) => one.goal)
    const sums = await addedUpWords(scope, goal, await goalsUnder(scope, [goal.id]))
    const given =
      isObjective(goal) && below.some((one) => one.weight) ? [words.tree.weights(sumWords(scope, below))] : []
    return [...sums, ...given].map((note) => context(`G-${goal.number} · ${note}`))
  }
}

/** For the first goals that serve nothing and that the actor may set: the best one above. */
async function alignButtons(scope: Acting, orphans: readonly Node[]): Promise<Button[]> {
  const words = texts[scope.locale]
  const found: Button[] = []
  for (const { goal } of orphans) {
    if (found.length === MAX_ALIGN) break
    if (goal.lock || (await maySet(scope, goal)) === 'no') continue
    const above = await goalsAbove(scope, { ...goal, ...(isCounted(goal) ? { metric: goal.metric } : {}) })
    const best = above.find((one) => one.id !== goal.id)
    if (!best) continue
    found.push({
      label: words.tree.alignTo(`G-${goal.number}`, `G-${best.number}`),
      action: 'goal.align',
      value: `${goal.number} ${best.number}`,
    })
  }
  return found
}
