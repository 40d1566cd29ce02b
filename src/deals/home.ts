import { SAY } from '../kernel/feature.ts'
import type { Acting } from '../kernel/scope.ts'
import { actions, type Block, text } from '../view/view.ts'
import { sumOf } from './confirm-view.ts'
import { texts } from './texts.ts'
import { waitingByManager } from './to-confirm.ts'

/** The home tab's part about deals: log one, see one's own, and for managers what waits for them. */
export async function dealsAtHome(scope: Acting): Promise<Block[]> {
  const words = texts[scope.locale]
  const buttons = actions(
    { label: words.home.add, action: 'deal.form', tone: 'primary' },
    { label: words.home.list, action: SAY, value: 'deal list me' },
  )
  const { roles } = scope.person
  if (!roles.includes('manager') && !roles.includes('admin')) return [buttons]
  const waiting = (await waitingByManager(scope)).get(scope.person.id) ?? []
  if (waiting.length === 0) return [buttons]
  return [
    buttons,
    text(words.confirmCard(waiting.length, sumOf(scope, waiting))),
    actions({ label: words.show, action: SAY, value: 'deal confirm' }),
  ]
}
