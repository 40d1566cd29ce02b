import { joinSentences } from '../kernel/locale.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { actions, type Button, list, text, type View } from '../view/view.ts'
import { showPay } from './figures.ts'
import { newsTexts } from './news-texts.ts'
import { type ChangedPay, isApproved, type NewsRow } from './pay-news-store.ts'
import { asValue } from './question.ts'
import { texts } from './texts.ts'

const MOST_LISTED = 8 // what happened before these is counted

/**
 * One message about everything in its rows: what happened, and each period's pay before the first and after the last
 * of it. Undefined: in the end nothing has changed.
 */
export async function newsView(
  scope: Scope,
  person: Person,
  rows: readonly NewsRow[],
): Promise<View | undefined> {
  const reader = { ...scope, locale: person.locale }
  const words = newsTexts[person.locale]
  const happened = rows.filter((row) => row.happened !== '')
  const changes = inAll(rows)
  const figuresOnly = rows.every((row) => row.changed !== undefined)
  if (figuresOnly && changes.length === 0) return undefined
  const [only] = happened.length === 1 ? happened : []
  const figures: string[] = []
  for (const change of changes) figures.push(await figureOf(reader, change, only !== undefined))
  const first = only ? only.happened : words.several(happened.length)
  const sentence = joinSentences([first, ...figures], person.locale)
  const buttons = buttonsFor(reader, person, only, changes)
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...(only ? [] : [list(listed(happened, person))]),
      ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ],
  }
}

/** Of each period the pay before the first and after the last change, where it is another one. */
function inAll(rows: readonly NewsRow[]): ChangedPay[] {
  const found = new Map<string, ChangedPay>()
  for (const { changed } of rows) {
    if (!changed) continue
    const key = `${changed.period} ${changed.part}`
    const first = found.get(key)
    found.set(
      key,
      first ? { ...changed, beforeMinor: first.beforeMinor, beforePpm: first.beforePpm } : changed,
    )
  }
  return [...found.values()].filter(({ beforeMinor, afterMinor }) => beforeMinor !== afterMinor)
}

async function figureOf(scope: Scope, change: ChangedPay, alone: boolean): Promise<string> {
  const words = newsTexts[scope.locale]
  const percent = (ppm: number | undefined) => (ppm === undefined ? undefined : showPercent(ppm / 100))
  const confirmed = change.part === 'confirmed'
  const [before, after] = confirmed ? [] : [percent(change.beforePpm), percent(change.afterPpm)]
  const period = showPeriod(change.period, scope.locale, scope.today)
  const sentence = words.figure({
    period,
    confirmed,
    attainment: before !== undefined && after !== undefined && before !== after ? [before, after] : undefined,
    before: change.beforeMinor === undefined ? undefined : showPay(scope, change.beforeMinor),
    after: showPay(scope, change.afterMinor),
    crossed: alone && !confirmed ? change.crossed : undefined,
  })
  if (!(await isApproved(scope, change.period))) return sentence
  return joinSentences([sentence, words.approved(period)], scope.locale)
}

function listed(happened: readonly NewsRow[], { locale }: Person): string[] {
  const shown = happened.slice(-MOST_LISTED)
  const rest = happened.length - shown.length
  return [...(rest > 0 ? [newsTexts[locale].earlier(rest)] : []), ...shown.map((row) => row.happened)]
}

function buttonsFor(
  scope: Scope,
  person: Person,
  only: NewsRow | undefined,
  [change]: readonly ChangedPay[],
): Button[] {
  if (!change) return []
  const value = asValue({ person, period: change.period })
  return [
    { label: texts[scope.locale].explain, action: 'commission.explain', value },
    ...(only?.deal ? [{ label: newsTexts[scope.locale].deal, action: 'deal.show', value: only.deal }] : []),
  ]
}
