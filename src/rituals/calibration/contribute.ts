import type { Goal } from '../../goals/goal.ts'
import { proposeChange } from '../../goals/propose.ts'
import { fridayOfNextWeek, type Item } from '../../improvements/item.ts'
import { addItem } from '../../improvements/store.ts'
import { texts as improvementTexts } from '../../improvements/texts.ts'
import type { Answer, Press, Submission } from '../../kernel/feature.ts'
import { overlong } from '../../kernel/longest.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { readDate } from '../../kernel/words.ts'
import { personById } from '../../people/store.ts'
import { answersFor, isAboveTeam } from '../../people/who.ts'
import { type FormErrors, type FormValues, one } from '../../view/form.ts'
import { say } from '../../view/view.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual } from '../ritual.ts'
import { holdOpen, postInThread, type Session, sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { choosable, contributionForm } from './form.ts'
import { readGoalValue, type TeamGoals, teamGoals } from './goals.ts'
import { addInput, linkInput } from './store.ts'
import { texts } from './texts.ts'
import { inputView } from './views.ts'

/** The button under a calibration's first message: opens the form. */
export async function askContribution(scope: Acting, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = ''] = value.split(' ')
  const ritual = await ritualById(scope, ritualId)
  const session = await sessionOf(scope, ritualId, occurrence)
  if (!ritual || !session || session.closedAt !== undefined) return new Refusal(words.closed)
  if (!(await takesPart(scope, ritual))) return new Refusal(words.notYours(ritual.team.name))
  return { form: await contributionForm(scope, ritual, session, await goalsFor(scope, ritual, session)) }
}

/** The submitted form: shown in the thread, the action as an item of its owner, the goal as a proposal to decide. */
export async function contribute(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const [ritualId = '', occurrence = '', id = ''] = state.split(' ')
  const ritual = await ritualById(scope, ritualId)
  const session = ritual && (await holdOpen(scope, ritualId, occurrence))
  if (!session) return new Refusal(words.closed)
  if (!(await takesPart(scope, ritual))) return new Refusal(words.notYours(ritual.team.name))
  const goals = await choosable(scope, ritual, await goalsFor(scope, ritual, session))
  const read = await readContribution(scope, values, goals)
  if ('errors' in read) return read
  const { person } = scope
  const input = { id, ritual: ritual.id, occurrence, person: person.id, market: read.market }
  if (!(await addInput(scope, input))) return say(words.repeated)

  const item = read.action && (await actionItem(scope, session, read.action))
  const action = item && read.action ? { item, owner: read.action.owner } : undefined
  if (read.market || action) await postInThread(scope, session, inputView(scope, person, read.market, action))
  const proposal =
    read.change &&
    (await proposeChange(scope, read.change.goal, read.change.value, read.change.why, session.threads[0]))
  if (proposal instanceof Refusal) return { errors: { goal: proposal.view.summary } }
  await linkInput(scope, id, { item: item?.id, proposal: proposal?.id })
  return say(proposal ? words.thanksProposal : words.thanks)
}

interface Contribution {
  market: string | undefined
  action: { what: string; owner: Person; dueOn: string } | undefined
  change: { goal: Goal; value: number; why: string } | undefined
}

async function readContribution(
  scope: Acting,
  values: FormValues,
  goals: readonly Goal[],
): Promise<Contribution | { errors: FormErrors }> {
  const words = texts[scope.locale]
  const market = one(values, 'market')
  const what = one(values, 'action')
  const chosen = one(values, 'goal')
  const amount = one(values, 'value')
  if (!market && !what && !chosen && !amount) return { errors: { market: words.emptyForm } }

  const tooLong = overlong(what, 'sentence', scope.locale)
  if (tooLong) return { errors: { action: tooLong } }
  const dueWord = one(values, 'due')
  const dueOn = dueWord ? readDate(dueWord, scope.today, 'future') : fridayOfNextWeek(scope.today)
  if (what && (!dueOn || dueOn < scope.today)) return { errors: { due: words.dateUnread(dueWord ?? '') } }
  const owner = await personById(scope, one(values, 'owner') ?? scope.person.id)
  if (what && !(owner && (await answersFor(scope, owner.id)))) {
    return { errors: { owner: improvementTexts[scope.locale].notForOthers(owner?.name ?? '') } }
  }

  const goal = goals.find((candidate) => candidate.id === chosen)
  const why = one(values, 'why')
  if (!goal && amount) return { errors: { goal: words.goalMissing } }
  if (goal && !amount) return { errors: { value: words.valueMissing } }
  if (goal && !why) return { errors: { why: words.whyMissing } }
  const value = goal && readGoalValue(goal, amount ?? '', scope.workspace.currency)
  if (goal && value === undefined) return { errors: { value: words.valueUnread(amount ?? '') } }
  return {
    market,
    action: what && owner && dueOn ? { what, owner, dueOn } : undefined,
    change: goal && value !== undefined && why ? { goal, value, why } : undefined,
  }
}

/** Gives the action to its owner, who is told when it is somebody else's idea. */
async function actionItem(
  scope: Acting<WriteScope>,
  session: Session,
  action: { what: string; owner: Person; dueOn: string },
): Promise<Item> {
  const { owner, what, dueOn } = action
  const item = await addItem(scope, { owner, what, dueOn, source: `calibration:${session.occurrence}` })
  if (owner.id !== scope.person.id) {
    const due = showPeriod(dueOn, owner.locale, scope.today)
    const news = improvementTexts[owner.locale].given(scope.person.name, item.number, what, due)
    await scope.post({ to: { person: owner.id }, view: say(news), kind: 'team-news' })
  }
  return item
}

async function takesPart(scope: Acting, ritual: Ritual): Promise<boolean> {
  if (await isAboveTeam(scope, ritual.team.id)) return true
  return (await ownMembers(scope, ritual.team.id)).some((one) => one.id === scope.person.id)
}

async function goalsFor(scope: Scope, ritual: Ritual, session: Session): Promise<TeamGoals> {
  return teamGoals(scope, ritual.team.id, await ownMembers(scope, ritual.team.id), session.occurrence)
}
