import type { Answer, CommandInput, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { teamById } from '../../people/store.ts'
import type { Team } from '../../people/teams.ts'
import { isAboveTeam } from '../../people/who.ts'
import { say } from '../../view/view.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import { addRitual, removedRituals, ritualsOf } from '../store.ts'
import { setSilentWhenEmpty } from './store.ts'
import { dailyReport } from './template.ts'
import { texts } from './texts.ts'
import { setOff } from './wanted.ts'
import { teamLed } from './which.ts'

type Change = (scope: Acting<WriteScope>, team: Team) => Promise<Answer>

const byCommand =
  (change: Change) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const team = await teamLed(scope, text)
    return team instanceof Refusal ? team : change(scope, team)
  }

const byButton =
  (change: Change) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const team = await teamById(scope, value)
    if (!team || !(await isAboveTeam(scope, team.id))) return new Refusal(texts[scope.locale].notLeading)
    return change(scope, team)
  }

const silence =
  (silent: boolean): Change =>
  async (scope, team) => {
    const words = texts[scope.locale]
    const ritual = await reportOf(scope, team)
    if (!ritual) return new Refusal(words.noRitual(team.name))
    if (!(await setSilentWhenEmpty(scope, ritual.id, silent))) return say(words.sameBefore(team.name))
    await scope.record('ritual.silent', `ritual:${ritual.id}`, { silent: !silent }, { silent })
    return say(silent ? words.silentNow(team.name) : words.alwaysNow(team.name))
  }

/** Gives a team its report: one above others, which has no members of its own, gets none by itself. */
const start: Change = async (scope, team) => {
  const words = texts[scope.locale]
  const removed = await removedRituals(scope)
  const known =
    (await reportOf(scope, team)) ??
    removed.find((one) => one.template === 'daily-report' && one.team.id === team.id)
  if (known) return say(words.startedBefore(team.name))
  await addRitual(scope, team.id, dailyReport)
  const ritual = await reportOf(scope, team)
  if (!ritual) throw new Error(`The report of ${team.id} was not stored.`)
  await scope.record('ritual.added', `ritual:${ritual.id}`, undefined, { template: 'daily-report' })
  const next = await nextToCome(scope, ritual)
  return say(words.started(team.name, next ? showMoment(next, ritual.zone, scope.locale, scope.now) : ''))
}

const reportOf = async (scope: Acting, team: Team) =>
  (await ritualsOf(scope, 'daily-report')).find((one) => one.team.id === team.id)

export const beSilent = byCommand(silence(true))
export const reportAlways = byCommand(silence(false))
export const startReport = byCommand(start)
export const silentPressed = byButton(silence(true))
export const alwaysPressed = byButton(silence(false))
export const startPressed = byButton(start)

/** One's own line in the evening, no more and again; the same by the button under it. */
export async function lineOff(scope: Acting<WriteScope>): Promise<Answer> {
  const words = texts[scope.locale]
  const on = { label: words.on, action: 'report.on', value: '' }
  const changed = await setOff(scope, scope.person.id, true)
  return say(changed ? words.lineOff : words.lineOffBefore, on)
}

export async function lineOn(scope: Acting<WriteScope>): Promise<Answer> {
  const words = texts[scope.locale]
  return say((await setOff(scope, scope.person.id, false)) ? words.lineOn : words.lineOnBefore)
}
