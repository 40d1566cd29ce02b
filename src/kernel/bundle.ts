import { cut } from '../view/fit.ts'
import { actions, type Block, type Button, type View } from '../view/view.ts'
import type { Locale } from './locale.ts'
import { texts } from './texts.ts'

/** The action of the button that puts a prompt off. Its value is the post. */
export const LATER = 'later'

export interface Part {
  id: string
  view: View
  /** Whether it can be put off. */
  later: boolean
}

const LONGEST_SUMMARY = 600
/** Slack and Feishu keep five buttons in a row. */
const BUTTONS_IN_ROW = 5

/** One message of several: a part by itself reads as it is, several stand one below the other with a line between. */
export function bundled(parts: readonly Part[], locale: Locale): View {
  const views = parts.map((part) => (part.later ? withLater(part, locale) : part.view))
  const [first, ...others] = views
  if (!first) return { summary: '', blocks: [] }
  if (others.length === 0) return first
  const summaries = views.map((view) => view.summary).join(' · ')
  return {
    summary: cut(texts[locale].bundle(views.length, summaries), LONGEST_SUMMARY),
    blocks: views.flatMap((view, at): Block[] => [
      ...(at === 0 ? [] : [{ kind: 'divider' as const }]),
      ...blocksOf(view),
    ]),
  }
}

/** A view that shows nothing still says its summary. */
const blocksOf = (view: View): Block[] =>
  view.blocks.length > 0 ? view.blocks : [{ kind: 'text', text: [{ kind: 'plain', text: view.summary }] }]

/** As many parts from the first on as fit, always at least one. */
export function fitting<P extends Part>(
  parts: readonly P[],
  locale: Locale,
  fits: (view: View) => boolean,
): P[] {
  let count = 1
  while (count < parts.length && fits(bundled(parts.slice(0, count + 1), locale))) count += 1
  return parts.slice(0, count)
}

/** The part that a pressed button stands on. */
export function pressedPart<P extends Pick<Part, 'id' | 'view'>>(
  parts: readonly P[],
  action: string,
  value: string,
): P | undefined {
  if (action === LATER) return parts.find((part) => part.id === value)
  const stands = (blocks: readonly Block[]): boolean =>
    blocks.some((block) =>
      block.kind === 'actions'
        ? block.buttons.some((button) => button.action === action && (button.value ?? '') === value)
        : block.kind === 'details' && stands(block.blocks),
    )
  return parts.find((part) => stands(part.view.blocks))
}

/** The button stands at the end of the last row, or in a row of its own. */
function withLater({ id, view }: Part, locale: Locale): View {
  const button: Button = { label: texts[locale].later, action: LATER, value: id }
  const blocks = [...blocksOf(view)]
  const at = blocks.findLastIndex((block) => block.kind === 'actions')
  const row = blocks[at]
  if (row?.kind === 'actions' && row.buttons.length < BUTTONS_IN_ROW)
    blocks[at] = { ...row, buttons: [...row.buttons, button] }
  else blocks.push(actions(button))
  return { ...view, blocks }
}
