import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { actions, heading, list, say, type View } from '../../view/view.ts'
import { lateness } from '../due.ts'
import { showMoment } from '../moment.ts'
import type { Ritual } from '../ritual.ts'
import { runsOf } from '../run-store.ts'
import { allRituals, removedRituals } from '../store.ts'
import { showDuration } from '../texts.ts'
import { choices } from './change.ts'
import { texts as madeTexts } from './made-texts.ts'
import { participationIn } from './sessions.ts'
import { texts } from './texts.ts'
import { named, nameOf, ritualsSeen } from './which.ts'

const MOST_SHOWN = 12

/** `/ritual history [weekly retro] [team]`: the last occurrences: held, held late, missed, left out. */
export async function showHistory(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const found = named(scope, await seenAndRemoved(scope), text)
  if (found instanceof Refusal) return found
  const [only, another] = found
  if (!only) return new Refusal(words.none)
  return another ? say(words.which, ...choices(scope, found, 'history')) : historyOf(scope, only)
}

export async function historyPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = (await seenAndRemoved(scope)).find(({ id }) => id === value)
  return ritual ? historyOf(scope, ritual) : new Refusal(texts[scope.locale].gone)
}

/** What was removed keeps its history. */
const seenAndRemoved = async (scope: Acting): Promise<Ritual[]> =>
  ritualsSeen(scope, [...(await allRituals(scope)), ...(await removedRituals(scope))])

async function historyOf(scope: Acting, ritual: Ritual): Promise<View> {
  const words = texts[scope.locale]
  const name = nameOf(scope, ritual)
  const runs = await runsOf(scope, ritual.id, MOST_SHOWN)
  if (runs.length === 0) return say(words.noHistory(name))
  const held = ritual.asks ? runs.filter(({ status }) => status === 'done') : []
  const sessions = await participationIn(
    scope,
    ritual.id,
    held.map(({ occurrence }) => occurrence),
  )
  const lines = runs.map(({ occurrence, status, dueAt, at }) => {
    const late = status === 'done' ? lateness(dueAt, at) : 0
    const said = late > 0 ? words.late(showDuration(late, scope.locale)) : words.statuses[status]
    const when = showMoment(dueAt, ritual.zone, scope.locale, scope.now)
    const line = words.line(showPeriod(occurrence, scope.locale, scope.today), when, said)
    const participation = sessions.get(occurrence)?.line
    return participation === undefined ? line : `${line} · ${participation}`
  })
  const title = words.historyTitle(name)
  const buttons = [...sessions].map(([occurrence, { key }]) => ({
    label: madeTexts[scope.locale].openSession(showPeriod(occurrence, scope.locale, scope.today)),
    action: 'ritual.session',
    value: key,
  }))
  return {
    summary: title,
    blocks: [heading(title), list(lines), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
  }
}
