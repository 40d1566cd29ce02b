import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { newId } from '../../kernel/id.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { say, text } from '../../view/view.ts'
import { holdOpen, sessionOf } from '../session-store.ts'
import { atReview } from './at-review.ts'
import { threadsOf } from './hold.ts'
import { addEntry } from './store.ts'
import { texts } from './texts.ts'
import { entrySpans } from './views.ts'

/** The button under a review's first message: opens the form. */
export async function askCase(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = value.split(' ')
  const at = await atReview(scope, ritualId, occurrence)
  if (at instanceof Refusal) return at
  const session = await sessionOf(scope, ritualId, occurrence)
  if (!session || session.closedAt !== undefined) return new Refusal(words.closed)
  return {
    form: {
      form: 'review.case',
      title: words.caseTitle,
      submit: words.send,
      state: `${ritualId} ${occurrence} ${newId(scope.now)}`,
      fields: [
        { kind: 'text', name: 'what', label: words.caseWhat },
        { kind: 'long-text', name: 'how', label: words.caseHow },
        { kind: 'long-text', name: 'lesson', label: words.caseLesson, optional: true },
      ],
    },
  }
}

/** The submitted form: the case stands in the thread. */
export async function addCase(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = ''] = state.split(' ')
  const at = await atReview(scope, ritualId, occurrence)
  if (at instanceof Refusal) return at
  if (!(await holdOpen(scope, ritualId, occurrence))) return new Refusal(words.closed)
  const [what, how, lesson] = [one(values, 'what'), one(values, 'how'), one(values, 'lesson')]
  if (!what) return { errors: { what: words.missing } }
  const tooLong = overlong(what, 'sentence', scope.locale)
  if (tooLong) return { errors: { what: tooLong } }
  if (!how) return { errors: { how: words.missing } }
  const shown = texts[scope.workspace.locale]
  const entry = {
    id,
    ritual: ritualId,
    occurrence,
    kind: 'case' as const,
    person: scope.person.id,
    finding: undefined,
    title: what,
    body: lesson ? `${how}\n${shown.lesson}${shown.colon}${lesson}` : how,
    item: undefined,
  }
  if (!(await addEntry(scope, entry))) return say(words.repeated)
  const view = {
    summary: shown.caseSaid(scope.person.name),
    blocks: [text(entrySpans(entry, scope.person))],
  }
  for (const thread of await threadsOf(scope, at.review)) await scope.post({ to: { thread }, view })
  return say(words.thanks)
}
