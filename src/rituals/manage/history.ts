import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { heading, list, say, type View } from '../../view/view.ts'
import { lateness } from '../due.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import { runsOf } from '../run-store.ts'
import { showDuration } from '../texts.ts'
import { choices } from './change.ts'
import { texts } from './texts.ts'
import { named, nameOf, ritualsSeen } from './which.ts'

const MOST_SHOWN = 12

/** `/ritual history [weekly retro] [team]`: the last occurrences: held, held late, missed, left out. */
export async function showHistory(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const found = named(scope, await ritualsSeen(scope), text)
  if (found instanceof Refusal) return found
  const [only, another] = found
  if (!only) return new Refusal(words.none)
  return another ? say(words.which, ...choices(scope, found, 'history')) : historyOf(scope, only)
}

export async function historyPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = (await ritualsSeen(scope)).find(({ id }) => id === value)
  return ritual ? historyOf(scope, ritual) : new Refusal(texts[scope.locale].gone)
}

async function historyOf(scope: Acting, ritual: Ritual): Promise<View> {
  const words = texts[scope.locale]
  const name = nameOf(scope, ritual)
  const runs = await runsOf(scope, ritual.id, MOST_SHOWN)
  if (runs.length === 0) return say(words.noHistory(name))
  const lines = runs.map(({ occurrence, status, dueAt, at }) => {
    const late = status === 'done' ? lateness(dueAt, at) : 0
    const said = late > 0 ? words.late(showDuration(late, scope.locale)) : words.statuses[status]
    const when = showMoment(dueAt, ritual.zone, scope.locale, scope.now)
    return words.line(showPeriod(occurrence, scope.locale, scope.today), when, said)
  })
  const title = words.historyTitle(name)
  return { summary: title, blocks: [heading(title), list(lines)] }
}
