import type { Locale } from '../../kernel/locale.ts'
import type { Period } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { Instant } from '../../kernel/time.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  details,
  heading,
  list,
  person,
  quiet,
  type Spans,
  say,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import { texts as ritualTexts } from '../texts.ts'
import { hintsOf } from './form.ts'
import type { Asks, Question } from './question.ts'
import { texts } from './texts.ts'

/** What the messages of one serving speak of; a preview and a trial speak of one that is not held. */
export interface Spoken {
  ritual: Pick<Ritual, 'team' | 'zone'>
  name: string
  asks: Asks
  occurrence: Period
  closesAt: Instant
  presentAt: Instant | undefined
}

export interface Opening {
  /** How many are asked. */
  asked: number
  lateMinutes: number
  startedBy: string | undefined
  fill: Button | undefined
  /** How many have answered, once it is closed. */
  over: number | undefined
}

/** The message that opens the thread. */
export function openingView(scope: Scope, spoken: Spoken, opening: Opening): View {
  const { locale } = scope.workspace
  const words = texts[locale]
  const { team, zone } = spoken.ritual
  const moment = (at: Instant) => showMoment(at, zone, locale, scope.now)
  const invitation = spoken.presentAt
    ? words.collecting(opening.asked, moment(spoken.presentAt))
    : words.invitation(opening.asked, moment(spoken.closesAt))
  return {
    summary: words.opening(spoken.name, team.name),
    blocks: [
      heading(words.title(spoken.name, team.name, showPeriod(spoken.occurrence, locale, scope.today))),
      ...(opening.lateMinutes > 0 ? [context(ritualTexts[locale].late(opening.lateMinutes))] : []),
      ...(opening.startedBy ? [context(words.startedBy(opening.startedBy))] : []),
      ...(opening.over === undefined
        ? [
            text(invitation),
            ...(opening.fill ? [actions({ ...opening.fill, label: words.fill, tone: 'primary' })] : []),
          ]
        : [text([bold(words.over(opening.over, opening.asked))])]),
      details(
        words.questions,
        list(spoken.asks.questions.map((one, at) => questionSpans(spoken.asks, one, at, locale))),
      ),
    ],
  }
}

/** A question with what there is to know before it is answered. */
function questionSpans({ questions }: Asks, question: Question, at: number, locale: Locale): Spans {
  const hints = hintsOf(question, questions[at - 1], locale)
  const notes = [...(question.required ? [texts[locale].required] : []), ...(hints === '' ? [] : [hints])]
  return spans(question.label, ...(notes.length > 0 ? [quiet(` · ${notes.join(texts[locale].joint)}`)] : []))
}

/** What a person is asked privately. */
export function promptView(spoken: Spoken, button: Button, to: Pick<Person, 'locale'>, now: Instant): View {
  const words = texts[to.locale]
  const until = showMoment(spoken.presentAt ?? spoken.closesAt, spoken.ritual.zone, to.locale, now)
  return say(words.prompt(spoken.name, spoken.asks.questions.length, until), {
    ...button,
    label: words.fill,
    tone: 'primary',
  })
}

/** The prompt of who has answered. */
export function answeredView(spoken: Spoken, button: Button, to: Pick<Person, 'locale'>, now: Instant): View {
  const words = texts[to.locale]
  const until = showMoment(spoken.closesAt, spoken.ritual.zone, to.locale, now)
  return say(words.answered(spoken.name, until), { ...button, label: words.change })
}

/** The last word to those who have not answered. */
export function nudgeView(spoken: Spoken, button: Button, to: Pick<Person, 'locale'>, now: Instant): View {
  const words = texts[to.locale]
  const until = showMoment(spoken.presentAt ?? spoken.closesAt, spoken.ritual.zone, to.locale, now)
  return say(words.nudge(spoken.name, until), { ...button, label: words.fill, tone: 'primary' })
}

export interface ShownAnswer {
  question: Question
  shown: string
}

/** What somebody has answered for everybody to read. */
export function answerView(
  locale: Locale,
  who: Person,
  answers: readonly ShownAnswer[],
  marks: { late: boolean; edited: boolean },
): View {
  const words = texts[locale]
  const notes = [...(marks.late ? [words.late] : []), ...(marks.edited ? [words.edited] : [])]
  return {
    summary: words.answerSummary(who.name),
    blocks: [
      text(spans(person(who), ...(notes.length > 0 ? [quiet(` · ${notes.join(' · ')}`)] : []))),
      ...answerBlocks(answers, locale),
    ],
  }
}

export const answerBlocks = (answers: readonly ShownAnswer[], locale: Locale): Block[] =>
  answers.map(({ question, shown }) => text(labelled(question.label, shown, locale)))

/** `Label: what was said`, with the colon of the language unless the label asks already. */
export const labelled = (label: string, said: string, locale: Locale): Spans =>
  spans(bold(/[?？:：]$/.test(label) ? `${label} ` : locale === 'en' ? `${label}: ` : `${label}：`), said)
