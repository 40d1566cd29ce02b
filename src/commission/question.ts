import { type Period, periodOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nearest } from '../kernel/understand.ts'
import { readRuns } from '../kernel/words/runs.ts'
import { readPeriod, splitWords } from '../kernel/words.ts'
import { findPeople, personById } from '../people/store.ts'
import { mayReadPay, whoIsMeant } from '../people/who.ts'
import { activePlanFor } from './active-plan.ts'
import { texts } from './texts.ts'

/** Whose commission is asked for, and for which time. */
export interface Question {
  person: Person
  period: Period
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
  return allowed(scope, { person, period: period ?? (await currentPeriod(scope, person)) })
}

/** A question as a button carries it. */
export const asValue = ({ person, period }: { person: { id: string }; period: Period }) =>
  `${period} ${person.id}`

/** The question that a button asks, checked anew: the button may be older than the right to ask. */
export async function fromValue(scope: Acting, value: string): Promise<Question | Refusal> {
  const [period = '', id = ''] = value.split(' ')
  const person = id === '' || id === scope.person.id ? scope.person : await personById(scope, id)
  if (!person)
    return new Refusal(texts[scope.locale].unknownWord({ understood: '', word: id, near: undefined }))
  return allowed(scope, { person, period: period || (await currentPeriod(scope, person)) })
}

/** This month, or whatever span the person's plan counts in. */
export async function currentPeriod(scope: Acting, person: Person): Promise<Period> {
  const active = await activePlanFor(scope, person.id, scope.today)
  return periodOf(scope.today, active?.plan.period ?? 'month', scope.workspace.fiscalStartMonth)
}

async function allowed(scope: Acting, question: Question): Promise<Question | Refusal> {
  if (await mayReadPay(scope, question.person.id)) return question
  return new Refusal(texts[scope.locale].notYours(question.person.name))
}

function notUnderstood(scope: Acting, word: string, person: Person, period: Period | undefined): Refusal {
  const understood = [
    ...(person.id === scope.person.id ? [] : [person.name]),
    ...(period === undefined ? [] : [showPeriod(period, scope.locale)]),
  ]
  const subcommands = scope.locale === 'en' ? ['explain', 'whatif'] : ['算法', '试算', 'explain', 'whatif']
  return new Refusal(
    texts[scope.locale].unknownWord({
      understood: understood.join(scope.locale === 'en' ? ', ' : '、'),
      word,
      near: nearest(word, subcommands),
    }),
  )
}
