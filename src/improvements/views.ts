import { SAY } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { personById } from '../people/store.ts'
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
import { ageOf, daysOverdue, type Item } from './item.ts'
import { texts } from './texts.ts'

/** Whose list the buttons belong to: pressing one shows that list afresh. */
export type Listing = 'mine' | 'team'

/** From so many workdays on an item's age is worth a word. */
const AGE_TOLD_FROM = 3

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
  const first = items.slice(0, WITH_BUTTONS)
  const names = listing === 'team' ? await ownersOf(scope, first) : undefined
  const shown = first.flatMap((item): Block[] => [
    text(
      itemSpans(item, scope.today, locale, names?.get(item.owner), ageOf(item, scope.today, scope.workspace)),
    ),
    actions(...itemButtons(item, listing, locale)),
  ])
  const rest = items.length - WITH_BUTTONS
  return {
    summary: sentence,
    blocks: [
      text([bold(sentence)]),
      ...shown,
      ...(rest > 0 ? [context(words.more(rest))] : []),
      actions(addButton(locale), { label: words.statsButton, action: SAY, value: `/improve stats` }),
    ],
  }
}

/** Who has these items, also those who have left. */
async function ownersOf(scope: Scope, items: readonly Item[]): Promise<Map<string, Person>> {
  const owners = new Map<string, Person>()
  for (const { owner } of items) {
    const found = owners.has(owner) ? undefined : await personById(scope, owner)
    if (found) owners.set(owner, found)
  }
  return owners
}

/** Opens the form for one more. */
export const addButton = (locale: Locale): Button => ({
  label: texts[locale].addButton,
  action: 'improve.add',
})

/**
 * `I-7 call two old customers · due 27 Nov · 2 days late · open for 12 workdays`, with its owner first where one is
 * given. `age`: its workdays so far.
 */
export function itemSpans(item: Item, today: LocalDate, locale: Locale, owner?: Person, age = 0): Spans {
  const words = texts[locale]
  const late = daysOverdue(item, today)
  const notes = [
    words.due(showPeriod(item.dueOn, locale, today)),
    ...(late > 0 ? [words.overdue(late)] : []),
    ...(item.status === 'open' && age >= AGE_TOLD_FROM ? [words.age(age)] : []),
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
    { label: words.moreButton, action: 'improve.show', value },
  ]
}

function sourceNote(item: Item, locale: Locale): string[] {
  const [kind, period = ''] = item.source.split(':')
  const words = texts[locale].from
  if (kind === 'ritual') return [words.ritual(item.source.slice('ritual:'.length))]
  if (kind === 'retro') return [words.retro(Number(period.slice(6)))]
  if (kind === 'review') return [words.review(Number(period.slice(5)))]
  return kind === 'calibration' ? [words.calibration(Number(period.slice(5)))] : []
}
