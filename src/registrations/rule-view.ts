import type { Prompt } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone, managersOf } from '../people/store.ts'
import { isAbove, isAdmin, nameOf } from '../people/who.ts'
import { actions, type Block, text, type View } from '../view/view.ts'
import { caseById, openCase } from './case-store.ts'
import { type Case, type Registration, VERDICTS } from './registration.ts'
import { texts } from './texts.ts'

/** The earlier registration: by whom, since when, until when, with its note. */
export async function sayHeld(scope: Scope, held: Registration): Promise<string> {
  const words = texts[scope.locale]
  const date = (day: string) => showPeriod(day, scope.locale, scope.today)
  const line = words.heldBy(
    held.customer,
    await nameOf(scope, held.holder),
    date(held.fromOn),
    date(held.untilOn),
  )
  return joinSentences([line, ...(held.note ? [words.note(held.note)] : [])], scope.locale)
}

/** Opens a case, asks who leads both to rule on it, and says so to the actor. A new deal is told them each time. */
export async function takeToRuling(
  scope: Acting<WriteScope>,
  held: Registration,
  claimant: string,
  deal?: number,
): Promise<string> {
  const words = texts[scope.locale]
  const decider = await deciderOf(scope, held.holder, claimant)
  const { opened, isNew } = await openCase(scope, held, claimant, deal)
  if (isNew) await scope.record('registration.contested', `customer:${held.customerKey}`, undefined, opened)
  if (!decider) return words.nobodyToAsk
  if (!isNew && deal === undefined) return words.askedAlready(decider.name)
  const theirs = { ...scope, person: decider, locale: decider.locale }
  const blocks = await caseBlocks(theirs, opened, held)
  const summary = await sayCase(theirs, opened)
  await scope.post({
    to: { person: decider.id },
    view: { summary, blocks } satisfies View,
    prompt: { name: 'case', about: opened.id },
  })
  return words.asked(decider.name)
}

/** Asked again as long as nobody has ruled. */
export const rulingAsked: Prompt = {
  name: 'case',
  asked: async (scope, id) => (await caseById(scope, id))?.verdict === null,
}

/** Who leads both rules, the nearest first; else an admin. Never one of the two. */
async function deciderOf(scope: Scope, holder: string, claimant: string): Promise<Person | undefined> {
  const overClaimant = new Set((await managersOf(scope, claimant)).map((one) => one.id))
  const both = (await managersOf(scope, holder)).find(
    (one) => overClaimant.has(one.id) && one.id !== claimant && one.id !== holder,
  )
  return both ?? (await everyone(scope)).find((one) => isAdmin(one) && ![holder, claimant].includes(one.id))
}

/** Whether the actor may rule: leads both, or is an admin, and is none of the two. */
export async function mayRule(scope: Acting, { holder, claimant }: Case): Promise<boolean> {
  if ([holder, claimant].includes(scope.person.id)) return false
  return (await isAbove(scope, holder)) && (await isAbove(scope, claimant))
}

async function sayCase(scope: Scope, one: Case): Promise<string> {
  const words = texts[scope.locale]
  const [holder, claimant] = [await nameOf(scope, one.holder), await nameOf(scope, one.claimant)]
  const deals = joinNames(
    one.deals.map((number) => `D-${number}`),
    scope.locale,
  )
  return joinSentences(
    [
      words.caseLine(one.customer, holder, claimant),
      ...(deals === '' ? [] : [words.caseDeals(claimant, deals)]),
    ],
    scope.locale,
  )
}

/** A case with its buttons, and the registration that it is about. */
export async function caseBlocks(scope: Scope, one: Case, held: Registration | undefined): Promise<Block[]> {
  const words = texts[scope.locale]
  const [holder, claimant] = [await nameOf(scope, one.holder), await nameOf(scope, one.claimant)]
  const sentences = [await sayCase(scope, one), ...(held ? [await sayHeld(scope, held)] : [])]
  return [
    text(joinSentences(sentences, scope.locale)),
    actions(
      ...VERDICTS.map((verdict) => ({
        label: words.verdictButton(verdict, holder, claimant),
        action: 'registration.rule',
        value: `${one.id} ${verdict}`,
      })),
    ),
  ]
}
