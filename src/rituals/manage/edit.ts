import type { Answer, CommandInput, Press, Submission } from '../../kernel/feature.ts'
import { joinSentences } from '../../kernel/locale.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { many } from '../../view/form.ts'
import { type Button, say } from '../../view/view.ts'
import { holdRitual } from '../made-store.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import { pause, resume } from '../pause.ts'
import { type Overtaken, replan } from '../replan.ts'
import type { Ritual } from '../ritual.ts'
import { latestSessions } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { templateOf } from '../templates.ts'
import { texts } from './made-texts.ts'
import { oneOf } from './one-of.ts'
import { editForm } from './plan-form.ts'
import { readPlan } from './read-plan.ts'
import { writeSchedule } from './schedule-words.ts'
import { nameOf, pressed, ritualsLed } from './which.ts'

/** `/ritual edit [weekly retro] [team]`: the form in which a ritual is changed. */
export async function askEdit(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const ritual = await oneOf(scope, await ritualsLed(scope), text, 'edit')
  return 'ritual' in ritual ? { form: editForm(scope, ritual.ritual) } : ritual.answer
}

export async function editPressed(scope: Acting, { value }: Press): Promise<Answer> {
  const ritual = await pressed(scope, value)
  return ritual instanceof Refusal ? ritual : { form: editForm(scope, ritual) }
}

/** The submitted form. What is open ends as it began. */
export async function edit(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  await holdRitual(scope, state)
  const ritual = await pressed(scope, state)
  if (ritual instanceof Refusal) return ritual
  const read = await readPlan(scope, values, {
    template: templateOf(ritual),
    team: ritual.team,
    asks: ritual.asks,
    schedule: writeSchedule(ritual.schedule),
    channel: ritual.channel,
    catchUpHours: ritual.catchUpHours,
    id: ritual.id,
  })
  if ('errors' in read) return read
  const toPause = many(values, 'paused').includes('paused')
  if (!toPause && ritual.asks?.questions.length === 0)
    return { errors: { paused: words.nothingToAsk(nameOf(scope, ritual)) } }

  const overtaken = await replan(scope, ritual, read.plan)
  await scope.record('ritual.changed', `ritual:${ritual.id}`, undefined, read.plan)
  const changed = (await ritualById(scope, ritual.id)) ?? ritual
  if (toPause !== ritual.paused) await (toPause ? pause : resume)(scope, changed)
  return said(scope, { ...changed, paused: toPause }, overtaken)
}

async function said(scope: Acting, ritual: Ritual, overtaken: Overtaken): Promise<Answer> {
  const words = texts[scope.locale]
  const moment = (at: string) => showMoment(at, ritual.zone, scope.locale, scope.now)
  const next = ritual.paused ? undefined : await nextToCome(scope, ritual)
  const [latest] = await latestSessions(scope, [ritual.id], 1)
  const isOpen = latest !== undefined && latest.closedAt === undefined
  const became =
    overtaken &&
    ('opened' in overtaken
      ? words.openedAtOnce(moment(overtaken.opened.at))
      : words.leftOut(moment(overtaken.leftOut.at)))
  const sentences = [
    words.changed(nameOf(scope, ritual), next && moment(next)),
    ...(became ? [became] : isOpen ? [words.openNow] : []),
  ]
  const button: Button[] =
    overtaken && 'leftOut' in overtaken
      ? [{ label: words.holdNow, action: 'ritual.run', value: ritual.id }]
      : []
  return say(joinSentences(sentences, scope.locale), ...button)
}
