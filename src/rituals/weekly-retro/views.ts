import { ageOf, type Item } from '../../improvements/item.ts'
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
import type { Held } from './held-store.ts'
import type { Outcome } from './outcome.ts'
import { retroKey } from './taking.ts'
import { texts } from './texts.ts'
import { type Week, weekSentence } from './week.ts'

/** So many unfinished items stand in the thread; `/improve team` has the others. */
const ITEMS_SHOWN = 12

export interface Opening {
  ritual: Ritual
  session: Session
  held: Held
  week: Week
  members: readonly Person[]
  /** How many of them are asked: not who is on leave. */
  asked: number
  /** What last week's retro has made. */
  lastWeek: readonly Item[]
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
    .map((item) => itemSpans(item, scope.today, locale, owners.get(item.owner), age(scope, ritual, item)))
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
      ...lastWeekBlocks(opening.lastWeek, locale),
      ...(items.length > 0 ? [text([bold(words.unfinished)]), list(items)] : [text(words.nothingUnfinished)]),
      ...(rest > 0 ? [context(words.more(rest))] : []),
      ...(opening.answered === undefined
        ? [
            text(words.invitation(opening.asked, closes)),
            ...(opening.held.short ? [context(words.short)] : []),
            ...(opening.held.minimum > 0 ? [context(words.namelessThread(opening.held.minimum))] : []),
            ...(opening.asked < opening.held.minimum ? [context(words.tooFewAsked(opening.asked))] : []),
            actions({
              label: words.fill,
              action: 'retro.fill',
              value: retroKey(session),
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
  said: {
    who: Person
    answers: Answers
    item: Item | undefined
    session: Pick<Session, 'ritual' | 'occurrence'>
    edited: boolean
    late: boolean
  },
): View {
  const { locale } = scope.workspace
  const words = texts[locale]
  const { who, answers, item } = said
  const note = item
    ? quiet(` · ${words.itemNote(item.number, showPeriod(item.dueOn, locale, scope.today))}`)
    : plain('')
  const marks = [...(said.late ? [words.lateMark] : []), ...(said.edited ? [words.edited] : [])]
  return {
    summary: `${words.answerSummary(who.name)}: ${answers.highlight}`,
    blocks: [
      text(spans(person(who), ...marks.map((mark) => quiet(` · ${mark}`)))),
      text(labelled(words.highlight, answers.highlight, locale)),
      text([...labelled(words.improvement, answers.improvement, locale), note]),
      ...(answers.shared ? privateBlocks(answers, locale) : []),
      actions({ label: words.makeItem, action: 'retro.item', value: `${retroKey(said.session)} ${who.id}` }),
    ],
  }
}

/** What is for the managers only, in a manager's language. */
export function privateView(who: Person, week: Period, answers: Answers, locale: Locale): View {
  const intro = texts[locale].privateIntro(who.name, weekNumber(week))
  return { summary: intro, blocks: [text(intro), ...privateBlocks(answers, locale)] }
}

/** What came out of a retro. */
export function summaryView(scope: Scope, outcome: Outcome, locale: Locale = scope.locale): View {
  const words = texts[locale]
  const { ritual, week, people, asked, answered, items, carried } = outcome
  const line =
    answered === 0
      ? words.nobody(asked)
      : words.summaryLine(answered, asked, items.length + carried.length, outcome.late)
  const section = (title: string, rows: Spans[]): Block[] =>
    rows.length > 0 ? [text([bold(title)]), list(rows)] : []
  const shown = (item: Item) =>
    itemSpans(item, scope.today, locale, people.get(item.owner), age(scope, ritual, item))
  return {
    summary: line,
    blocks: [
      heading(words.summaryTitle(ritual.team.name, weekNumber(week))),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[locale].lateClose(outcome.lateMinutes))] : []),
      text(line),
      ...trendBlocks(outcome.trend, locale),
      ...hiddenBlocks(scope, outcome, locale),
      ...section(
        words.highlights,
        outcome.highlights.map(({ person: id, said, late }) => {
          const who = id === undefined ? undefined : people.get(id)
          return spans(
            ...(who ? [person(who), plain(' ')] : []),
            said,
            ...(late ? [quiet(` · ${words.lateMark}`)] : []),
          )
        }),
      ),
      ...section(words.improvements, items.map(shown)),
      ...section(words.carried, carried.slice(0, ITEMS_SHOWN).map(shown)),
      ...(carried.length > ITEMS_SHOWN ? [context(words.more(carried.length - ITEMS_SHOWN))] : []),
      ...(items.length + carried.length > 0 ? [context(words.followedUp)] : []),
    ],
  }
}

/** Who took part in hundredths of a percent, floored; undefined where nobody was asked. */
export const shareOf = ({ asked = 0, answered }: Pick<Held, 'asked' | 'answered'>): number | undefined =>
  asked === 0 ? undefined : Math.floor((Math.min(answered, asked) * 10_000) / asked)

/** Participation over the last weeks: this one beside the one before, and all of them as little bars. */
function trendBlocks(trend: readonly Held[], locale: Locale): Block[] {
  const words = texts[locale]
  const weeks = trend.flatMap((held) => {
    const share = shareOf(held)
    return share === undefined ? [] : [{ week: weekNumber(held.occurrence), share }]
  })
  const [before, last] = weeks.slice(-2)
  if (!before || !last) return []
  return [
    text(words.trend(showPercent(before.share, 0), showPercent(last.share, 0))),
    {
      kind: 'sparkline',
      label: words.participation,
      points: weeks.map(({ week, share }) => ({
        label: words.weekLabel(week),
        value: share / 100,
        text: showPercent(share, 0),
      })),
    },
  ]
}

/** Answers without names that are too few to be shown: for now, or for good. */
function hiddenBlocks(scope: Scope, outcome: Outcome, locale: Locale): Block[] {
  const words = texts[locale]
  const { held, hidden, ritual } = outcome
  if (held.erased > 0) return [context(words.erased(held.erased, held.minimum))]
  if (hidden === 0) return []
  if (held.asked === undefined) return [context(words.waiting(hidden))]
  return [
    context(words.hidden(hidden, held.minimum, showMoment(held.lateUntil, ritual.zone, locale, scope.now))),
  ]
}

/** What has become of last week's list. */
function lastWeekBlocks(items: readonly Item[], locale: Locale): Block[] {
  if (items.length === 0) return []
  const count = (status: Item['status']) => items.filter((item) => item.status === status).length
  return [text(texts[locale].lastWeek(items.length, count('done'), count('dropped'), count('open')))]
}

const age = (scope: Scope, { zone, team }: Ritual, item: Item): number =>
  ageOf(item, scope.today, { zone, workdays: team.workdays })

export const weekNumber = (week: Period): number => Number(week.slice(6))

export function privateBlocks(
  answers: Pick<Answers, 'shortfall' | 'cause' | 'nextPlan'>,
  locale: Locale,
): Block[] {
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
