import type { Answer, CommandInput } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { namesOf } from '../../people/who.ts'
import { type Block, context, heading, say, text, type View } from '../../view/view.ts'
import { named, ritualsSeen } from '../manage/which.ts'
import { monthly } from '../monthly.ts'
import { outcomeOf } from './close.ts'
import { monthReviewed } from './hold.ts'
import { entriesOf, notesOf, reviewOf } from './store.ts'
import { texts } from './texts.ts'
import { entrySpans, findingsView, openingView, outcomeView, tellingOf } from './views.ts'

/** `/review`: its state, and what the past ones have found. */
export const review = monthly({
  template: 'monthly-data-review',
  title: (locale) => texts[locale].name,
  summaryAction: 'review.summary',
  monthsBack: 1,
  async summary(scope, ritual, session) {
    const found = await reviewOf(scope, ritual.id, session.occurrence)
    if (!found) return say(texts[scope.locale].gone)
    const telling = await tellingOf(scope, found.facts, false)
    const over = session.closedAt !== undefined
    const opening = openingView(telling, { ritual, session, lateMinutes: 0, over, within: false })
    const findings = findingsView(telling, session)
    const made = await entriesOf(scope, ritual.id, session.occurrence)
    const outcome = outcomeView(scope, await outcomeOf(scope, ritual, found, 0), scope.locale)
    return {
      summary: opening.summary,
      blocks: [...opening.blocks, ...(findings?.blocks ?? []), ...(made.length > 0 ? outcome.blocks : [])],
    } satisfies View
  },
  openButtons: (scope, session) => [
    {
      label: texts[scope.locale].addCase,
      action: 'review.case',
      value: `${session.ritual} ${session.occurrence}`,
      tone: 'primary',
    },
  ],
})

const NOTES_SHOWN = 20

/** `/review notes [team]`: the SOP notes of my teams, the latest first. */
export async function showNotes(scope: Acting, { text: typed }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const seen = (await ritualsSeen(scope)).filter(({ template }) => template === 'monthly-data-review')
  const found = named(scope, seen, typed)
  if (found instanceof Refusal) return found
  const notes = await notesOf(
    scope,
    found.map(({ id }) => id),
    NOTES_SHOWN,
  )
  if (notes.length === 0) return new Refusal(words.noNotes)
  const names = await namesOf(
    scope,
    notes.map((note) => note.person),
  )
  const blocks = notes.flatMap((note): Block[] => {
    const month = showPeriod(monthReviewed(note.occurrence, scope.today), scope.locale, scope.today)
    return [
      text(entrySpans(note, undefined)),
      context(words.noteFrom(month, names.get(note.person) ?? note.person)),
    ]
  })
  return { summary: words.notes, blocks: [heading(words.notes), ...blocks] } satisfies View
}
