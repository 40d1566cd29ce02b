import type { WatchPay } from '../deals/watch-pay.ts'
import type { Answer, Press, Prompt } from '../kernel/feature.ts'
import { wordGap } from '../kernel/locale.ts'
import type { Period } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { whoDecidesFor } from '../people/who.ts'
import { say } from '../view/view.ts'
import { carriedValue, type Goal, isGoalPeriod } from './goal.ts'
import { wordsFor } from './names.ts'
import { managersFor, maySet } from './owner.ts'
import { setPersonTarget } from './set-target.ts'
import { showValue } from './show-value.ts'
import { goalFor } from './store.ts'
import { tellingOwner } from './tell-owner.ts'
import { texts } from './texts.ts'

/** A target that a rep would like to have: pay depends on it, so their manager sets it. */
interface Wish {
  person: string
  period: Period
  value: number
}

/** Somebody else's goal: only they, their manager or an admin set it. */
export async function refuseStranger(scope: Acting, goal: Pick<Goal, 'level' | 'owner'>): Promise<Refusal> {
  const words = texts[scope.locale]
  const [manager] = await managersFor(scope, goal)
  return new Refusal(words.notYours(manager?.name ?? words.theirManager))
}

/** One's own signing target: the manager sets it, and can be asked with a button. */
export async function refusePay(scope: Acting, wish: { period: Period; value: number }): Promise<Refusal> {
  const words = texts[scope.locale]
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!decider) return new Refusal(words.nobodyToAsk)
  const value = writeWish({ person: scope.person.id, ...wish })
  return new Refusal(words.payTarget(decider.name), {
    label: words.askManager(decider.name),
    action: 'goal.ask',
    value,
  })
}

/** Sends the wish to who decides, with a button that grants it. */
export async function ask(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const wish = readWish(press.value)
  const decider = await whoDecidesFor(scope, scope.person.id)
  if (!wish || !decider || wish.person !== scope.person.id)
    return new Refusal(texts[scope.locale].nobodyToAsk)
  const words = texts[decider.locale]
  const shown = (locale: typeof decider.locale) =>
    showValue({ metric: 'signed', unit: '' }, wish.value, scope.workspace.currency, locale)
  const goal = `${showPeriod(wish.period, decider.locale, scope.today)}${wordGap(decider.locale)}${words.metrics.signed}`
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
    const { person: owner, period } = wish
    return (
      (await goalFor(scope, { level: 'person', owner, metric: 'signed', name: '', period })) === undefined
    )
  },
}

/** Grants the wish: the target is set, unless somebody has set one meanwhile; that one is adjusted, with a reason. */
export const grantWish =
  (watchPay: WatchPay | undefined) =>
  async (scope: Acting<WriteScope>, press: Press): Promise<Answer> => {
    const wish = readWish(press.value)
    const owner = wish && (await personById(scope, wish.person))
    if (!wish || !owner) return new Refusal(texts[scope.locale].notAligned)
    const slot = {
      level: 'person',
      owner: wish.person,
      metric: 'signed',
      name: '',
      period: wish.period,
    } as const
    if ((await maySet(scope, slot)) !== 'yes') return refuseStranger(scope, slot)
    const known = await goalFor(scope, slot)
    if (known) {
      const { label, name, value } = await wordsFor(scope, known)
      return new Refusal(texts[scope.locale].exists(label, name, value))
    }
    const set = () => setPersonTarget(scope, wish.person, wish.period, wish.value)
    const goal = await tellingOwner(scope, watchPay, slot, set, async ({ locale }, granted) => {
      const theirs = await wordsFor(scope, granted, locale)
      return { happened: texts[locale].added(theirs.label, theirs.name, theirs.value), always: true }
    })
    const named = await wordsFor(scope, goal)
    return { replace: say(texts[scope.locale].added(named.label, named.name, named.value)) }
  }

const writeWish = (wish: Wish): string => [wish.person, wish.period, wish.value].join('|')

function readWish(value: string): Wish | undefined {
  const [person, period = '', digits = ''] = value.split('|')
  const minor = carriedValue(digits)
  return person && minor !== undefined && isGoalPeriod(period) ? { person, period, value: minor } : undefined
}
