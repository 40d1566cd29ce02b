import type { Answer, Submission } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { one } from '../../view/form.ts'
import { say, type View } from '../../view/view.ts'
import { makeRitual } from '../made-store.ts'
import { showMoment } from '../moment.ts'
import { nextToCome } from '../next-to-come.ts'
import { ritualById } from '../store.ts'
import { templates } from '../templates.ts'
import { texts } from './made-texts.ts'
import { makeForm, teamsToMakeIn } from './plan-form.ts'
import { previewOf } from './preview.ts'
import { questionForm } from './question-form.ts'
import { readPlan } from './read-plan.ts'
import { nameOf } from './which.ts'

/** `/ritual new`: the form in which a ritual is made. */
export async function askMake(scope: Acting): Promise<Answer> {
  const teams = await teamsToMakeIn(scope)
  if (teams.length === 0) return new Refusal(texts[scope.locale].noTeam)
  return { form: makeForm(scope, teams) }
}

/** The submitted form. A ritual of one's own questions waits for its first one; any other goes on at once. */
export async function make(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  if (!/^[0-9a-z]{22}$/.test(state)) return new Refusal(words.gone)
  const teams = await teamsToMakeIn(scope)
  if (teams.length === 0) return new Refusal(words.noTeam)
  const before = await ritualById(scope, state)
  if (before) return say(words.madeBefore)
  const template = templates.find(({ name, asks }) => asks && name === one(values, 'template'))
  if (!template?.asks) return { errors: { template: words.templateUnknown } }
  const team = teams.find(({ id }) => id === one(values, 'team'))
  if (!team) return { errors: { team: words.teamUnknown } }
  const { schedule, channel, catchUpHours } = template
  const asks = template.asks(scope.workspace.locale)
  const usual = { template, team, asks, schedule, channel, catchUpHours, id: undefined }
  const read = await readPlan(scope, values, usual)
  if ('errors' in read) return read

  const paused = asks.questions.length === 0
  const made = { ...read.plan, id: state, template: template.name, team: team.id, paused }
  if (!(await makeRitual(scope, made))) return say(words.madeBefore)
  await scope.record('ritual.made', `ritual:${state}`, undefined, read.plan)
  const ritual = await ritualById(scope, state)
  if (!ritual) return new Refusal(words.gone)
  if (paused) return { form: questionForm(scope, ritual, undefined) }
  const next = await nextToCome(scope, ritual)
  const sentence = words.made(
    nameOf(scope, ritual),
    next && showMoment(next, ritual.zone, scope.locale, scope.now),
  )
  const preview = await previewOf(scope, ritual)
  return { summary: sentence, blocks: [...say(sentence).blocks, ...preview.blocks] } satisfies View
}
