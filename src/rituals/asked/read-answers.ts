import { whichDeal } from '../../deals/which-deal.ts'
import { findQuantity } from '../../goals/read-quantity.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { readDate } from '../../kernel/words.ts'
import { personById } from '../../people/store.ts'
import { type FormErrors, type FormValues, many, one } from '../../view/form.ts'
import type { Question, Value } from './question.ts'
import { texts } from './texts.ts'

/** What a person has answered, by the question's id; what they left empty is absent. */
export type Answers = ReadonlyMap<string, Value>

/** Reads a submitted form, each field by its question; or what is wrong, by field. */
export async function readAnswers(
  scope: Acting,
  questions: readonly Question[],
  values: FormValues,
): Promise<{ answers: Answers } | { errors: FormErrors }> {
  const words = texts[scope.locale]
  const answers = new Map<string, Value>()
  const errors: FormErrors = {}
  for (const question of questions) {
    const read = await readOne(scope, question, values)
    if (read === undefined) {
      if (question.required) errors[question.id] = words.lacking
    } else if ('error' in read) errors[question.id] = read.error
    else answers.set(question.id, read.value)
  }
  const [first] = questions
  if (first && answers.size === 0 && Object.keys(errors).length === 0)
    return { errors: { [first.id]: words.nothingFilled } }
  return Object.keys(errors).length > 0 ? { errors } : { answers }
}

type Read = { value: Value } | { error: string } | undefined

async function readOne(scope: Acting, question: Question, values: FormValues): Promise<Read> {
  const words = texts[scope.locale]
  const { answer, id } = question
  if (answer.type === 'choices') {
    const chosen = [...new Set(many(values, id))].filter((value) => value !== '')
    if (chosen.length === 0) return undefined
    return chosen.every((value) => answer.options.includes(value))
      ? { value: chosen }
      : { error: words.notOffered }
  }
  const typed = one(values, id)
  if (typed === undefined) return undefined
  switch (answer.type) {
    case 'text':
    case 'long-text': {
      const tooLong =
        answer.type === 'text' || question.makesItem ? overlong(typed, 'sentence', scope.locale) : undefined
      return tooLong ? { error: tooLong } : { value: typed }
    }
    case 'number': {
      const value = readNumber(typed, answer.unit)
      return value === undefined ? { error: words.numberUnread(typed) } : { value }
    }
    case 'choice':
      return answer.options.includes(typed) ? { value: typed } : { error: words.notOffered }
    case 'scale': {
      const step = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
      return step >= 1 && step <= answer.to ? { value: step } : { error: words.notOffered }
    }
    case 'person':
      return (await personById(scope, typed)) ? { value: typed } : { error: words.personUnknown }
    case 'date': {
      const value = readDate(typed, scope.today, 'future')
      return value === undefined ? { error: words.dateUnread(typed) } : { value }
    }
    case 'deal': {
      const deal = await whichDeal(scope, typed, words.dealExample)
      return deal instanceof Refusal ? { error: deal.view.summary } : { value: deal.number }
    }
  }
}

const MOST_DECIMALS = 6
const LARGEST = 1e12

/** `12.5`, `1,200`, `3万`, `30%`, `-2`, with the question's unit behind it or without; undefined for anything else. */
export function readNumber(typed: string, unit: string): number | undefined {
  const [text, counted] = [typed, unit].map((one) => one.normalize('NFKC').trim()) as [string, string]
  const bare = counted !== '' && text.endsWith(counted) ? text.slice(0, -counted.length).trim() : text
  const { quantity, rest = '' } = findQuantity(bare) ?? {}
  if (quantity?.unit !== '' || quantity.decimals > MOST_DECIMALS) return undefined
  if (rest.trim().replace(/^[-−+负]$/, '') !== '') return undefined
  const value = Number(quantity.digits) / 10 ** quantity.decimals
  return Math.abs(value) <= LARGEST ? value : undefined
}
