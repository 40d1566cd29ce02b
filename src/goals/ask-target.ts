import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, Press, Prompt } from '../kernel/feature.ts'
import { wordGap } from '../kernel/locale.ts'
import { overlong } from '../kernel/longest.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { whoDecidesFor } from '../people/who.ts'
import { say } from '../view/view.ts'
import { createGoal } from './change-goal.ts'
import { carriedValue, type Goal, isGoalPeriod, METRICS } from './goal.ts'
import { metricName, wordsFor } from './names.ts'
import { managersFor, maySet } from './owner.ts'
import { setPersonTarget } from './set-target.ts'
import { showValue } from './show-value.ts'
import { goalFor } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** A target that a rep would like to have: pay depends on it, so their manager sets it. */
type Wish = Pick<Goal, 'owner' | 'period' | 'value' | 'metric' | 'unit' | 'name'>

/** Somebody else's goal: only they, their manager or an admin set it. */
export async function refuseStranger(scope: Acting, goal: Pick<Goal, 'level' | 'owner'>): Promise<Refusal> {
  const words = texts[scope.locale]
  const [manager] = await managersFor(scope, goal)
  return new Refusal(words.notYours(manager?.name ?? words.theirManager))
}

/** A target of one's own that pay depends on: the manager sets it, and can be asked with a button. */
export async function refusePay(scope: Acting, wish: Wish): Promise<Refusal> {
  const words = texts[scope.locale]
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!decider) return new Refusal(words.nobodyToAsk)
  const value = writeWish(wish)
  return new Refusal(words.payTarget(decider.name, metricName(wish, scope.locale)), {
    label: words.askManager(decider.name),
    action: 'goal.ask',
    value,
  })
}

/** Sends the wish to who decides, with a button that grants it. */
export async function ask(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const wish = readWish(press.value)
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!wish || !decider || wish.owner !== scope.person.id) return new Refusal(texts[scope.locale].nobodyToAsk)
  const words = texts[decider.locale]
  const shown = (locale: typeof decider.locale) =>
    showValue(wish, wish.value, scope.workspace.currency, locale)
  const goal = `${showPeriod(wish.period, decider.locale, scope.today)}${wordGap(decider.locale)}${metricName(wish, decider.locale)}`
  await scope.post({
    to: { person: decider.id },
    view: say(words.askFor(scope.person.name, goal, shown(decider.locale)), {
      label: words.setIt,
      action: 'goal.grant',
      value: press.value,
      tone: 'primary',
    }),
    key: `goal.ask:${press.value}:${scope.today}`,
    prompt: { name: 'wish', about: press.value },
  })
  return { replace: say(texts[scope.locale].asked(decider.name)) }
}

/** Asked again as long as there is no such target. */
export const wishAsked: Prompt = {
  name: 'wish',
  async asked(scope, about) {
    const wish = readWish(about)
    if (!wish) return false
    const { owner, metric, name, period } = wish
    return (await goalFor(scope, { level: 'person', owner, metric, name, period })) === undefined
  },
}

/** Grants the wish: the target is set, unless somebody has set one meanwhile; that one is adjusted, with a reason. */
export const grantWish =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, press: Press): Promise<Answer> => {
    const wish = readWish(press.value)
    const owner = wish && (await personById(scope, wish.owner))
    if (!wish || !owner) return new Refusal(texts[scope.locale].notAligned)
    const { owner: person, metric, name: called, period } = wish
    const slot = { level: 'person', owner: person, metric, name: called, period } as const
    if ((await maySet(scope, slot)) !== 'yes') return refuseStranger(scope, slot)
    const known = await goalFor(scope, slot)
    if (known) {
      const { label, name, value } = await wordsFor(scope, known)
      return new Refusal(texts[scope.locale].exists(label, name, value))
    }
    const set = () => setWished(scope, wish)
    const goal = await tellingOwner(scope, watchPay, slot, set, async ({ locale }, granted) => {
      const theirs = await wordsFor(scope, granted, locale)
      return { happened: texts[locale].added(theirs.label, theirs.name, theirs.value), always: true }
    })
    const named = await wordsFor(scope, goal)
    return { replace: say(texts[scope.locale].added(named.label, named.name, named.value)) }
  }

function setWished(scope: WriteScope, { owner, metric, name, period, unit, value }: Wish): Promise<Goal> {
  if (metric === 'signed') return setPersonTarget(scope, owner, period, value)
  return createGoal(
    scope,
    { level: 'person', owner, metric, name, period, unit, parent: undefined, value },
    undefined,
  )
}

/** A signing target is written without what it counts: so the buttons read that have been sent before. */
function writeWish({ owner, period, value, metric, unit, name }: Wish): string {
  const counts = metric === 'signed' ? [] : [metric, unit, name]
  return [owner, period, value, ...counts].join('|')
}

function readWish(carried: string): Wish | undefined {
  const [owner, period = '', digits = '', counted = 'signed', unit = '', ...rest] = carried.split('|')
  const [value, metric] = [carriedValue(digits), METRICS.find((known) => known === counted)]
  const name = metric === 'checkin' ? rest.join('|') : ''
  if (!owner || value === undefined || !metric || !isGoalPeriod(period)) return undefined
  if ((metric === 'checkin') !== (name !== '') || overlong(name + unit, 'name', 'en')) return undefined
  return { owner, period, value, metric, unit, name }
}
