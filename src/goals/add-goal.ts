import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { overlong } from '../kernel/longest.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { canServe } from './above.ts'
import { refusePay, refuseStranger } from './ask-target.ts'
import { readBasis } from './basis.ts'
import { setBasis } from './basis-store.ts'
import { createGoal } from './change-goal.ts'
import { type Extras, joinNew, readExtras } from './extras.ts'
import { goalForm } from './goal-form.ts'
import { stepOf } from './measure.ts'
import { wordsFor } from './names.ts'
import { findOwner, maySet, type Owner } from './owner.ts'
import { type Draft, readGoal } from './read-goal.ts'
import { checkSmart, isComplete } from './smart.ts'
import { smartFacts } from './smart-facts.ts'
import { addedView, incompleteView } from './smart-view.ts'
import { goalFor } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'
import { weightUseless } from './weigh-goal.ts'

/** `/goal add 11月 签约 50万 parent=G-3`; bare, it opens the form. */
export const add =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    return text.trim() === '' ? openForm(scope) : addLine(scope, watchPay, text)
  }

/** `basis`: how its number was worked out, as a button carries it. */
async function addLine(
  scope: Acting<WriteScope>,
  watchPay: WatchPay | undefined,
  text: string,
  basis?: string,
): Promise<Answer> {
  const { bare, named } = splitWords(text)
  const found = await findOwner(scope, bare.join(' '))
  if (found instanceof Refusal) return found
  const { today, workspace } = scope
  const draft = readGoal(found.rest, { today, fiscalStartMonth: workspace.fiscalStartMonth })
  const extras = await readExtras(scope, named)
  if (extras instanceof Refusal) return extras
  return settle(scope, watchPay, found.owner, draft, extras, basis)
}

/** Asks for the same in a form. */
export async function openForm(scope: Acting, press?: Press): Promise<Answer> {
  return { form: await goalForm(scope, press?.value) }
}

/** The proposed line of an incomplete goal, at the press of a button. */
export const addProposed =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, press: Press): Promise<Answer> => {
    const [text = '', basis] = press.value.split('\n')
    const answer = await addLine(scope, watchPay, text, basis)
    return answer instanceof Refusal || !('blocks' in answer) ? answer : { replace: answer }
  }

/** Stores a goal that passes the SMART check and that the actor may set; else says what is missing. */
export async function settle(
  scope: Acting<WriteScope>,
  watchPay: WatchPay | undefined,
  owner: Owner,
  draft: Draft,
  extras: Extras,
  basis?: string,
): Promise<Answer> {
  const { parent, weight } = extras
  const facts = await smartFacts(scope, owner, draft, parent)
  const smart = checkSmart(draft, facts)
  if (!isComplete(smart)) return new Refusal(incompleteView(scope, owner, draft, smart, facts))
  const { metric } = smart.specific
  const { period } = smart.timeBound
  const { value } = smart.measurable
  const tooLong = overlong(draft.name, 'name', scope.locale)
  if (tooLong) return new Refusal(tooLong)
  const { level, owner: id } = owner
  const slot = { level, owner: id, metric, name: metric === 'checkin' ? draft.name : '', period }
  const existing = await goalFor(scope, slot)
  if (existing) {
    const named = await wordsFor(scope, existing)
    return new Refusal(texts[scope.locale].exists(named.label, named.name, named.value))
  }
  if (parent && !(await canServe(scope, slot, parent)))
    return new Refusal(texts[scope.locale].cannotServe(`G-${parent.number}`))
  const useless = weightUseless(scope, parent, weight)
  if (useless) return new Refusal(useless)
  const unit = metric === 'checkin' ? unitOf(draft) : ''
  const allowed = await maySet(scope, slot)
  if (allowed === 'no') return refuseStranger(scope, slot)
  if (allowed === 'pay') return refusePay(scope, { ...slot, unit, value })
  const lead = level === 'person' ? undefined : extras.lead
  const wanted = { ...slot, unit, parent: parent?.id, value, weight, lead }
  const create = () => createGoal(scope, wanted, undefined)
  const goal = await tellingOwner(scope, watchPay, slot, create, async ({ locale }, set) => {
    const named = await wordsFor(scope, set, locale)
    const happened = texts[locale].set(scope.person.name, named.label, named.name, named.value)
    return { happened, always: false }
  })
  const how =
    smart.measurable.basis ?? (basis && readBasis(basis, value, stepOf(metric, scope.workspace.currency)))
  if (how) await setBasis(scope, goal, how)
  return (await joinNew(scope, goal, extras)) ?? addedView(scope, goal, smart)
}

function unitOf({ quantity }: Draft): string {
  return quantity?.percent ? '%' : (quantity?.unit ?? '')
}
