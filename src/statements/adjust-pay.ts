import { activePlanFor } from '../commission/active-plan.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import type { Answer, CommandInput, Press, Prompt } from '../kernel/feature.ts'
import { newId } from '../kernel/id.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readAmount, splitWords } from '../kernel/words.ts'
import { everyone, managersOf, personById } from '../people/store.ts'
import { isAbove, isAdmin, nameOf, whoIsMeant } from '../people/who.ts'
import { say } from '../view/view.ts'
import { signed } from './lines.ts'
import { decideManual, type ManualAdjustment, manualById, proposeManual } from './manual-store.ts'
import { manualTexts as texts } from './manual-texts.ts'
import { MOST_SAID } from './most-said.ts'
import { openPeriod } from './which-period.ts'

/** `/commission adjust @李雷 -500 reason`: proposes an amount; it counts when a second person has approved it. */
export async function adjustPay(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const wanted = await readWanted(scope, text)
  if (wanted instanceof Refusal) return wanted
  const { person, amountMinor, reason } = wanted
  if (person.id === scope.person.id) return new Refusal(words.own)
  if (!(await isAbove(scope, person.id))) return new Refusal(words.notYours(person.name))
  const deciders = await decidersFor(scope, { person: person.id, proposedBy: scope.person.id })
  if (deciders.length === 0) return new Refusal(words.nobody)
  const adjustment: ManualAdjustment = {
    id: newId(scope.now),
    number: await nextNumber(scope, 'manual_adjustment'),
    person: person.id,
    period: await periodFor(scope, person.id),
    amountMinor,
    reason,
    state: 'proposed',
    proposedBy: scope.person.id,
  }
  await proposeManual(scope, adjustment)
  const { id, number } = adjustment
  await scope.record('adjustment.proposed', `adjustment:${id}`, undefined, { ...adjustment })
  for (const decider of deciders) await ask(scope, adjustment, person.name, decider)
  return say(words.proposed(number, person.name, amountOf(scope, amountMinor, scope.locale)))
}

/** The second person's yes or no. */
export const manualPressed =
  (verdict: 'approved' | 'declined') =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const words = texts[scope.locale]
    const adjustment = await manualById(scope, value)
    if (!adjustment) return new Refusal(words.gone)
    if (!(await mayDecide(scope, adjustment))) return new Refusal(words.notToDecide)
    const { id, number, person, amountMinor } = adjustment
    const period = await periodFor(scope, person)
    if (!(await decideManual(scope, id, verdict, period))) return new Refusal(words.decided(number))
    await scope.record(`adjustment.${verdict}`, `adjustment:${id}`, { state: 'proposed' }, { period })
    if (verdict === 'approved') await tellOwner(scope, adjustment, period)
    const [who, amount] = [await nameOf(scope, person), amountOf(scope, amountMinor, scope.locale)]
    const named = showPeriod(period, scope.locale, scope.today)
    const said =
      verdict === 'approved'
        ? words.approved(number, who, amount, named)
        : words.declined(number, who, amount)
    return { replace: say(said) }
  }

interface Wanted {
  person: Person
  amountMinor: number
  reason: string
}

async function readWanted(scope: Acting, text: string): Promise<Wanted | Refusal> {
  const words = texts[scope.locale]
  const { bare } = splitWords(text)
  const at = bare.findIndex(
    (word, index) => index > 0 && /\d/.test(word.normalize('NFKC')) && !/^<@/.test(word),
  )
  const typed = bare[at]
  if (at < 1 || typed === undefined) return new Refusal(words.what)
  const person = await whoIsMeant(scope, bare.slice(0, at).join(' '))
  if (person instanceof Refusal) return person
  const [, minus, digits = ''] = /^([-−–]?)\+?(.*)$/su.exec(typed.normalize('NFKC')) ?? []
  const amount = readAmount(digits, scope.workspace.currency)
  if (!amount) return new Refusal(words.amount(typed))
  if (amount.currency !== scope.workspace.currency)
    return new Refusal(words.currency(scope.workspace.currency))
  const reason = bare.slice(at + 1).join(' ')
  if (reason === '') return new Refusal(words.reason)
  if (reason.length > MOST_SAID) return new Refusal(words.tooLong(MOST_SAID))
  return { person, amountMinor: minus ? -amount.minor : amount.minor, reason }
}

/** The open period of the person's plan. */
async function periodFor(scope: Scope, person: string): Promise<Period> {
  const month = periodOf(scope.today, 'month', scope.workspace.fiscalStartMonth)
  const active = await activePlanFor(scope, person, month)
  return openPeriod(scope, active?.plan.period ?? 'month')
}

type Concerned = Pick<ManualAdjustment, 'person' | 'proposedBy'>

/** Admins and the person's managers; neither the person nor who proposed it. */
async function decidersFor(scope: Scope, { person, proposedBy }: Concerned): Promise<Person[]> {
  const all = [...(await everyone(scope)).filter(isAdmin), ...(await managersOf(scope, person))]
  const once = new Map(all.map((one) => [one.id, one]))
  return [...once.values()].filter((one) => one.id !== person && one.id !== proposedBy)
}

async function mayDecide(scope: Acting, { person, proposedBy }: Concerned): Promise<boolean> {
  if (scope.person.id === person || scope.person.id === proposedBy) return false
  return isAbove(scope, person)
}

async function ask(
  scope: Acting<WriteScope>,
  { id, number, amountMinor, reason }: ManualAdjustment,
  who: string,
  decider: Person,
): Promise<void> {
  const words = texts[decider.locale]
  const amount = amountOf(scope, amountMinor, decider.locale)
  const card = words.card({ number, who, amount, by: scope.person.name, reason })
  const view = say(
    card,
    { label: words.approve, action: 'adjustment.approve', value: id, tone: 'primary' },
    { label: words.decline, action: 'adjustment.decline', value: id },
  )
  await scope.post({
    to: { person: decider.id },
    view,
    subject: `adjustment:${id}`,
    prompt: { name: 'adjustment', about: id },
  })
}

/** Asked again as long as nobody has decided. */
export const adjustmentAsked: Prompt = {
  name: 'adjustment',
  asked: async (scope, id) => (await manualById(scope, id))?.state === 'proposed',
}

async function tellOwner(
  scope: Acting<WriteScope>,
  { person, amountMinor, reason, proposedBy }: ManualAdjustment,
  period: Period,
): Promise<void> {
  const owner = await personById(scope, person)
  if (!owner) return
  const told = texts[owner.locale].told({
    amount: amountOf(scope, amountMinor, owner.locale),
    by: await nameOf(scope, proposedBy),
    reason,
    period: showPeriod(period, owner.locale, scope.today),
  })
  await scope.post({ to: { person }, view: say(told) })
}

const amountOf = ({ workspace }: Scope, minor: number, locale: Locale) =>
  signed(BigInt(minor), workspace.currency, locale)
