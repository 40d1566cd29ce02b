import { totalsOf } from '../deals/store.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { actions, text } from '../view/view.ts'
import { showPay } from './figures.ts'
import { payStanding } from './pay-of.ts'
import { planTexts } from './plan-texts.ts'
import { asValue, currentQuestion } from './question.ts'
import { texts } from './texts.ts'

interface Paid {
  person: Person
  period: Period
  /** Undefined: nothing is calculated. */
  minor: bigint | undefined
}

/**
 * Makes a change, and lets everybody know privately whose pay of the running period it has changed: before, after, and
 * why. One message for each person, in the change's own transaction. `whose`: the people whose pay it can change; where
 * not said, anybody's.
 */
export async function tellChangedPay<Result>(
  scope: WriteScope,
  why: (locale: Locale) => string,
  change: () => Promise<Result>,
  whose?: readonly Person[],
): Promise<Result> {
  const people = whose ? whose.filter((person) => person.id !== scope.person?.id) : await whoHasSigned(scope)
  const before = new Map<string, Paid>()
  for (const person of people) before.set(person.id, await paidNow(scope, person))
  const result = await change()
  for (const person of people) {
    const [then, now] = [before.get(person.id), await paidNow(scope, person)]
    if (now.minor !== undefined && now.minor !== then?.minor) await tell(scope, why, then, now)
  }
  return result
}

/** Whoever has signed anything this year, and is not the one who changes it: nobody else's pay is other than nothing. */
async function whoHasSigned(scope: WriteScope): Promise<Person[]> {
  const year = periodOf(scope.today, 'year', scope.workspace.fiscalStartMonth)
  const totals = await totalsOf(scope, year)
  const people = await Promise.all(totals.map((total) => personById(scope, total.person)))
  return people.filter((person) => person !== undefined).filter((person) => person.id !== scope.person?.id)
}

async function paidNow(scope: WriteScope, person: Person): Promise<Paid> {
  const { period } = await currentQuestion(scope, person)
  const standing = await payStanding(scope, person.id, period)
  return { person, period, minor: typeof standing === 'string' ? undefined : standing.earnedMinor }
}

async function tell(
  scope: WriteScope,
  why: (locale: Locale) => string,
  before: Paid | undefined,
  { person, period, minor = 0n }: Paid,
): Promise<void> {
  const { locale } = person
  const reader = { ...scope, locale }
  const sentence = planTexts[locale].payChanged({
    why: why(locale),
    period: showPeriod(period, locale, scope.today),
    // Pay of another period is no figure to compare with.
    before:
      before?.period === period && before.minor !== undefined ? showPay(reader, before.minor) : undefined,
    after: showPay(reader, minor),
  })
  const how = {
    label: texts[locale].explain,
    action: 'commission.explain',
    value: asValue({ person, period }),
  }
  await scope.post({
    to: { person: person.id },
    view: { summary: sentence, blocks: [text(sentence), actions(how)] },
  })
}
