import { fridayOfNextWeek } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { say, text } from '../../view/view.ts'
import { giveAction, readAction } from '../calibration/action.ts'
import { atFinding } from './at-review.ts'
import { draftOf, findingWords } from './finding-words.ts'
import { threadsOf } from './hold.ts'
import { addEntry, linkItem } from './store.ts'
import { texts } from './texts.ts'

/** The button under a finding: an improvement item that is filled in already. */
export async function askItem(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', kind = ''] = value.split(' ')
  const at = await atFinding(scope, ritualId, occurrence, kind)
  if (at instanceof Refusal) return at
  return {
    form: {
      form: 'review.item',
      title: words.itemTitle,
      submit: words.send,
      state: `${ritualId} ${occurrence} ${kind} ${newId(scope.now)}`,
      fields: [
        { kind: 'note', text: findingWords(at.telling, at.finding) },
        { kind: 'text', name: 'action', label: words.itemWhat, initial: draftOf(at.telling, at.finding) },
        { kind: 'person', name: 'owner', label: words.owner, optional: true, initial: scope.person.id },
        {
          kind: 'date',
          name: 'due',
          label: words.due,
          optional: true,
          initial: fridayOfNextWeek(scope.today),
        },
      ],
    },
  }
}

/** The submitted form: an item of its owner, said in the thread. */
export async function addDraftedItem(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', kind = '', id = ''] = state.split(' ')
  const at = await atFinding(scope, ritualId, occurrence, kind)
  if (at instanceof Refusal) return at
  const read = await readAction(scope, values)
  if ('errors' in read) return read
  const { action } = read
  if (!action) return { errors: { action: words.missing } }
  const entry = {
    id,
    ritual: ritualId,
    occurrence,
    kind: 'item' as const,
    person: scope.person.id,
    finding: at.finding.kind,
    title: action.what,
    body: '',
    item: undefined,
  }
  if (!(await addEntry(scope, entry))) return say(words.repeated)
  const item = await giveAction(scope, `review:${occurrence}`, action)
  await linkItem(scope, id, item.id)
  const line = itemSpans(item, scope.today, scope.workspace.locale, action.owner)
  for (const thread of await threadsOf(scope, at.review))
    await scope.post({ to: { thread }, view: { summary: action.what, blocks: [text(line)] } })
  return say(words.thanks)
}
