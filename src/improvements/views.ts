import type { Locale } from '../kernel/locale.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { everyone } from '../people/store.ts'
import type { Form } from '../view/form.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  person,
  plain,
  quiet,
  type Spans,
  spans,
  text,
  type View,
} from '../view/view.ts'
import { daysOverdue, type Item } from './item.ts'
import { texts } from './texts.ts'

/** Whose list the buttons belong to: pressing one shows that list afresh. */
export type Listing = 'mine' | 'team'

/** Items with buttons; more would be a wall of buttons. */
const WITH_BUTTONS = 8

/** Open items with their buttons, under a sentence. `team` names whose each one is. */
export async function listView(
  scope: Scope,
  sentence: string,
  items: readonly Item[],
  listing: Listing,
  locale: Locale = scope.locale,
): Promise<View> {
  const words = texts[locale]
  const names = listing === 'team' ? new Map((await everyone(scope)).map((one) => [one.id, one])) : undefined
  const shown = items
    .slice(0, WITH_BUTTONS)
    .flatMap((item): Block[] => [
      text(itemSpans(item, scope.today, locale, names?.get(item.owner))),
      actions(...itemButtons(item, listing, locale)),
    ])
  const rest = items.length - WITH_BUTTONS
  return {
    summary: sentence,
    blocks: [text([bold(sentence)]), ...shown, ...(rest > 0 ? [context(words.more(rest))] : [])],
  }
}

/** `I-7 call two old customers · due 27 Nov · 2 days late`, with its owner first where one is given. */
export function itemSpans(item: Item, today: LocalDate, locale: Locale, owner?: Person): Spans {
  const words = texts[locale]
  const late = daysOverdue(item, today)
  const notes = [
    words.due(showPeriod(item.dueOn, locale, today)),
    ...(late > 0 ? [words.overdue(late)] : []),
    ...(item.postponed > 0 ? [words.postponed(item.postponed)] : []),
    ...sourceNote(item, locale),
  ]
  const who = owner ? [person(owner), plain(' ')] : []
  return spans(...who, bold(`I-${item.number}`), ` ${item.what} `, quiet(`· ${notes.join(' · ')}`))
}

function itemButtons(item: Item, listing: Listing, locale: Locale): Button[] {
  const words = texts[locale]
  const value = `${item.id} ${listing}`
  return [
    { label: words.doneButton, action: 'improve.done', value, tone: 'primary' },
    { label: words.nextWeekButton, action: 'improve.postpone', value },
    { label: words.dropButton, action: 'improve.drop', value },
  ]
}

/** Asks why an item is dropped. */
export function dropForm(item: Item, locale: Locale): Form {
  const words = texts[locale]
  return {
    form: 'improve.drop',
    title: words.dropTitle,
    submit: words.dropSubmit,
    state: item.id,
    fields: [
      { kind: 'note', text: `I-${item.number} ${item.what}` },
      { kind: 'text', name: 'reason', label: words.dropReason, hint: words.dropHint },
    ],
  }
}

function sourceNote(item: Item, locale: Locale): string[] {
  const [kind, period = ''] = item.source.split(':')
  const words = texts[locale].from
  if (kind === 'retro') return [words.retro(Number(period.slice(6)))]
  if (kind === 'review') return [words.review(Number(period.slice(5)))]
  return kind === 'calibration' ? [words.calibration(Number(period.slice(5)))] : []
}
