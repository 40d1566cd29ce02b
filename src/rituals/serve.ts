import { dateAt } from '../kernel/calendar.ts'
import type { Prompt } from '../kernel/feature.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Period } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { onLeave } from '../people/store.ts'
import { say } from '../view/view.ts'
import { almanacOf } from './almanac.ts'
import { leadersOf } from './audience-store.ts'
import { dueNow, lateness } from './due.ts'
import { showMoment } from './moment.ts'
import type { Ritual } from './ritual.ts'
import { claim, leaveOut, openingOf, planStages, takeStage } from './run-store.ts'
import type { Occurrence } from './schedule.ts'
import { ritualById, settleUntil } from './store.ts'
import { templateOf } from './templates.ts'
import { texts } from './texts.ts'

/** Does what is due of one ritual: holds what is in its window, and tells the leaders of what was missed. */
export async function serve(scope: WriteScope, ritualId: string): Promise<void> {
  const ritual = await ritualById(scope, ritualId)
  if (!ritual || ritual.paused) return
  const due = dueNow(ritual, almanacOf(scope, ritual), scope.now)
  const missed: Occurrence[] = []
  for (const { occurrence, at } of due.missed) {
    if (await claim(scope, { ritual: ritual.id, occurrence, at, status: 'missed' }))
      missed.push({ occurrence, at })
  }
  if (missed.length > 0) await tellMissed(scope, ritual, missed)
  for (const { occurrence, at, lateMinutes } of due.hold)
    await hold(scope, ritual, { occurrence, at, lateMinutes })
  await settleUntil(scope, ritual.id, scope.now)
}

/**
 * Claims an occurrence and opens it. False: it has been opened (or given up) before, or is left out because nobody is
 * there.
 * `over`: what a person who asks for it now may override.
 */
export async function hold(
  scope: WriteScope,
  ritual: Ritual,
  { occurrence, at, lateMinutes }: Occurrence & { lateMinutes: number },
  over: readonly ('missed' | 'skipped')[] = [],
): Promise<boolean> {
  if (!(await claim(scope, { ritual: ritual.id, occurrence, at, status: 'done' }, over))) return false
  const stages = await templateOf(ritual).open(scope, { ritual, occurrence, lateMinutes })
  if (!stages) await leaveOut(scope, ritual.id, occurrence)
  else await planStages(scope, ritual.id, occurrence, stages)
  return stages !== undefined
}

/** The stages in which what is open ends; a pause lets them come, and nothing else. */
const LAST_STAGES = ['close', 'late']

/** Does a planned stage, unless somebody else has. What was paused or removed meanwhile asks nobody any more. */
export async function serveStage(
  scope: WriteScope,
  run: { ritual: string; occurrence: Period; stage: string; at: string },
): Promise<void> {
  const ritual = await ritualById(scope, run.ritual)
  const stopped = !ritual || (ritual.paused && !LAST_STAGES.includes(run.stage))
  if (!(await takeStage(scope, run, stopped ? 'skipped' : 'done')) || stopped) return
  const step = templateOf(ritual).stages[run.stage]
  if (step)
    await step(scope, { ritual, occurrence: run.occurrence, lateMinutes: lateness(run.at, scope.now) })
}

const MOST_NAMED = 5 // missed times in one message; earlier ones are counted

async function tellMissed(scope: WriteScope, ritual: Ritual, missed: readonly Occurrence[]): Promise<void> {
  const last = missed.at(-1)
  if (!last) return
  const leaders = await leadersOf(scope, ritual.team.id)
  const away = await onLeave(scope, dateAt(scope.now, ritual.zone))
  const present = leaders.filter((one) => !away.has(one.id))
  for (const leader of present.length > 0 ? present : leaders) {
    const words = texts[leader.locale]
    const times = missed
      .slice(-MOST_NAMED)
      .map(({ at }) => showMoment(at, ritual.zone, leader.locale, scope.now))
    const more = missed.length > MOST_NAMED ? [words.earlierMissed(missed.length - MOST_NAMED)] : []
    await scope.post({
      to: { person: leader.id },
      view: say(words.missed(titleOf(ritual, leader.locale), ritual.team.name, [...more, ...times]), {
        label: words.holdNow,
        action: 'ritual.hold',
        value: `${ritual.id} ${last.occurrence}`,
        tone: 'primary',
      }),
      prompt: { name: 'missed', about: `${ritual.id} ${last.occurrence}` },
    })
  }
}

/** Asked again as long as what was missed has not been held after all. */
export const missedAsked: Prompt = {
  name: 'missed',
  async asked(scope, about) {
    const [ritual = '', occurrence = ''] = about.split(' ')
    return (await openingOf(scope, ritual, occurrence))?.status === 'missed'
  },
}

/** What a ritual is called. */
export const titleOf = (ritual: Ritual, locale: Locale): string =>
  ritual.name ?? templateOf(ritual).title[locale]
