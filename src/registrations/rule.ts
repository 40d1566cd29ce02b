import { allFor, WHOLE_BPS } from '../deals/shares.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { overlong } from '../kernel/longest.ts'
import { addDays } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { nameOf } from '../people/who.ts'
import { one } from '../view/form.ts'
import { type Block, say } from '../view/view.ts'
import { caseById, closeCase, openCases } from './case-store.ts'
import { type Case, daysOf, protects, type Registration, VERDICTS, type Verdict } from './registration.ts'
import { caseBlocks, mayRule } from './rule-view.ts'
import { putRegistration, registrationOf } from './store.ts'
import { texts } from './texts.ts'

const MOST_SHOWN = 8

/** `/register cases`: what waits for the actor's ruling. */
export async function showCases(scope: Acting, _: CommandInput): Promise<Answer> {
  const blocks: Block[] = []
  for (const waiting of (await openCases(scope)).slice(0, 50)) {
    if (blocks.length >= MOST_SHOWN * 2) break
    if (await mayRule(scope, waiting))
      blocks.push(...(await caseBlocks(scope, waiting, await registrationOf(scope, waiting.customerKey))))
  }
  const words = texts[scope.locale]
  return blocks.length === 0 ? say(words.casesNone) : { summary: words.summaries.cases, blocks }
}

/** One of a case's three buttons: asks for the reason. */
export async function openRuling(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const meant = await caseMeant(scope, value)
  if (meant instanceof Refusal) return meant
  const { contested, verdict } = meant
  const [holder, claimant] = [await nameOf(scope, contested.holder), await nameOf(scope, contested.claimant)]
  return {
    form: {
      form: 'registration.rule',
      title: words.ruleTitle(contested.customer),
      submit: words.ruleSubmit,
      state: value,
      fields: [
        { kind: 'note', text: words.verdictButton(verdict, holder, claimant) },
        { kind: 'long-text', name: 'reason', label: words.ruleReason },
      ],
    },
  }
}

/** Settles a case: whose the customer is from today on, told to both with the reason. Deals stay where they are. */
export async function submitRuling(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const meant = await caseMeant(scope, state)
  if (meant instanceof Refusal) return meant
  const reason = one(values, 'reason')
  const wrong = reason === undefined ? words.reasonNeeded : overlong(reason, 'sentence', scope.locale)
  if (reason === undefined || wrong) return { errors: { reason: wrong ?? words.reasonNeeded } }
  const { contested, verdict } = meant
  if (!(await closeCase(scope, contested.id, verdict, reason)))
    return new Refusal(words.ruledAlready(contested.customer))
  const before = await registrationOf(scope, contested.customerKey)
  const after = ruled(scope, contested, verdict, before)
  await putRegistration(scope, after)
  const subject = `customer:${contested.customerKey}`
  await scope.record('registration.ruled', subject, before, { ...after, verdict, reason, case: contested.id })
  await tellBoth(scope, contested, verdict, reason)
  return say(joinSentences(await whatFollows(scope, contested, verdict), scope.locale))
}

/** What the customer's registration becomes: what the holder still has goes on, otherwise a new one begins today. */
function ruled(
  scope: Acting,
  contested: Case,
  verdict: Verdict,
  before: Registration | undefined,
): Registration {
  const { holder, claimant, customerKey, customer } = contested
  const fresh = (person: string): Registration => ({
    customerKey,
    customer: before?.customer ?? customer,
    holder: person,
    note: null,
    fromOn: scope.today,
    untilOn: addDays(scope.today, daysOf(scope.workspace)),
    splits: [],
  })
  if (verdict === 'give') return fresh(claimant)
  const kept = before?.holder === holder && protects(before, scope.today) ? before : fresh(holder)
  if (verdict === 'keep') return kept
  const shares = [holder, claimant].flatMap(allFor).map((share) => ({ ...share, bps: WHOLE_BPS / 2 }))
  return { ...kept, splits: [...kept.splits, { from: scope.today, shares }] }
}

async function caseMeant(
  scope: Acting,
  value: string,
): Promise<{ contested: Case; verdict: Verdict } | Refusal> {
  const words = texts[scope.locale]
  const [id = '', word] = value.split(' ')
  const verdict = VERDICTS.find((known) => known === word)
  const contested = verdict && (await caseById(scope, id))
  if (!contested || !verdict) return new Refusal(words.noCase)
  if (!(await mayRule(scope, contested))) return new Refusal(words.notToRule)
  return contested.verdict === null
    ? { contested, verdict }
    : new Refusal(words.ruledAlready(contested.customer))
}

async function tellBoth(
  scope: Acting<WriteScope>,
  contested: Case,
  verdict: Verdict,
  reason: string,
): Promise<void> {
  const [holder, claimant] = [await nameOf(scope, contested.holder), await nameOf(scope, contested.claimant)]
  for (const id of [contested.holder, contested.claimant]) {
    const person = await personById(scope, id)
    if (!person) continue
    const words = texts[person.locale]
    const ruling = words.ruledBy(
      scope.person.name,
      words.ruled(verdict, contested.customer, holder, claimant),
    )
    const view = say(joinSentences([ruling, words.reason(reason)], person.locale))
    await scope.post({ to: { person: id }, view })
  }
}

async function whatFollows(scope: Acting, contested: Case, verdict: Verdict): Promise<string[]> {
  const words = texts[scope.locale]
  const [holder, claimant] = [await nameOf(scope, contested.holder), await nameOf(scope, contested.claimant)]
  const deals = contested.deals.map((number) => `D-${number}`)
  const [first] = deals
  return [
    words.ruled(verdict, contested.customer, holder, claimant),
    ...(first && verdict !== 'give'
      ? [words.dealsLeft(joinNames(deals, scope.locale), claimant, holder, first)]
      : []),
  ]
}
