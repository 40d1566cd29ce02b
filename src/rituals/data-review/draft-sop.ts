import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { newId } from '../../kernel/id.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { say, text } from '../../view/view.ts'
import { atFinding } from './at-review.ts'
import { findingWords } from './finding-words.ts'
import { threadsOf } from './hold.ts'
import { addEntry } from './store.ts'
import { texts } from './texts.ts'
import { entrySpans } from './views.ts'

/** The button under a finding: how we do it from now on, step by step. */
export async function askSop(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', kind = ''] = value.split(' ')
  const at = await atFinding(scope, ritualId, occurrence, kind)
  if (at instanceof Refusal) return at
  return {
    form: {
      form: 'review.sop',
      title: words.sopTitle,
      submit: words.send,
      state: `${ritualId} ${occurrence} ${kind} ${newId(scope.now)}`,
      fields: [
        { kind: 'note', text: findingWords(at.telling, at.finding) },
        { kind: 'text', name: 'title', label: words.sopName },
        { kind: 'long-text', name: 'steps', label: words.sopSteps },
      ],
    },
  }
}

/** The submitted form: kept, and shown in the thread with its steps counted. */
export async function addSop(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', kind = '', id = ''] = state.split(' ')
  const at = await atFinding(scope, ritualId, occurrence, kind)
  if (at instanceof Refusal) return at
  const [title, steps] = [one(values, 'title'), one(values, 'steps')]
  if (!title) return { errors: { title: words.missing } }
  const tooLong = overlong(title, 'sentence', scope.locale)
  if (tooLong) return { errors: { title: tooLong } }
  if (!steps) return { errors: { steps: words.missing } }
  const entry = {
    id,
    ritual: ritualId,
    occurrence,
    kind: 'sop' as const,
    person: scope.person.id,
    finding: at.finding.kind,
    title,
    body: counted(steps),
    item: undefined,
  }
  if (!(await addEntry(scope, entry))) return say(words.repeated)
  const view = {
    summary: texts[scope.workspace.locale].sopSaid(scope.person.name),
    blocks: [text(entrySpans(entry, scope.person))],
  }
  for (const thread of await threadsOf(scope, at.review)) await scope.post({ to: { thread }, view })
  return say(words.thanks)
}

/** Each step with its number, unless its author has counted them. */
function counted(steps: string): string {
  const lines = steps
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.every((line) => /^\d+[.、)）]/.test(line))) return lines.join('\n')
  return lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
}
