import { joinNames } from '../kernel/locale.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nearest } from '../kernel/understand.ts'
import { readRuns } from '../kernel/words/runs.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { everyone, findPeople, personById } from '../people/store.ts'
import { mayReadPay, whoIsMeant } from '../people/who.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import { texts } from './texts.ts'

/** Whose commission is asked for, and for which time. */
export interface Question {
  person: Person
  period: Period
  /** The plan that applies, where finding the period has brought it to hand. */
  active?: ActivePlan
}

/**
 * Reads what stands after `/commission`: a period and a person, in any order; by default this period of one's own.
 * Refuses what it cannot read, and a person whose pay the asker may not see.
 */
export async function readQuestion(scope: Acting, text: string): Promise<Question | Refusal> {
  const { fiscalStartMonth } = scope.workspace
  const runs = await readRuns(splitWords(text).bare, async (phrase) => {
    const period = readPeriod(phrase, scope.today, fiscalStartMonth)
    if (period !== undefined) return period
    const [only, another] = await findPeople(scope, phrase.replace(/^[@＠]/, ''))
    return only && !another ? only : undefined
  })
  let person: Person = scope.person
  let period: Period | undefined
  for (const { meaning } of runs.found) {
    if (typeof meaning === 'string') period = meaning
    else person = meaning
  }
  for (const word of runs.unknown) {
    const meant = /^[@＠]|^<@/.test(word) ? await whoIsMeant(scope, word) : undefined
    if (!meant) return notUnderstood(scope, word, person, period)
    if (meant instanceof Refusal) return meant
    person = meant
  }
  return allowed(scope, period === undefined ? await currentQuestion(scope, person) : { person, period })
}

/** A question as a button carries it. */
export const asValue = ({ person, period }: { person: { id: string }; period: Period }) =>
  `${period} ${person.id}`

/**
 * The question that a button asks, checked anew: the button may be older than the right to ask. What it cannot say any
 * more is as by default.
 */
export async function fromValue(scope: Acting, value: string): Promise<Question | Refusal> {
  const [when = '', id = ''] = value.split(' ')
  const period = readPeriod(when, scope.today, scope.workspace.fiscalStartMonth)
  const person = id === scope.person.id ? scope.person : ((await personById(scope, id)) ?? scope.person)
  return allowed(scope, period === undefined ? await currentQuestion(scope, person) : { person, period })
}

/** This month of a person, or whatever span their plan counts in. */
export async function currentQuestion(scope: Scope, person: Person): Promise<Question> {
  const { fiscalStartMonth } = scope.workspace
  const month = periodOf(scope.today, 'month', fiscalStartMonth)
  const active = await activePlanFor(scope, person.id, month)
  if (active === undefined) return { person, period: month }
  if (active.plan.period === 'month') return { person, period: month, active }
  return { person, period: periodOf(scope.today, active.plan.period, fiscalStartMonth) }
}

/** The plan that a question is about. */
export async function planAsked(scope: Scope, question: Question): Promise<ActivePlan | undefined> {
  return question.active ?? activePlanFor(scope, question.person.id, question.period)
}

async function allowed(scope: Acting, question: Question): Promise<Question | Refusal> {
  if (await mayReadPay(scope, question.person.id)) return question
  return new Refusal(texts[scope.locale].notYours(question.person.name))
}

async function notUnderstood(
  scope: Acting,
  word: string,
  person: Person,
  period: Period | undefined,
): Promise<Refusal> {
  const understood = [
    ...(person.id === scope.person.id ? [] : [person.name]),
    ...(period === undefined ? [] : [showPeriod(period, scope.locale)]),
  ]
  const subcommands =
    scope.locale === 'en'
      ? ['explain', 'whatif', 'plan', 'team']
      : ['算法', '试算', '方案', '团队', 'explain', 'whatif', 'plan', 'team']
  const people = (await everyone(scope)).map((one) => one.name)
  return new Refusal(
    texts[scope.locale].unknownWord({
      understood: joinNames(understood, scope.locale),
      word,
      near: nearest(word, [...subcommands, ...people]),
    }),
  )
}
