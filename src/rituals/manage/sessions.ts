import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { type Block, heading, say, text } from '../../view/view.ts'
import { ownForm } from '../asked/answer.ts'
import { mayRead, mayReadPrivate } from '../asked/audience.ts'
import { privateBlocks } from '../asked/close.ts'
import { heldAs, keyOf } from '../asked/held.ts'
import { fillButton } from '../asked/open.ts'
import { outcomeOf, spokenOf } from '../asked/outcome-of.ts'
import { waitingFor } from '../asked/store.ts'
import { summaryView } from '../asked/summary.ts'
import { texts as askedTexts } from '../asked/texts.ts'
import { nudgeView } from '../asked/views.ts'
import { texts } from './made-texts.ts'
import { named } from './which.ts'

/** The button in the history: what came out of one serving, as far as the actor may read it. */
export async function openSession(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const held = await heldAs(scope, value)
  if (!held) return new Refusal(words.gone)
  if (!(await mayRead(scope, held.ritual))) return new Refusal(words.notRead)
  const outcome = await outcomeOf(scope, held)
  const view = summaryView(scope, outcome)
  const forLeaders = (await mayReadPrivate(scope, held.ritual)) ? privateBlocks(outcome, scope.locale) : []
  const intro = askedTexts[scope.locale].privateIntro
  return { ...view, blocks: [...view.blocks, ...(forLeaders.length > 0 ? [text(intro), ...forLeaders] : [])] }
}

/** `/ritual answer [name]`: the form of what waits for the actor's answer. */
export async function answerWaiting(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const waiting = []
  for (const part of await waitingFor(scope, scope.person.id)) {
    const held = await heldAs(scope, keyOf(part))
    if (held) waiting.push(held)
  }
  const found =
    waiting.length > 0
      ? named(
          scope,
          waiting.map(({ ritual }) => ritual),
          typed,
        )
      : []
  if (found instanceof Refusal) return found
  const [first] = waiting.filter(({ ritual }) => found.includes(ritual))
  return first ? { form: await ownForm(scope, first) } : say(texts[scope.locale].nothingWaits)
}

/** The part of a person's home tab: what still waits for their answer. */
export async function waitingBlocks(scope: Acting): Promise<Block[]> {
  const blocks: Block[] = []
  for (const part of await waitingFor(scope, scope.person.id)) {
    const held = await heldAs(scope, keyOf(part))
    if (!held) continue
    const view = nudgeView(spokenOf(held), fillButton(keyOf(part)), scope.person, scope.now)
    blocks.push(heading(held.asked.name), ...view.blocks)
  }
  return blocks
}

/** How many took part in each of a ritual's servings, and the buttons to what came out of them. */
export async function participationIn(
  scope: Acting,
  ritual: string,
  occurrences: readonly string[],
): Promise<Map<string, { line: string; key: string }>> {
  const words = texts[scope.locale]
  const found = new Map<string, { line: string; key: string }>()
  for (const occurrence of occurrences) {
    const key = keyOf({ ritual, occurrence })
    const held = await heldAs(scope, key)
    if (!held) continue
    const { answered, asked } = await outcomeOf(scope, held)
    found.set(occurrence, { key, line: words.participation(answered, asked) })
  }
  return found
}
