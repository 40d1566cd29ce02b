import { putInForce } from '../commission/put-in-force.ts'
import { builtInPlan, READINGS, type Reading, readingsCompared, readRate } from '../commission/readings.ts'
import { tellChangedPay } from '../commission/tell-changed-pay.ts'
import { lockedTargets, setPersonTarget } from '../goals/set-target.ts'
import { type Reply, SAY, type Submission } from '../kernel/feature.ts'
import { joinNames } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import { periodOf } from '../kernel/period.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readAmount } from '../kernel/words.ts'
import { membersOf, teamById } from '../people/store.ts'
import { ensureRituals } from '../rituals/ensure.ts'
import { type Form, type FormErrors, type FormValues, one } from '../view/form.ts'
import { actions, heading, text } from '../view/view.ts'
import { texts } from './texts.ts'

/** Own targets can be typed for this many people; the others get the common one, and `/goal` changes any. */
const MOST_OWN_TARGETS = 30

/** The second page: the rate, which reading of the ladder is meant, and what everybody is to sign this month. */
export async function payForm(scope: Scope, team: string, note?: string): Promise<Form> {
  const words = texts[scope.locale]
  const members = await membersOf(scope, team)
  const table = readingsCompared('5%').map(({ reading, paysMinor }) => {
    const pays = paysMinor.map((minor) => showMoney(minor, 'CNY', 'zh-CN').replace(' 元', ''))
    return `• ${words.readings[reading]}: ${pays.join(' / ')}`
  })
  return {
    form: 'setup.pay',
    title: words.payTitle,
    submit: words.finish,
    state: team,
    fields: [
      { kind: 'text', name: 'rate', label: words.rate, hint: words.rateHint, initial: '5%' },
      { kind: 'note', text: words.readingNote(table.join('\n')) },
      {
        kind: 'choice',
        name: 'reading',
        label: words.reading,
        options: READINGS.map((reading) => ({ value: reading, label: words.readings[reading] })),
        initial: 'whole',
      },
      {
        kind: 'money',
        name: 'target',
        label: words.target(showPeriod(thisMonth(scope), scope.locale)),
        hint: words.targetHint,
      },
      ...members.slice(0, MOST_OWN_TARGETS).map((member) => ({
        kind: 'money' as const,
        name: `target-${member.id}`,
        label: words.targetOf(member.name),
        optional: true,
      })),
      ...(note === undefined ? [] : [{ kind: 'note' as const, text: note }]),
    ],
  }
}

/** Puts the plan in force, sets the targets, and starts the team's rituals: the first commission can be asked for. */
export async function submitPay(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Reply> {
  const words = texts[scope.locale]
  const rate = readRate(one(values, 'rate') ?? '')
  const members = await membersOf(scope, state)
  const { targets, errors } = readTargets(
    scope,
    values,
    members.map((member) => member.id),
  )
  if (!rate) errors.rate = words.badRate
  if (!rate || Object.keys(errors).length > 0) return { errors }
  const locked = await lockedTargets(scope, targets, thisMonth(scope))
  if (locked.length > 0) return { errors: { target: words.targetsLocked(joinNames(locked, scope.locale)) } }
  const reading = READINGS.find((known) => known === one(values, 'reading')) ?? ('whole' satisfies Reading)
  const month = thisMonth(scope)
  await putInForce(scope, builtInPlan(rate, reading), `${month}-01`)
  await tellChangedPay(
    scope,
    (locale) => texts[locale].targetsSet(scope.person.name),
    async () => {
      for (const [person, minor] of targets) await setPersonTarget(scope, person, month, minor)
    },
    [...targets.keys()],
  )
  await ensureRituals(scope)
  const team = await teamById(scope, state)
  return {
    view: {
      summary: words.done(team?.name ?? scope.workspace.name, targets.size),
      blocks: [
        heading(words.done(team?.name ?? scope.workspace.name, targets.size)),
        text(words.doneNext),
        actions(
          { label: words.logDeal, action: SAY, value: '/deal', tone: 'primary' },
          { label: words.myCommission, action: SAY, value: '/commission' },
          { label: words.anotherTeam, action: SAY, value: '/drumbeat setup team' },
        ),
      ],
    },
  }
}

function readTargets(scope: Scope, values: FormValues, members: readonly string[]) {
  const targets = new Map<string, number>()
  const errors: FormErrors = {}
  const common = readTarget(scope, one(values, 'target'))
  if (common === undefined) errors.target = texts[scope.locale].badTarget
  for (const member of members) {
    const typed = one(values, `target-${member}`)
    const own = typed === undefined ? common : readTarget(scope, typed)
    if (own === undefined)
      errors[typed === undefined ? 'target' : `target-${member}`] = texts[scope.locale].badTarget
    else targets.set(member, own)
  }
  return { targets, errors }
}

function readTarget(scope: Scope, typed: string | undefined): number | undefined {
  const amount = typed === undefined ? undefined : readAmount(typed, scope.workspace.currency)
  return amount && amount.currency === scope.workspace.currency ? amount.minor : undefined
}

const thisMonth = (scope: Scope) => periodOf(scope.today, 'month')
