import { dateAt } from '../../kernel/calendar.ts'
import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { isAboveTeam } from '../../people/who.ts'
import { type Button, say } from '../../view/view.ts'
import { almanacOf } from '../almanac.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import { pause, remove, restore, resume } from '../pause.ts'
import type { Ritual } from '../ritual.ts'
import { isLeftOut } from '../run-store.ts'
import { servedOn } from '../schedule.ts'
import { hold, titleOf } from '../serve.ts'
import { removedRituals } from '../store.ts'
import { texts as ritualTexts } from '../texts.ts'
import { texts as madeTexts } from './made-texts.ts'
import { texts } from './texts.ts'
import { named, nameOf, pressed, ritualsLed } from './which.ts'

type Change = (scope: Acting<WriteScope>, ritual: Ritual) => Promise<Answer>

/** What a command does with the one ritual that it names; where it names several, it asks which. */
const byCommand =
  (action: 'pause' | 'resume' | 'run', change: Change) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const found = named(scope, await ritualsLed(scope), text)
    if (found instanceof Refusal) return found
    const fitting = found.filter((ritual) => action === 'run' || ritual.paused === (action === 'resume'))
    const meant = fitting.length > 0 ? fitting : found
    const [only, another] = meant
    if (!only) return new Refusal(texts[scope.locale].none)
    return another ? say(texts[scope.locale].which, ...choices(scope, meant, action)) : change(scope, only)
  }

const byButton =
  (change: Change) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const ritual = await pressed(scope, value)
    return ritual instanceof Refusal ? ritual : change(scope, ritual)
  }

const MOST_CHOICES = 20 // about as many buttons as can still be chosen from

export function choices(scope: Scope, rituals: readonly Ritual[], action: string): Button[] {
  return rituals
    .slice(0, MOST_CHOICES)
    .map((ritual) => ({ label: nameOf(scope, ritual), action: `ritual.${action}`, value: ritual.id }))
}

const stop: Change = async (scope, ritual) => {
  const words = texts[scope.locale]
  if (!(await pause(scope, ritual))) return say(words.pausedBefore(nameOf(scope, ritual)))
  const { locale } = scope.workspace
  const news = texts[locale].pausedNews(titleOf(ritual, locale), scope.person.name)
  await scope.post({ to: { channel: ritual.channel, team: ritual.team.id }, view: say(news) })
  const button = { label: words.resume, action: 'ritual.resume', value: ritual.id }
  return say(words.pausedNow(nameOf(scope, ritual)), button)
}

const goOn: Change = async (scope, ritual) => {
  const words = texts[scope.locale]
  const name = nameOf(scope, ritual)
  if (ritual.asks?.questions.length === 0) return new Refusal(madeTexts[scope.locale].nothingToAsk(name))
  if (!(await resume(scope, ritual))) return say(words.resumedBefore(name))
  const next = await nextToCome(scope, ritual)
  return say(words.resumed(name, next && showMoment(next, ritual.zone, scope.locale, scope.now)))
}

/** By the same claim as the clock: what is held now is not held again when its time comes. */
const holdNow: Change = async (scope, ritual) => {
  const words = texts[scope.locale]
  const occurrence = servedOn(ritual.schedule, dateAt(scope.now, ritual.zone), almanacOf(scope, ritual))
  const opening = { occurrence, at: scope.now, lateMinutes: 0 }
  const opened = await hold(scope, ritual, opening, ['missed', 'skipped'])
  const name = nameOf(scope, ritual)
  if (opened) return say(words.opened(name))
  if (await isLeftOut(scope, ritual.id, occurrence))
    return say(ritualTexts[scope.locale].nobodyThere(ritual.team.name))
  return say(words.openedBefore(name, showPeriod(occurrence, scope.locale, scope.today)))
}

const takeAway: Change = async (scope, ritual) => {
  const words = texts[scope.locale]
  if (!(await remove(scope, ritual))) return new Refusal(words.gone)
  const button = { label: words.restore, action: 'ritual.restore', value: ritual.id }
  return say(words.removedNow(nameOf(scope, ritual)), button)
}

export const pauseRitual = byCommand('pause', stop)
export const resumeRitual = byCommand('resume', goOn)
export const runRitual = byCommand('run', holdNow)
export const runNow: Change = holdNow
export const pausePressed = byButton(stop)
export const resumePressed = byButton(goOn)
export const runPressed = byButton(holdNow)
export const removePressed = byButton(takeAway)

/** `/ritual remove`: asks first. */
export async function askRemove(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const found = named(scope, await ritualsLed(scope), text)
  if (found instanceof Refusal) return found
  const [only, another] = found
  if (!only) return new Refusal(words.none)
  if (another) return say(words.which, ...choices(scope, found, 'remove'))
  return removeQuestion(scope, only)
}

export async function askRemovePressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = await pressed(scope, value)
  return ritual instanceof Refusal ? ritual : removeQuestion(scope, ritual)
}

const removeQuestion = (scope: Acting, ritual: Ritual): Answer =>
  say(texts[scope.locale].askRemove(nameOf(scope, ritual)), {
    label: texts[scope.locale].remove,
    action: 'ritual.remove',
    value: ritual.id,
  })

export async function restorePressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const ritual = (await removedRituals(scope)).find(({ id }) => id === value)
  if (!ritual) return new Refusal(words.gone)
  if (!(await isAboveTeam(scope, ritual.team.id))) return new Refusal(words.notYours(ritual.team.name))
  await restore(scope, ritual)
  return say(words.restored(nameOf(scope, ritual)))
}
