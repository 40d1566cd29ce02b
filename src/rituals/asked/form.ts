import type { Locale } from '../../kernel/locale.ts'
import type { Field, Form } from '../../view/form.ts'
import type { Question, Value } from './question.ts'
import { texts } from './texts.ts'

/** The form with the questions, filled with what was answered before. */
export function answerForm(
  name: string,
  questions: readonly Question[],
  carried: { form: string; state: string },
  locale: Locale,
  before: ReadonlyMap<string, Value> = new Map(),
): Form {
  return {
    ...carried,
    title: name,
    submit: texts[locale].submit,
    fields: questions.map((question, at) =>
      fieldOf(question, questions[at - 1], locale, before.get(question.id)),
    ),
  }
}

function fieldOf(
  question: Question,
  above: Question | undefined,
  locale: Locale,
  before: Value | undefined,
): Field {
  const { answer, id, label, required } = question
  const hints = hintsOf(question, above, locale)
  const initial = before === undefined ? [] : [before].flat().map(String)
  const shared = {
    name: id,
    label,
    ...(required ? {} : { optional: true }),
    ...(hints === '' ? {} : { hint: hints }),
    ...(initial.length > 0 ? { initial: answer.type === 'choices' ? initial : (initial[0] ?? '') } : {}),
  }
  switch (answer.type) {
    case 'number':
      // As text: only so can it be typed as 3万 everywhere.
      return { kind: 'text', ...shared }
    case 'choice':
    case 'choices':
      return {
        kind: answer.type,
        ...shared,
        options: answer.options.map((one) => ({ value: one, label: one })),
      }
    case 'scale':
      return {
        kind: 'scale',
        ...shared,
        options: stepsOf(answer).map((one) => ({ value: one.value, label: one.label })),
      }
    case 'deal':
      return { kind: 'text', ...shared, ...(initial[0] ? { initial: `D-${initial[0]}` } : {}) }
    case 'text':
    case 'long-text':
    case 'person':
    case 'date':
      return { kind: answer.type, ...shared }
  }
}

/** The steps of a scale, with the words at its ends: `1 · not at all`. */
export function stepsOf(
  scale: Extract<Question['answer'], { type: 'scale' }>,
): { value: string; label: string }[] {
  return Array.from({ length: scale.to }, (_, at) => {
    const word = at === 0 ? scale.low : at === scale.to - 1 ? scale.high : ''
    return { value: String(at + 1), label: word === '' ? String(at + 1) : `${at + 1} · ${word}` }
  })
}

/** What a person should know before they answer: the unit, and who reads it. */
export function hintsOf(question: Question, above: Question | undefined, locale: Locale): string {
  const words = texts[locale]
  const { answer, visible, makesItem } = question
  return [
    ...(answer.type === 'number' && answer.unit !== '' ? [words.unitHint(answer.unit)] : []),
    ...(answer.type === 'deal' ? [words.dealHint] : []),
    ...(makesItem ? [words.itemHint] : []),
    ...(setsDueDate(question, above) ? [words.dueHint] : []),
    ...(visible === 'thread' ? [] : [words.readers[visible]]),
  ].join(words.joint)
}

/** A date that is asked for right after an improvement item is the day on which that is due. */
export const setsDueDate = (question: Question, above: Question | undefined): boolean =>
  question.answer.type === 'date' && above?.makesItem === true
