import type { Block, Button, View } from '../../../view/view.ts'

/** The button of a view that a press means: by action or label, and by value where one is given. */
export function buttonOn(
  view: View,
  { action, value }: { action: string; value?: string | undefined },
): Button | undefined {
  return view.blocks
    .flatMap(buttonsOf)
    .find(
      (one) =>
        (one.action === action || one.label === action) &&
        (value === undefined || (one.value ?? '') === value),
    )
}

function buttonsOf(block: Block): Button[] {
  if (block.kind === 'actions') return block.buttons
  return block.kind === 'details' ? block.blocks.flatMap(buttonsOf) : []
}
