import { totalOf, totalsOf } from '../deals/store.ts'
import type { Locale } from '../kernel/locale.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById } from '../people/store.ts'
import { actions, text } from '../view/view.ts'
import { activePlanFor } from './active-plan.ts'
import { showPay } from './figures.ts'
import { type PayStanding, standingsInList } from './pay-of.ts'
import { planTexts } from './plan-texts.ts'
import { asValue, currentQuestion } from './question.ts'
import { linesOf } from './team-pay-view.ts'
import { texts } from './texts.ts'

interface Paid {
  person: Person
  period: Period
  /** Undefined: nothing is calculated. */
  minor: bigint | undefined
  /** Without what comes from a pool: its movements are no news of their own. */
  asideFromPool: bigint | undefined
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
  const before = await paidNow(scope, people)
  const result = await change()
  for (const now of await paidNow(scope, people)) {
    const then = before.find((one) => one.person.id === now.person.id)
    if (now.minor !== undefined && now.asideFromPool !== then?.asideFromPool)
      await tell(scope, why, then, now)
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

async function paidNow(scope: WriteScope, people: readonly Person[]): Promise<Paid[]> {
  const standingOf = standingsInList(scope)
  const found: Paid[] = []
  for (const person of people) {
    const { period } = await currentQuestion(scope, person)
    const active = await activePlanFor(scope, person.id, period)
    const standing = active && (await standingOf(active, await totalOf(scope, person.id, period)))
    const paid = standing === 'no target' ? undefined : standing
    const asideFromPool = paid && paid.earnedMinor - fromPool(paid)
    found.push({ person, period, minor: paid?.earnedMinor, asideFromPool })
  }
  return found
}

const fromPool = (standing: PayStanding): bigint =>
  linesOf(standing).reduce((sum, line) => sum + (line.kind === 'pool-share' ? line.minor : 0n), 0n)

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
