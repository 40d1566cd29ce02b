import type { Item } from '../../improvements/item.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Period } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { namesOf } from '../../people/who.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  heading,
  list,
  newline,
  person,
  plain,
  type Spans,
  spans,
  text,
  type View,
} from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import { texts as ritualTexts } from '../texts.ts'
import { dealCharts, moneyCharts } from './charts.ts'
import type { Facts } from './facts.ts'
import { changeWords, findingSpans, hidden, show, type Telling } from './finding-words.ts'
import { type Finding, findings, monthsInMean, SMALL_SAMPLE } from './findings.ts'
import type { Entry } from './store.ts'
import { texts } from './texts.ts'

/** What stands in a channel speaks the workspace's language, whoever caused it. */
export async function tellingOf(asker: Scope, facts: Facts, inChannel = true): Promise<Telling> {
  const scope = inChannel ? { ...asker, locale: asker.workspace.locale } : asker
  return {
    scope,
    facts,
    names: await namesOf(
      scope,
      facts.people.map((one) => one.name),
    ),
  }
}

export interface Opening {
  ritual: Ritual
  session: Pick<Session, 'ritual' | 'occurrence' | 'closesAt'>
  lateMinutes: number
  over: boolean
  /** It stands in a calibration's thread. */
  within: boolean
}

/** The first message: how the month was, in figures and two charts, and the place for cases. */
export function openingView(telling: Telling, opening: Opening): View {
  const { scope } = telling
  const words = texts[scope.locale]
  const { ritual, session, over } = opening
  const month = monthOf(telling)
  const title = opening.within ? words.withinTitle(month) : words.title(ritual.team.name, month)
  const closes = showMoment(session.closesAt, ritual.zone, scope.locale, scope.now)
  return {
    summary: words.opening(ritual.team.name, month),
    blocks: [
      heading(title),
      ...(opening.lateMinutes > 0 ? [context(ritualTexts[scope.locale].late(opening.lateMinutes))] : []),
      text([bold(headline(telling))]),
      ...moneyCharts(telling),
      context(basis(telling)),
      ...(over
        ? [text([bold(words.over)])]
        : [
            text(words.ask(closes)),
            actions({
              label: words.addCase,
              action: 'review.case',
              value: `${session.ritual} ${session.occurrence}`,
              tone: 'primary',
            }),
          ]),
    ],
  }
}

/** What the figures say, each with what can be made of it; undefined where they say nothing. */
export function findingsView(
  telling: Telling,
  session: Pick<Session, 'ritual' | 'occurrence'>,
): View | undefined {
  const found = findings(telling.facts)
  if (found.length === 0) return undefined
  const words = texts[telling.scope.locale]
  return {
    summary: words.findingsTitle,
    blocks: [
      heading(words.findingsTitle),
      ...found.flatMap((finding): Block[] => [
        text(findingSpans(telling, finding)),
        actions(...draftButtons(telling, session, finding)),
      ]),
      ...dealCharts(telling),
      context(words.small(SMALL_SAMPLE)),
    ],
  }
}

function draftButtons(
  { scope }: Telling,
  session: Pick<Session, 'ritual' | 'occurrence'>,
  { kind }: Finding,
): Button[] {
  const words = texts[scope.locale]
  const value = `${session.ritual} ${session.occurrence} ${kind}`
  return [
    { label: words.toItem, action: 'review.item', value },
    { label: words.toPlan, action: 'review.plan', value },
    { label: words.toSop, action: 'review.sop', value },
  ]
}

/** `45.2 万，12 单；比 10 月 +10 万，+28%；比前 3 个月平均 …` */
function headline(telling: Telling): string {
  const { scope, facts } = telling
  const words = texts[scope.locale]
  const [now = 0, before = 0] = facts.team.minor
  const [deals = 0, dealsBefore = 0] = facts.team.deals
  const months = monthsInMean(facts)
  const earlier = [1, 2, 3].filter((back) => (facts.team.deals[back] ?? 0) > 0)
  const mean = Math.round(
    earlier.reduce((all, back) => all + (facts.team.minor[back] ?? 0), 0) / (months || 1),
  )
  if (deals === 0 && now === 0) return words.noDeals(monthOf(telling))
  return [
    hidden(telling) ? words.headlineDeals(deals) : words.headline(show(telling, now), deals),
    ...(dealsBefore > 0
      ? [
          words.against(
            changeWords(telling, now, before),
            showPeriod(facts.months[1] ?? '', scope.locale, scope.today),
          ),
        ]
      : []),
    ...(months > 1 ? [words.againstMean(changeWords(telling, now, mean), months)] : []),
  ].join(words.join)
}

function basis(telling: Telling): string {
  const { scope, facts } = telling
  const words = texts[scope.locale]
  const parts = [words.basis(monthOf(telling), facts.people.length)]
  if (facts.foreign > 0) parts.push(words.foreign(facts.foreign))
  return parts.join(scope.locale === 'en' ? ' ' : '')
}

const monthOf = ({ scope, facts }: Telling): string =>
  showPeriod(facts.months[0] ?? '', scope.locale, scope.today)

/** A case, or an SOP note, as it stands in the thread and in lists. */
export function entrySpans(entry: Pick<Entry, 'title' | 'body'>, who: Person | undefined): Spans {
  const lines = entry.body.split('\n').flatMap((line): Spans => [newline, plain(line)])
  return [...(who ? [person(who), plain(' ')] : []), bold(entry.title), ...lines]
}

export interface Outcome {
  ritual: Ritual
  month: Period
  entries: readonly { entry: Entry; who: Person | undefined }[]
  items: readonly { item: Item; owner: Person | undefined }[]
  lateMinutes: number
}

/** What came out of it: cases, improvement items and SOP notes; in the workspace's language, or in who asks'. */
export function outcomeView(asker: Scope, outcome: Outcome, locale: Locale = asker.workspace.locale): View {
  const scope = { ...asker, locale }
  const words = texts[scope.locale]
  const of = (kind: Entry['kind']) => outcome.entries.filter(({ entry }) => entry.kind === kind)
  const [cases, notes] = [of('case'), of('sop')]
  const line = words.outcome(cases.length, outcome.items.length, notes.length)
  const titles = (some: typeof cases) =>
    some.map(({ entry, who }) => spans(...(who ? [person(who), plain(' ')] : []), entry.title))
  return {
    summary: line,
    blocks: [
      heading(
        words.closeTitle(outcome.ritual.team.name, showPeriod(outcome.month, scope.locale, scope.today)),
      ),
      ...(outcome.lateMinutes > 0 ? [context(ritualTexts[scope.locale].lateClose(outcome.lateMinutes))] : []),
      text(line),
      ...section(words.cases, titles(cases)),
      ...section(
        words.items,
        outcome.items.map(({ item, owner }) => itemSpans(item, scope.today, scope.locale, owner)),
      ),
      ...section(words.notes, titles(notes)),
    ],
  }
}

const section = (title: string, rows: Spans[]): Block[] =>
  rows.length > 0 ? [text([bold(title)]), list(rows)] : []
