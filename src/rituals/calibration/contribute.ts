import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { say } from '../../view/view.ts'
import { postInThread } from '../session-store.ts'
import { giveAction, readAction } from './action.ts'
import { actionForm, contributionForm } from './form.ts'
import { inputView } from './input-view.ts'
import { isMarketKind } from './market.ts'
import { addInput, inputById, linkInput } from './store.ts'
import { atTable, heldAtTable } from './taking-part.ts'
import { texts } from './texts.ts'

/** The button under a calibration's first message: opens the form. */
export async function askContribution(scope: Acting, { value }: Press): Promise<Answer> {
  const [ritualId = '', occurrence = ''] = value.split(' ')
  const table = await atTable(scope, ritualId, occurrence)
  return table instanceof Refusal ? table : { form: contributionForm(scope, table) }
}

/** The submitted form: shown in the thread, and the action becomes an item of its owner. */
export async function contribute(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = ''] = state.split(' ')
  const table = await heldAtTable(scope, ritualId, occurrence)
  if (table instanceof Refusal) return table
  const chosen = one(values, 'kind')
  const kind = chosen !== undefined && isMarketKind(chosen) ? chosen : undefined
  const market = one(values, 'market')
  const read = await readAction(scope, values)
  if ('errors' in read) return read
  if (!kind && !market && !read.action) return { errors: { market: words.emptyForm } }
  if (kind === 'other' && !market) return { errors: { market: words.otherUnsaid } }
  const input = { id, ritual: ritualId, occurrence, person: scope.person.id, kind, market, about: undefined }
  if (!(await addInput(scope, input))) return say(words.repeated)

  const item = read.action && (await giveAction(scope, `calibration:${occurrence}`, read.action))
  if (item) await linkInput(scope, id, { item: item.id })
  const action = item && read.action ? { item, owner: read.action.owner } : undefined
  await postInThread(scope, table.session, inputView(scope, scope.person, input, action))
  return say(action ? words.thanks : words.thanksNoAction)
}

/** The button under a change: one more action about it. */
export async function askAction(scope: Acting, { value }: Press): Promise<Answer> {
  const about = await inputById(scope, value)
  if (!about) return new Refusal(texts[scope.locale].closed)
  const table = await atTable(scope, about.ritual, about.occurrence)
  return table instanceof Refusal ? table : { form: actionForm(scope, table, about) }
}

export async function act(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = '', aboutId = ''] = state.split(' ')
  const table = await heldAtTable(scope, ritualId, occurrence)
  if (table instanceof Refusal) return table
  const about = await inputById(scope, aboutId)
  if (about?.ritual !== ritualId || about.occurrence !== occurrence) return new Refusal(words.closed)
  const read = await readAction(scope, values)
  if ('errors' in read) return read
  if (!read.action) return { errors: { action: words.actionMissing } }
  const input = {
    id,
    ritual: ritualId,
    occurrence,
    person: scope.person.id,
    kind: undefined,
    market: undefined,
    about: about.about ?? about.id,
  }
  if (!(await addInput(scope, input))) return say(words.repeated)
  const item = await giveAction(scope, `calibration:${occurrence}`, read.action)
  await linkInput(scope, id, { item: item.id })
  const action = { item, owner: read.action.owner }
  await postInThread(scope, table.session, inputView(scope, scope.person, input, action))
  return say(words.thanks)
}
