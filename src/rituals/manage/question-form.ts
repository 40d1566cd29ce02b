import { newId } from '../../kernel/id.ts'
import type { Scope } from '../../kernel/scope.ts'
import { isBlank, label as onOneLine } from '../../view/fit.ts'
import { type Form, type FormErrors, type FormValues, many, one } from '../../view/form.ts'
import { isWholeEverywhere } from '../../view/whole-form.ts'
import { answerForm } from '../asked/form.ts'
import type { AnswerType, Question, Visible } from '../asked/question.ts'
import type { Ritual } from '../ritual.ts'
import { texts } from './made-texts.ts'

/** So many questions stand in a form: Slack takes a hundred blocks and Feishu thirty fields, a person fewer. */
export const MOST_QUESTIONS = 25
const MOST_OPTIONS = 50
const LONGEST_QUESTION = 150
const LONGEST_OPTION = 75 // Slack: characters of an option
const LONGEST_WORD = 30

const TYPES = [
  'text',
  'long-text',
  'number',
  'choice',
  'choices',
  'scale-5',
  'scale-10',
  'person',
  'date',
  'deal',
] as const
const VISIBLES = ['thread', 'manager', 'anonymous'] as const satisfies readonly Visible[]

/** The form in which a question is added or changed; its state names the question. */
export function questionForm(scope: Scope, ritual: Pick<Ritual, 'id'>, question: Question | undefined): Form {
  const words = texts[scope.locale]
  const answer = question?.answer
  const filled = (value: string | undefined) =>
    value === undefined || value === '' ? {} : { initial: value }
  const marks = [...(question?.required ? ['required'] : []), ...(question?.makesItem ? ['item'] : [])]
  return {
    form: 'ritual.question',
    title: words.questionTitle,
    submit: words.save,
    state: `${ritual.id} ${question?.id ?? newId(scope.now)}`,
    fields: [
      { kind: 'text', name: 'label', label: words.label, ...filled(question?.label) },
      {
        kind: 'choice',
        name: 'type',
        label: words.answerType,
        options: TYPES.map((type) => ({ value: type, label: words.types[type] })),
        initial: answer ? (answer.type === 'scale' ? `scale-${answer.to}` : answer.type) : 'long-text',
      },
      {
        kind: 'long-text',
        name: 'options',
        label: words.options,
        optional: true,
        ...filled(answer && 'options' in answer ? answer.options.join('\n') : undefined),
      },
      {
        kind: 'text',
        name: 'unit',
        label: words.unit,
        optional: true,
        ...filled(answer?.type === 'number' ? answer.unit : undefined),
      },
      {
        kind: 'text',
        name: 'low',
        label: words.low,
        optional: true,
        ...filled(answer?.type === 'scale' ? answer.low : undefined),
      },
      {
        kind: 'text',
        name: 'high',
        label: words.high,
        optional: true,
        ...filled(answer?.type === 'scale' ? answer.high : undefined),
      },
      {
        kind: 'choice',
        name: 'visible',
        label: words.visible,
        options: VISIBLES.map((value) => ({ value, label: words.visibles[value] })),
        initial: question?.visible ?? 'thread',
      },
      {
        kind: 'choices',
        name: 'marks',
        label: words.marks,
        optional: true,
        options: [
          { value: 'required', label: words.markRequired },
          { value: 'item', label: words.markItem },
        ],
        ...(marks.length > 0 ? { initial: marks } : {}),
      },
    ],
  }
}

/** Reads a submitted question beside the ritual's others, or what is wrong, by field. */
export function readQuestion(
  scope: Scope,
  values: FormValues,
  id: string,
  others: readonly Question[],
): { question: Question } | { errors: FormErrors } {
  const words = texts[scope.locale]
  const errors: FormErrors = {}
  const label = onOneLine(one(values, 'label') ?? '', 3000)
  if (one(values, 'label') === undefined) errors.label = words.labelNeeded
  else if (label.length > LONGEST_QUESTION) errors.label = words.wordsTooLong(LONGEST_QUESTION)
  else if (others.some((other) => other.label === label)) errors.label = words.labelTaken
  const answer = readType(scope, values, errors)
  const visible = VISIBLES.find((known) => known === one(values, 'visible')) ?? 'thread'
  const marks = many(values, 'marks')
  const makesItem = marks.includes('item')
  if (makesItem && answer && answer.type !== 'text' && answer.type !== 'long-text')
    errors.marks = words.itemOfText
  if (makesItem && visible !== 'thread') errors.visible = words.itemForAll
  if (others.length >= MOST_QUESTIONS) errors.label = words.tooMany(MOST_QUESTIONS)
  if (!answer || Object.keys(errors).length > 0) return { errors }
  const question = { id, label, answer, required: marks.includes('required'), visible, makesItem }
  const form = answerForm('', [...others, question], { form: 'asked.answer', state: '' }, scope.locale)
  return isWholeEverywhere(form) ? { question } : { errors: { label: words.tooLarge } }
}

function readType(scope: Scope, values: FormValues, errors: FormErrors): AnswerType | undefined {
  const words = texts[scope.locale]
  const type = TYPES.find((known) => known === one(values, 'type'))
  const word = (field: string) => {
    const typed = one(values, field)
    if ((typed ?? '').length > LONGEST_WORD) errors[field] = words.wordsTooLong(LONGEST_WORD)
    return typed === undefined ? '' : onOneLine(typed, LONGEST_WORD)
  }
  switch (type) {
    case undefined:
      errors.type = words.typeNeeded
      return undefined
    case 'number':
      return { type, unit: word('unit') }
    case 'choice':
    case 'choices':
      return { type, options: readOptions(scope, values, errors) }
    case 'scale-5':
    case 'scale-10':
      return { type: 'scale', to: type === 'scale-5' ? 5 : 10, low: word('low'), high: word('high') }
    default:
      return { type }
  }
}

function readOptions(scope: Scope, values: FormValues, errors: FormErrors): string[] {
  const words = texts[scope.locale]
  const lines = (one(values, 'options') ?? '').split(/\r?\n|[\u2028\u2029]/)
  const options = [
    ...new Set(lines.filter((line) => !isBlank(line)).map((line) => onOneLine(line.trim(), 3000))),
  ]
  if (options.length < 2) errors.options = words.optionsNeeded
  if (options.length > MOST_OPTIONS) errors.options = words.optionsTooMany(MOST_OPTIONS)
  if (options.some((option) => option.length > LONGEST_OPTION))
    errors.options = words.optionTooLong(LONGEST_OPTION)
  return options
}
