import type { Item } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { actions, bold, person, type Spans, spans, text, type View } from '../../view/view.ts'
import type { Input } from './store.ts'
import { texts } from './texts.ts'

/** What somebody put on the table, with what can follow from it; a proposal stands below as a card of its own. */
export function inputView(
  asker: Scope,
  who: Person,
  input: Pick<Input, 'id' | 'kind' | 'market'>,
  action: { item: Item; owner: Person } | undefined,
): View {
  const scope = { ...asker, locale: asker.workspace.locale }
  const words = texts[scope.locale]
  const said = marketSpans(scope, input)
  return {
    summary: words.inputSummary(who.name),
    blocks: [
      text([person(who)]),
      ...(said.length > 0 ? [text(spans(bold(`${words.changed}${words.colon}`), ...said))] : []),
      ...(action
        ? [
            text([
              bold(`${words.actionLine}${words.colon}`),
              ...itemSpans(action.item, scope.today, scope.locale, action.owner),
            ]),
          ]
        : []),
      actions(
        { label: words.anotherAction, action: 'calibration.act', value: input.id },
        { label: words.proposeTarget, action: 'calibration.target', value: input.id },
        { label: words.proposePhases, action: 'calibration.phases', value: input.id },
      ),
    ],
  }
}

/** `对手降价：降了 10%`: the kind, the words, or both. */
export function marketSpans(scope: Scope, { kind, market }: Pick<Input, 'kind' | 'market'>): Spans {
  const words = texts[scope.locale]
  const parts = [kind === 'other' ? undefined : kind && words.kinds[kind], market]
  const said = parts.filter((part) => part !== undefined).join(words.colon)
  return said === '' ? [] : spans(said)
}
