import type { Item } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import { type Locale, wordGap } from '../../kernel/locale.ts'
import { showShort } from '../../kernel/money.ts'
import type { Period } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import {
  actions,
  type Block,
  bold,
  context,
  fields,
  heading,
  list,
  person,
  plain,
  quiet,
  type Spans,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import { texts as ritualTexts } from '../texts.ts'
import type { Answers } from './answers.ts'
import { partKey } from './prompt.ts'
import { texts } from './texts.ts'
import { type Week, weekSentence } from './week.ts'

/** So many unfinished items stand in the thread; `/improve team` has the others. */
const ITEMS_SHOWN = 12

export interface Opening {
  ritual: Ritual
  session: Session
  week: Week
  members: readonly Person[]
  /** How many of them are asked: not who is on leave. */
  asked: number
  unfinished: readonly Item[]
  lateMinutes: number
  /** Who opened it before its time. */
  startedBy: string | undefined
  /** How many took part, once it is closed. */
  answered: number | undefined
}

/** The message that opens the thread: the team's week, and what is still open first. */
export function openingView(scope: Scope, opening: Opening): View {
  const { ritual, session, week, members, unfinished } = opening
  const { locale, currency } = scope.workspace
  const words = texts[locale]
  const number = weekNumber(session.occurrence)
  const closes = showMoment(session.closesAt, ritual.zone, locale, scope.now)
  const attained: [string, string][] =
    week.monthBps === undefined
      ? []
      : [
          [
            `${showPeriod(week.month, locale, scope.today)}${wordGap(locale)}${words.labels.attainment}`,
            showPercent(week.monthBps, 1),
          ],
        ]
  const owners = new Map(members.map((one) => [one.id, one]))
  const items = unfinished
    .slice(0, ITEMS_SHOWN)
    .map((item) => itemSpans(item, scope.today, locale, owners.get(item.owner)))
  const rest = unfinished.length - ITEMS_SHOWN
  return {
    summary: words.opening(ritual.team.name, number, weekSentence(scope, week, locale)),
    blocks: [
      heading(words.title(ritual.team.name, number)),
      ...(opening.lateMinutes > 0 ? [context(ritualTexts[locale].late(opening.lateMinutes))] : []),
      ...(opening.startedBy ? [context(words.startedBy(opening.startedBy))] : []),
      fields(
        [words.labels.deals, String(week.deals)],
        [words.labels.signed, showShort(week.signedMinor, currency, locale)],
        [words.labels.newCustomers, String(week.newCustomers)],
        ...attained,
      ),
      ...(items.length > 0 ? [text([bold(words.unfinished)]), list(items)] : [text(words.nothingUnfinished)]),
      ...(rest > 0 ? [context(words.more(rest))] : []),
      ...(opening.answered === undefined
        ? [
            text(words.invitation(opening.asked, closes)),
            actions({
              label: words.fill,
              action: 'retro.fill',
              value: partKey(session),
              tone: 'primary' as const,
            }),
          ]
        : [text([bold(words.over(opening.answered, opening.asked))])]),
    ],
  }
}

/** A person's answer in the thread: highlight and improvement, and the rest where they share it. */
export function answerView(
  scope: Scope,
  who: Person,
  answers: Answers,
  item: Item | undefined,
  edited: boolean,
): View {
  const { locale } = scope.workspace
  const words = texts[locale]
  const note = item
    ? quiet(` · ${words.itemNote(item.number, showPeriod(item.dueOn, locale, scope.today))}`)
    : plain('')
  return {
    summary: `${words.answerSummary(who.name)}: ${answers.highlight}`,
    blocks: [
      text(spans(person(who), ...(edited ? [quiet(` · ${words.edited}`)] : []))),
      text(labelled(words.highlight, answers.highlight, locale)),
      text([...labelled(words.improvement, answers.improvement, locale), note]),
      ...(answers.shared ? privateBlocks(answers, locale) : []),
    ],
  }
}

/** What is for the managers only, in a manager's language. */
export function privateView(who: Person, week: Period, answers: Answers, locale: Locale): View {
  const intro = texts[locale].privateIntro(who.name, weekNumber(week))
  return { summary: intro, blocks: [text(intro), ...privateBlocks(answers, locale)] }
}

export interface Outcome {
  ritual: Ritual
  week: Period
  /** Who was asked, by id. */
  people: ReadonlyMap<string, Person>
  asked: number
  answers: readonly { person: string; highlight: string }[]
  /** What the answers have made, and what was open before. */
  items: readonly Item[]
  carried: readonly Item[]
  lateMinutes: number
}

/** What came out of a retro. */
export function summaryView(scope: Scope, outcome: Outcome, locale: Locale = scope.locale): View {
  const words = texts[locale]
  const { ritual, week, people, asked, answers, items, carried } = outcome
  const line =
    answers.length === 0
      ? words.nobody(asked)
      : words.summaryLine(answers.length, asked, items.length + carried.length)
  const section = (title: string, rows: Spans[]): Block[] =>
    rows.length > 0 ? [text([bold(title)]), list(rows)] : []
  const shown = (item: Item) => itemSpans(item, scope.today, locale, people.get(item.owner))
  return {
    summary: line,
    blocks: [
      heading(words.summaryTitle(ritual.team.name, weekNumber(week))),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[locale].lateClose(outcome.lateMinutes))] : []),
      text(line),
      ...section(
        words.highlights,
        answers.map((answer) => {
          const who = people.get(answer.person)
          return spans(...(who ? [person(who), plain(' ')] : []), answer.highlight)
        }),
      ),
      ...section(words.improvements, items.map(shown)),
      ...section(words.carried, carried.slice(0, ITEMS_SHOWN).map(shown)),
      ...(carried.length > ITEMS_SHOWN ? [context(words.more(carried.length - ITEMS_SHOWN))] : []),
    ],
  }
}

export const weekNumber = (week: Period): number => Number(week.slice(6))

function privateBlocks(answers: Answers, locale: Locale): Block[] {
  const words = texts[locale]
  const parts: [string, string | undefined][] = [
    [words.shortfall, answers.shortfall],
    [words.cause, answers.cause],
    [words.nextPlan, answers.nextPlan],
  ]
  return parts.flatMap(([label, said]) => (said === undefined ? [] : [text(labelled(label, said, locale))]))
}

const labelled = (label: string, said: string, locale: Locale): Spans =>
  spans(bold(locale === 'en' ? `${label}: ` : `${label}：`), said)
