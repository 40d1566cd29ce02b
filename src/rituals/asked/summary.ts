import type { Item } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { cut } from '../../view/fit.ts'
import {
  type Block,
  bold,
  context,
  heading,
  list,
  person,
  plain,
  type Spans,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { texts as ritualTexts } from '../texts.ts'
import { aggregate } from './aggregate.ts'
import { type Answer, OUTCOME } from './answer-store.ts'
import { stepsOf } from './form.ts'
import { LEAST_ANONYMOUS, type Question } from './question.ts'
import { showNumber } from './show-value.ts'
import { texts } from './texts.ts'
import type { Spoken } from './views.ts'

/** So many texts of all questions together stand in a summary, each in so many characters; the thread has them whole. */
const TEXTS_SHOWN = 40
const TEXT_SHOWN = 200

export interface Outcome {
  spoken: Spoken
  asked: number
  answered: number
  late: number
  /** Those that are for everybody, or for who reads this. */
  answers: readonly Answer[]
  items: readonly Item[]
  /** Who is spoken of, by id. */
  people: ReadonlyMap<string, Person>
  lateMinutes: number
  closed: boolean
}

/** What came out of a serving, for everybody: what is private stays out. */
export function summaryView(scope: Scope, outcome: Outcome, locale = scope.locale): View {
  const words = texts[locale]
  const { spoken, asked, answered, late } = outcome
  const { asks, name, ritual } = spoken
  const line = answered === 0 ? words.nobody(asked) : words.participation(answered, asked, late)
  const shared = asks.questions.filter(({ visible }) => visible !== 'manager')
  return {
    summary: line,
    blocks: [
      heading(words.summaryTitle(name, ritual.team.name, showPeriod(spoken.occurrence, locale, scope.today))),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[locale].lateClose(outcome.lateMinutes))] : []),
      text(line),
      ...(answered === 0
        ? []
        : asks.workshop
          ? caseBlocks(outcome, locale)
          : questionBlocks(outcome, shared, locale)),
      ...(outcome.items.length > 0
        ? [
            text([bold(words.made)]),
            list(
              outcome.items.map((item) =>
                itemSpans(item, scope.today, locale, outcome.people.get(item.owner)),
              ),
            ),
          ]
        : []),
    ],
  }
}

/** What was answered to these questions, by the kind of each. */
export function questionBlocks(
  outcome: Pick<Outcome, 'answers' | 'people' | 'closed'>,
  questions: readonly Question[],
  locale: Scope['locale'],
): Block[] {
  const listed = questions.filter(({ answer }) => aggregate({ answer }, ['']).kind === 'listed').length
  const most = Math.max(3, Math.floor(TEXTS_SHOWN / Math.max(1, listed)))
  return questions.flatMap((question) => oneQuestion(outcome, question, most, locale))
}

function oneQuestion(
  { answers, people, closed }: Pick<Outcome, 'answers' | 'people' | 'closed'>,
  question: Question,
  most: number,
  locale: Scope['locale'],
): Block[] {
  const words = texts[locale]
  const title = text([bold(question.label)])
  const given = answers.filter((one) => one.question === question.id)
  const { answer } = question
  if (question.visible === 'anonymous') {
    if (!closed) return [title, context(words.afterClose)]
    if (given.some(({ visible }) => visible === 'sealed'))
      return [title, context(words.tooFew(LEAST_ANONYMOUS))]
  }
  const sum = aggregate(
    question,
    given.map(({ value }) => value),
  )
  switch (sum.kind) {
    case 'none':
      return [title, context(words.unanswered)]
    case 'numbers': {
      const unit = answer.type === 'number' ? answer.unit : ''
      const [mean, median, least, most] = [sum.mean, sum.median, sum.least, sum.most].map((value) =>
        showNumber(value, unit),
      ) as [string, string, string, string]
      return [title, text(words.numbers({ mean, median, least, most, count: sum.count }))]
    }
    case 'scale': {
      const labels = sum.steps.map((_, at) => String(at + 1))
      const ends =
        answer.type === 'scale' ? stepsOf(answer).filter(({ value, label }) => value !== label) : []
      const notes = [...ends.map(({ label }) => label), words.mean(showNumber(sum.mean, ''), sum.count)]
      return [
        {
          kind: 'chart',
          shape: 'bar',
          title: question.label,
          unit: words.peopleUnit,
          labels,
          series: [{ name: question.label, values: sum.steps }],
        },
        context(notes.join(words.joint)),
      ]
    }
    case 'choices': {
      const named = (option: string) =>
        answer.type === 'person' ? (people.get(option)?.name ?? option) : option
      const rows = sum.options.map(({ option, count }) =>
        spans(named(option), ' ', bold(words.chosen(count, sum.count))),
      )
      return [title, list(rows)]
    }
    case 'listed': {
      const rows = given.slice(0, most).map((one) => said(one, people))
      const rest = given.length - most
      return [title, list(rows), ...(rest > 0 ? [context(words.more(rest))] : [])]
    }
  }
}

/** The cases of a workshop, each by its first answer, and what came out of it. */
function caseBlocks({ spoken, answers, people }: Outcome, locale: Scope['locale']): Block[] {
  const words = texts[locale]
  const [first] = spoken.asks.questions
  const opened = answers.filter(({ question }) => question === first?.id)
  const rows = opened.map((one) => {
    const outcome = answers.find((other) => other.person === one.person && other.question === OUTCOME)
    const came = outcome ? cut(outcome.shown, TEXT_SHOWN) : words.noOutcome
    return [...said(one, people), plain(' → '), bold(came)]
  })
  return [text([bold(words.cases)]), list(rows)]
}

function said({ person: id, shown }: Answer, people: ReadonlyMap<string, Person>): Spans {
  const who = people.get(id)
  return spans(...(who ? [person(who), plain(' ')] : []), cut(shown, TEXT_SHOWN))
}
