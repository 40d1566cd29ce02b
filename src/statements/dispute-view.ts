import { dateAt } from '../kernel/calendar.ts'
import { SAY } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import { daysBetween } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf, namesOf } from '../people/who.ts'
import { actions, type Button, context, heading, list, say, type View } from '../view/view.ts'
import { aboutInWords } from './dispute-about.ts'
import { type Dispute, disputeEvents } from './dispute-store.ts'
import { disputeTexts as texts } from './dispute-texts.ts'

/** What whoever decides gets: what is said to be off, and the two answers. */
export function disputeCard(locale: Locale, dispute: Dispute, sentence: string): View {
  const show = { label: `#${dispute.number}`, action: SAY, value: `/commission dispute ${dispute.number}` }
  return say(sentence, ...verdictButtons(locale, dispute), show)
}

/** A dispute with everything that was said, and, for who may decide, the two answers. */
export async function disputeView(scope: Acting, dispute: Dispute, mayDecide: boolean): Promise<View> {
  const words = texts[scope.locale]
  const who = await nameOf(scope, dispute.person)
  const about = await aboutInWords(scope, dispute, scope.locale)
  const period = showPeriod(dispute.period, scope.locale, scope.today)
  const title = words.title(dispute.number, who, about, period, words.states[dispute.state])
  const events = await disputeEvents(scope, dispute.id)
  const names = await namesOf(
    scope,
    events.flatMap((event) => event.by ?? []),
  )
  const lines = events.map((event) =>
    words.eventLine({
      on: dateAt(event.at, scope.workspace.zone),
      who: names.get(event.by ?? '') ?? '',
      kind: words.kinds[event.kind],
      note: event.note,
    }),
  )
  const unsettled = dispute.state === 'open' || dispute.state === 'carried'
  return {
    summary: title,
    blocks: [
      heading(title),
      list(lines),
      ...(unsettled ? [context(words.age(ageOf(scope, dispute)))] : []),
      ...(unsettled && mayDecide ? [actions(...verdictButtons(scope.locale, dispute))] : []),
    ],
  }
}

/** How many days ago it was opened. */
export const ageOf = (scope: Scope, { openedAt }: Dispute): number =>
  daysBetween(dateAt(openedAt, scope.workspace.zone), scope.today)

function verdictButtons(locale: Locale, { number }: Dispute): Button[] {
  const words = texts[locale]
  const value = String(number)
  return [
    { label: words.accept, action: 'dispute.accept', value, tone: 'primary' },
    { label: words.reject, action: 'dispute.reject', value },
  ]
}
